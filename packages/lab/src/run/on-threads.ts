/**
 * Plays tasks on worker threads: for the embedded agents, which compute and wait for nobody.
 * @module
 */
import type { Played } from '../probe/played.ts';
import type { Executor } from './measure-probe.ts';
import { runPool, workerFile } from './pool.ts';
import type { Task } from './task.ts';

/** Sent to a thread once. */
export interface ThreadSetup {
  readonly probe: string;
  readonly tasks: readonly Task[];
}

/**
 * An executor on `workers` threads, as many as there are cores unless given. Only for probes of the lab and agents of the
 * shop: a thread finds both by name.
 */
export function playOnThreads(workers?: number): Executor {
  return async (tasks, { probe, signal, onPlayed }) => {
    const setup: ThreadSetup = { probe: probe.name, tasks };
    await runPool<Played>({
      file: workerFile(import.meta.url, './play-worker'),
      setup,
      cases: tasks.length,
      workers,
      chunk: 8,
      signal,
      onRows(from, rows) {
        (rows as readonly Played[]).forEach((played, k) => {
          onPlayed(tasks[from + k], played);
        });
      },
    });
  };
}
