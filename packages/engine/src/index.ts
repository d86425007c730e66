/**
 * The engine: decides. Pure: no input or output, no clock, no global randomness.
 * @module
 */
export * from './conversation/act.ts';
export * from './policy/decision.ts';
export * from './policy/policy.ts';
export * from './random/random.ts';
export * from './value/domain.ts';
