/**
 * The experiment, as `@sente/training/experiment`: apart from the front door, since it brings the runtime that trains.
 * @module
 */
export type * from './experiment/results.ts';
export { type PassivityOptions, runPassivity } from './experiment/run-passivity.ts';
