/**
 * The engine: decides. Pure: no input or output, no clock, no global randomness.
 * @module
 */
export * from './belief/belief.ts';
export * from './conversation/act.ts';
export * from './conversation/conversation.ts';
export * from './conversation/simulated-user.ts';
export * from './forecast/choose-scaling.ts';
export * from './forecast/conformal.ts';
export * from './forecast/expectation-consistency.ts';
export * from './forecast/forecaster.ts';
export * from './forecast/from-logprobs.ts';
export * from './forecast/from-samples.ts';
export * from './forecast/from-stated.ts';
export * from './forecast/isotonic.ts';
export * from './forecast/platt.ts';
export * from './forecast/resolved.ts';
export * from './forecast/scaling.ts';
export * from './forecast/scores.ts';
export * from './forecast/selective-risk.ts';
export * from './forecast/temperature.ts';
export * from './policy/agenda.ts';
export * from './policy/conclude.ts';
export * from './policy/decision.ts';
export * from './policy/no-act-error.ts';
export * from './policy/optimal.ts';
export * from './policy/passive.ts';
export * from './policy/planned.ts';
export * from './policy/policy.ts';
export * from './policy/restraint.ts';
export * from './random/random.ts';
export * from './value/comparison.ts';
export * from './value/continuation.ts';
export * from './value/domain.ts';
export * from './value/exact.ts';
export * from './value/racing.ts';
export * from './value/sampled.ts';
export * from './value/statistics.ts';
export * from './value/tail.ts';
