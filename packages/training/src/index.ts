/**
 * Objectives and trainers: why passivity comes from training, and how to train it away.
 * @module
 */
export type * from './experiment/results.ts';
export * from './reward-model.ts';
