/**
 * How many questions `rule` should put: chosen on a fold of the past, never on the split that is measured.
 * @module
 */

import { ITEM_REWARD, itemReward } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { type AgentSetting, createAgents } from './agents.ts';
import { converse } from './conversation.ts';
import { RecommendUser } from './user.ts';
import type { RecommendWorld } from './world.ts';

/** One more than the most questions that are considered. */
const MOST = 12;

/** Conversations per candidate. */
const TRIALS = 1_200;

/** The number of questions, 1 … turns − 1, that serves `sente`'s own reward best on `world`; the smaller of two equals. */
export function chooseQuestions(
  world: RecommendWorld,
  setting: Omit<AgentSetting, 'questions' | 'index'>,
  seed: number,
): number {
  const random = createRandom(seed).split('rule');
  const reward = itemReward(setting.turns, ITEM_REWARD.success, ITEM_REWARD.early);
  const { codes, offsets } = world.features;
  const stride = Math.max(1, Math.floor(world.cases.length / TRIALS));
  const some = world.cases.filter((_, k) => k % stride === 0);
  const rules = Array.from({ length: Math.min(setting.turns, MOST) - 1 }, (_, k) =>
    createAgents({ ...setting, index: world.index, questions: k + 1 }),
  );
  const totals = new Float64Array(rules.length);
  some.forEach(({ user, target }, number) => {
    const own = random.split(number);
    const prior = world.prior(user);
    const person = new RecommendUser(target, codes.subarray(offsets[target], offsets[target + 1]), setting, own);
    rules.forEach(({ domain, agents }, k) => {
      const ending = converse(domain, agents.rule, person, prior, setting.turns, own);
      if (ending) totals[k] += reward(ending.turn, ending.rank);
    });
  });
  return 1 + totals.indexOf(Math.max(...totals));
}
