/**
 * Probes, simulated conversations at scale, runs and statistics.
 * @module
 */
export {
  measureOffer,
  OFFER_AGENT_NAMES,
  OFFER_USER_NAMES,
  type OfferOptions,
  UnknownAgentError,
  UnknownUserError,
} from './offer/measure.ts';
export { RECOMMEND_AGENT_NAMES } from './recommend/agents.ts';
export { measureRecommend, type RecommendOptions } from './recommend/measure.ts';
export { UnknownSplitError } from './recommend/world.ts';
export * from './run/fail-if.ts';
export * from './run/pool.ts';
export * from './run/probe-result.ts';
export { createProgress, type Progress, type ProgressStream } from './run/progress.ts';
export * from './run/table.ts';
export * from './run/worker-side.ts';
export * from './statistics/bootstrap.ts';
export * from './statistics/column.ts';
export * from './statistics/summary.ts';
