/**
 * Objectives and trainers: why passivity comes from training, and how to train it away.
 * @module
 */
export type * from './experiment/results.ts';
export { type Outcome, rewardOf, type Weights } from './reward-model/equation.ts';
export type { RewardItem, RewardMessage, Rollout, RolloutEnd, Scored } from './reward-model/item.ts';
export { givesAnswer } from './reward-model/reference-answer.ts';
export { RewardError, type RewardErrorCode, type RewardRole } from './reward-model/reward-error.ts';
export { createRewardModel, type RewardModel } from './reward-model/reward-model.ts';
export type { FullRewardSettings, RewardHorizon, RewardSettings } from './reward-model/settings.ts';
