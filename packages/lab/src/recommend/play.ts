/**
 * One numbered case of the probe: one user, talked to by every agent in turn.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type AgentSetting, createAgents } from './agents.ts';
import { converse } from './conversation.ts';
import type { Ending } from './scoring.ts';
import type { RecommendTemperament } from './temperament.ts';
import { RecommendUser } from './user.ts';
import type { RecommendWorld, WorldSetup } from './world.ts';

/** What a run needs to know to play any of its cases. */
export interface RecommendSetup extends WorldSetup, Pick<AgentSetting, 'turns' | 'learned'> {
  readonly agents: readonly string[];
  /** Which cases of the world, in order; all with the first kind of user, then all with the next. */
  readonly numbers: Uint32Array;
  readonly people: readonly People[];
}

/** One kind of user. */
export interface People {
  readonly temperament: RecommendTemperament;
  /** Questions that `rule` puts to them. */
  readonly questions: number;
}

/** How each agent's conversation ended, in the order of the setup. */
export type RecommendRow = readonly Ending[];

/** Prepares what cases share, and returns the function that plays one. */
export function prepareRecommend(setup: RecommendSetup, world: RecommendWorld): (number: number) => RecommendRow {
  const { turns, learned, numbers } = setup;
  const kinds = setup.people.map(({ temperament, questions }) => ({
    temperament,
    ...createAgents({ ...temperament.told, turns, questions, index: world.index, ...(learned && { learned }) }),
  }));
  const random = createRandom(setup.seed).split('recommend');
  let known: { user: number; prior: Float64Array } = { user: -1, prior: new Float64Array(0) };
  return (number) => {
    const { temperament, domain, agents } = kinds[Math.floor(number / numbers.length)];
    const place = numbers[number % numbers.length];
    const { user, target } = world.cases[place];
    // Cases of one user stand together: the prior is worked out once for all of them.
    if (known.user !== user) known = { user, prior: world.prior(user) };
    const own = random.split(place);
    return setup.agents.map((name) => {
      // The same person for every agent, down to the dice.
      const person = new RecommendUser(target, world.features, temperament, own.split('user'));
      return converse(domain, agents[name], person, known.prior, turns, own.split('agent'));
    });
  };
}
