/**
 * An executor that has conversations played by workers.
 * @module
 */
import type { Executor } from '../run/measure-probe.ts';
import { type RunOnQueueOptions, runOnQueue } from './run-on-queue.ts';

/** Where, and with which models; see `RunOnQueueOptions`. The version is the probe's own. */
export type PlayOnQueueOptions = Omit<
  RunOnQueueOptions,
  'tasks' | 'onPlayed' | 'onFailed' | 'signal' | 'ahead' | 'settings'
> & { readonly settings: Omit<RunOnQueueOptions['settings'], 'version'> };

/** Rejects with BudgetReachedError, the signal's reason, QueuedTaskError, and what `runOnQueue` throws. */
export function playOnQueue({ settings, ...options }: PlayOnQueueOptions): Executor {
  return async (tasks, { probe, signal, onPlayed }) => {
    const { stopped } = await runOnQueue({
      ...options,
      settings: { ...settings, version: probe.version },
      tasks,
      signal,
      onPlayed: (played, task) => onPlayed(task, played),
    });
    if (stopped !== undefined) throw stopped;
  };
}
