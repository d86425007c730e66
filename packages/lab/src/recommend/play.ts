/**
 * One numbered case of the probe: one user, talked to by every agent in turn.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type AgentSetting, createAgents } from './agents.ts';
import { converse } from './conversation.ts';
import type { Ending } from './scoring.ts';
import { RecommendUser } from './user.ts';
import type { RecommendWorld, WorldSetup } from './world.ts';

/** What a run needs to know to play any of its cases. */
export interface RecommendSetup extends WorldSetup, Omit<AgentSetting, 'index'> {
  readonly agents: readonly string[];
  /** Which cases of the world, in order. */
  readonly numbers: Uint32Array;
}

/** How each agent's conversation ended, in the order of the setup. */
export type RecommendRow = readonly Ending[];

/** Prepares what cases share, and returns the function that plays one. */
export function prepareRecommend(setup: RecommendSetup, world: RecommendWorld): (number: number) => RecommendRow {
  const { domain, agents } = createAgents({ ...setup, index: world.index });
  const { codes, offsets } = world.features;
  const random = createRandom(setup.seed).split('recommend');
  let known: { user: number; prior: Float64Array } = { user: -1, prior: new Float64Array(0) };
  return (number) => {
    const { user, target } = world.cases[setup.numbers[number]];
    // Cases of one user stand together: the prior is worked out once for all of them.
    if (known.user !== user) known = { user, prior: world.prior(user) };
    const own = random.split(setup.numbers[number]);
    const traits = codes.subarray(offsets[target], offsets[target + 1]);
    return setup.agents.map((name) => {
      // The same person for every agent, down to the dice.
      const person = new RecommendUser(target, traits, setup, own.split('user'));
      return converse(domain, agents[name], person, known.prior, setup.turns, own.split('agent'));
    });
  };
}
