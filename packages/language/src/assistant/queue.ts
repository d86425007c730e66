/**
 * One thing after another.
 * @module
 */

/** Runs a task when all earlier ones have come to an end, and gives what it gives. */
export type Queue = <T>(task: () => T | Promise<T>) => Promise<T>;

/** An idle queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => {}); // its own caller hears of it
    return run;
  };
}
