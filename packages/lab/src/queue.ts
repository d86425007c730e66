/**
 * The door to many machines, `@sente/lab/queue`: apart from the front door, so that nobody loads a client of Redis who
 * needs none.
 * @module
 */
export * from './queue/errors.ts';
export { type PlayOnQueueOptions, playOnQueue } from './queue/play-on-queue.ts';
export { type Known, ProbeVersionError, playQueued } from './queue/play-queued.ts';
export type { QueuedJob, QueuedSettings } from './queue/queued-task.ts';
export { type RunOnQueueOptions, runOnQueue } from './queue/run-on-queue.ts';
export { type WorkEnvironment, type WorkOptions, work } from './queue/work.ts';
