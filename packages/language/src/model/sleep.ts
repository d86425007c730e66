/**
 * Waiting that can be called off.
 * @module
 */

/** Resolves after so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** The longest that a timer can wait, in milliseconds; longer ones would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** On the machine's own timer. */
export const sleepFor: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      },
      Math.min(Math.max(0, milliseconds), LONGEST),
    );
    signal?.addEventListener('abort', leave, { once: true });
  });
