/**
 * Plays conversations side by side: never more at once than were allowed, results handed over as they come, and the
 * next one drawn only when there is room for it, so that memory does not grow with their number.
 * @module
 */
import { BudgetReachedError } from '../calls/run-budget.ts';

/** What to play, and how. */
export interface PlayTasksOptions<Task, Result, Kept = void> {
  /** Drawn one by one as there is room; may be made while it is drawn. */
  readonly tasks: Iterable<Task> | AsyncIterable<Task>;
  /** `signal` is aborted when the run stops or fails: what listens to it ends early. */
  play(task: Task, signal: AbortSignal): Promise<Result>;
  /** Conversations in memory at most; 1 or more. */
  readonly atOnce: number;
  /** Stops the run: nothing new is begun, and what is under way is told to stop. */
  readonly signal?: AbortSignal;
  /** Told every result as it comes; the place is taken until it is done. What it returns is kept, in the order of tasks. */
  onDone?(result: Result, task: Task, number: number): Kept | Promise<Kept>;
  /** Told of a conversation that failed, and the others go on. Without it the first failure ends the run and is thrown. */
  onFailed?(error: unknown, task: Task, number: number): void | Promise<void>;
}

/** How far it came. */
export interface TasksPlayed<Kept> {
  /** Conversations that were finished. */
  readonly done: number;
  readonly failed: number;
  /** Why it stopped early: the budget, or the signal's reason. Absent when everything was played. */
  readonly stopped?: unknown;
  /** What `onDone` returned, by the task's number; holes where a conversation was not finished. */
  readonly kept: readonly (Kept | undefined)[];
}

/**
 * Resolves when nothing is under way any more. A spent budget and an aborted signal end the run cleanly: what is finished
 * was handed over, and conversations under way may still finish from what they have. Throws what `play` threw when there
 * is no `onFailed`, and what `onDone` or the tasks' own iterator threw.
 */
export async function playTasks<Task, Result, Kept = void>(
  options: PlayTasksOptions<Task, Result, Kept>,
): Promise<TasksPlayed<Kept>> {
  const { play, atOnce, signal, onDone, onFailed } = options;
  const tasks = drawn(options.tasks);
  const kept: (Kept | undefined)[] = [];
  const stop = new AbortController();
  let next = 0;
  let done = 0;
  let failed = 0;
  let stopped: { readonly reason: unknown } | undefined;
  let fault: { readonly error: unknown } | undefined;
  const leave = (): void => {
    stopped ??= { reason: signal?.reason };
    stop.abort(signal?.reason);
  };
  if (signal?.aborted) leave();
  signal?.addEventListener('abort', leave, { once: true });

  async function one(task: Task, number: number): Promise<void> {
    let result: Result;
    try {
      result = await play(task, stop.signal);
    } catch (error) {
      if (error instanceof BudgetReachedError) {
        // Others may have been allowed their last call already: they are left to finish.
        stopped ??= { reason: error };
        return;
      }
      if (stop.signal.aborted) return;
      if (!onFailed) throw error;
      failed++;
      return onFailed(error, task, number);
    }
    const keep = await onDone?.(result, task, number);
    if (keep !== undefined) kept[number] = keep;
    done++;
  }

  async function place(): Promise<void> {
    while (!stopped && !fault) {
      try {
        // Numbered as they are asked for: iterators answer in that order.
        const drawing = tasks.next();
        const number = next++;
        const { done: isOver, value } = drawing instanceof Promise ? await drawing : drawing;
        if (isOver) return;
        await one(value, number);
      } catch (error) {
        fault ??= { error };
        stop.abort(error);
      }
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.max(1, Math.floor(atOnce)) }, place));
  } finally {
    signal?.removeEventListener('abort', leave);
  }
  if (fault) throw fault.error;
  return { done, failed, kept, ...(stopped ? { stopped: stopped.reason } : {}) };
}

function drawn<Task>(tasks: Iterable<Task> | AsyncIterable<Task>): Iterator<Task> | AsyncIterator<Task> {
  return Symbol.iterator in tasks ? tasks[Symbol.iterator]() : tasks[Symbol.asyncIterator]();
}
