/**
 * Training of the learned policy: ask, recommend, and when.
 * @module
 */
export {
  type BackgroundOptions,
  type BackgroundTraining,
  PolicyTrainingError,
  trainInBackground,
} from './graph-policy/background.ts';
export type { Judged } from './graph-policy/judge-policy.ts';
export { questionsOnly, timingOnly } from './graph-policy/limits.ts';
export { NothingToLearnError, nothingToLearn } from './graph-policy/nothing-to-learn.ts';
export { JUDGED, POLICY_BUDGETS, type PolicyBudget } from './graph-policy/presets.ts';
export {
  type TrainedIteration,
  type TrainedPolicy,
  type TrainPolicyOptions,
  trainPolicy,
} from './graph-policy/train-policy.ts';
export { withoutBelief, withoutGraph } from './graph-policy/views.ts';
export { catalogWorlds, dataWorlds, type PolicyWorlds } from './graph-policy/worlds.ts';
