/**
 * Waiting for something that may be slow or fail, without letting anybody wait for it.
 * @module
 */
import type { Sleep } from '../model/sleep.ts';

/** Whether a value is still to come. */
export function isLater<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { then?: unknown } | undefined)?.then === 'function';
}

/** What `make` makes, unless that fails or takes longer than so many milliseconds: then nothing. At once when it is there. */
export async function soon<T>(make: () => T | Promise<T>, milliseconds: number, sleep: Sleep): Promise<T | undefined> {
  const over = new AbortController();
  try {
    const made = make();
    if (!isLater(made)) return made;
    const late = sleep(milliseconds, over.signal).then(
      () => undefined,
      () => undefined,
    );
    return await Promise.race([made, late]);
  } catch {
    return undefined;
  } finally {
    over.abort();
  }
}
