/**
 * The engine: decides. Pure: no input or output, no clock, no global randomness.
 * @module
 */
export * from './belief/belief.ts';
export * from './conversation/act.ts';
export * from './conversation/conversation.ts';
export * from './conversation/simulated-user.ts';
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
