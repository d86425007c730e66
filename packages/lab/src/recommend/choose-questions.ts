/**
 * How many questions `rule` should put: chosen on a fold of the past, never on the split that is measured.
 * @module
 */

import { ITEM_REWARD, itemReward } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { createAgents } from './agents.ts';
import { converse } from './conversation.ts';
import type { RecommendTemperament } from './temperament.ts';
import { RecommendUser } from './user.ts';
import type { RecommendWorld } from './world.ts';

/** One more than the most questions that are considered. */
const MOST = 12;

/** Conversations per candidate. */
const TRIALS = 1_200;

/** The number of questions, 1 … turns − 1, that serves `sente`'s own reward best on `world`; the smaller of two equals. */
export function chooseQuestions(
  world: RecommendWorld,
  temperament: RecommendTemperament,
  turns: number,
  seed: number,
): number {
  const random = createRandom(seed).split('rule');
  const reward = itemReward(turns, ITEM_REWARD.success, ITEM_REWARD.early);
  const stride = Math.max(1, Math.floor(world.cases.length / TRIALS));
  const some = world.cases.filter((_, k) => k % stride === 0);
  const rules = Array.from({ length: Math.min(turns, MOST) - 1 }, (_, k) =>
    createAgents({ ...temperament.told, turns, index: world.index, questions: k + 1 }),
  );
  const totals = new Float64Array(rules.length);
  some.forEach(({ user, target }, number) => {
    const own = random.split(number);
    const prior = world.prior(user);
    rules.forEach(({ domain, agents }, k) => {
      const person = new RecommendUser(target, world.features, temperament, own);
      const ending = converse(domain, agents.rule, person, prior, turns, own);
      if (ending) totals[k] += reward(ending.turn, ending.rank);
    });
  });
  return 1 + totals.indexOf(Math.max(...totals));
}
