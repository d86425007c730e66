/**
 * The multi-turn-aware reward by itself, for programs that score and do not train.
 * @module
 */
export { type Outcome, rewardOf, type Weights } from './reward-model/equation.ts';
export type { RewardItem, RewardMessage, Rollout, RolloutEnd, Scored } from './reward-model/item.ts';
export { givesAnswer } from './reward-model/reference-answer.ts';
export { RewardError, type RewardErrorCode, type RewardRole } from './reward-model/reward-error.ts';
export { createRewardModel, type RewardModel } from './reward-model/reward-model.ts';
export {
  type FullRewardSettings,
  fillSettings,
  type RewardHorizon,
  type RewardSettings,
} from './reward-model/settings.ts';
