/**
 * Work that ends when its time is up or the client leaves, whether or not it listens.
 * @module
 */
import { sleepFor } from './sleep.ts';

/** What ends the work. */
export interface Limits {
  /** The client's. */
  readonly signal?: AbortSignal;
  /** Milliseconds; may be infinite. They run on the machine's timer. */
  readonly left: number;
  /** What is thrown when they are over. */
  readonly spent: () => Error;
}

/** Hands the work a signal that joins both limits. Throws the client's reason, or `spent`, or what the work throws. */
export async function inTime<T>(limits: Limits, work: (signal: AbortSignal) => PromiseLike<T>): Promise<T> {
  const stop = new AbortController();
  const timer = new AbortController();
  const leave = (): void => stop.abort(limits.signal?.reason);
  limits.signal?.throwIfAborted();
  limits.signal?.addEventListener('abort', leave, { once: true });
  if (limits.left !== Number.POSITIVE_INFINITY)
    sleepFor(limits.left, timer.signal).then(
      () => stop.abort(limits.spent()),
      () => {},
    );
  try {
    // It listens before the work does, so that its reason comes before the provider's own error for an abort.
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
    });
    return await Promise.race([work(stop.signal), stopped]);
  } finally {
    timer.abort();
    limits.signal?.removeEventListener('abort', leave);
  }
}
