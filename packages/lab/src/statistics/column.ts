/**
 * Columns of measured numbers: one a case, NaN where a case has no such number.
 * @module
 */

/** Arithmetic mean of the numbers that are there; NaN when there are none. */
export function mean(column: ArrayLike<number>): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < column.length; i++) {
    if (Number.isNaN(column[i])) continue;
    sum += column[i];
    n++;
  }
  return n === 0 ? Number.NaN : sum / n;
}

/** How many cases have a number. */
export function present(column: ArrayLike<number>): number {
  let n = 0;
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) n++;
  return n;
}

/** Differences a − b, case by case; NaN where either is missing. Throws RangeError when the lengths differ. */
export function differences(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length !== b.length)
    throw new RangeError(`paired columns must have one length, not ${a.length} and ${b.length}`);
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i] - b[i];
  return result;
}

/**
 * The value below which a share `at` (0 … 1) of the numbers lies, interpolated between neighbours (Hyndman & Fan 1996,
 * definition 7). `ascending` is sorted; NaN when it is empty.
 */
export function quantile(ascending: ArrayLike<number>, at: number): number {
  if (ascending.length === 0) return Number.NaN;
  const position = Math.min(Math.max(at, 0), 1) * (ascending.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
}
