/**
 * How many questions `rule` should put: chosen on a fold of the past, never on the split that is measured.
 * @module
 */

import { createRandom } from '@sente/engine';
import { type AgentSetting, createAgents } from './agents.ts';
import { converse } from './conversation.ts';
import { failureTurns } from './scoring.ts';
import { RecommendUser } from './user.ts';
import type { RecommendWorld } from './world.ts';

/** Conversations per candidate. */
const TRIALS = 400;

/** The number of questions, 1 … turns − 1, with the fewest average turns on `world`; the smaller one of two equals. */
export function chooseQuestions(
  world: RecommendWorld,
  setting: Omit<AgentSetting, 'questions' | 'index'>,
  seed: number,
): number {
  const random = createRandom(seed).split('rule');
  const { codes, offsets } = world.features;
  const stride = Math.max(1, Math.floor(world.cases.length / TRIALS));
  const some = world.cases.filter((_, k) => k % stride === 0);
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let questions = 1; questions < Math.min(setting.turns, 12); questions++) {
    const { domain, agents } = createAgents({ ...setting, index: world.index, questions });
    let total = 0;
    some.forEach(({ user, target }, k) => {
      const own = random.split(k);
      const traits = codes.subarray(offsets[target], offsets[target + 1]);
      const person = new RecommendUser(target, traits, setting, own.split('user'));
      const ending = converse(domain, agents.rule, person, world.prior(user), setting.turns, own);
      total += ending?.turn ?? failureTurns(setting.turns);
    });
    if (total < least) {
      least = total;
      best = questions;
    }
  }
  return best;
}
