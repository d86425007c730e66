/**
 * How much each item is wanted, from counts of sales, bookings or plays.
 * @module
 */

/**
 * Makes counts (NaN: unknown) a prior: an item without a count gets the median; one with 0 half the smallest positive
 * count, as what nobody took yet may still be wanted. Undefined when no count is positive.
 */
export function wanted(counts: Float64Array): Float64Array | undefined {
  const sorted = counts.filter((count) => !Number.isNaN(count)).sort();
  const least = sorted.find((count) => count > 0);
  if (least === undefined) return undefined;
  const median = sorted[sorted.length >> 1];
  return counts.map((count) => Math.max(Number.isNaN(count) ? median : count, least / 2));
}
