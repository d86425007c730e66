/**
 * Models and policies with random weights, for tests.
 * @module
 */
export * from './testing/made-policy.ts';
export * from './testing/tiny-checkpoint.ts';
