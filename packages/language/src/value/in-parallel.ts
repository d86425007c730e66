/**
 * Runs work side by side, so many at a time.
 * @module
 */

/** Results in the order of the list. Rejects with the first failure, once what is under way has ended. */
export async function inParallel<T, R>(
  list: readonly T[],
  most: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(list.length);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(list[at]);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(most, list.length) }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return results;
}
