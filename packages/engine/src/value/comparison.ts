/**
 * Statistics of sampled values: one act's own, and those of paired differences from another act. Samples that failed, or
 * are still to come, are NaN and left out.
 * @module
 */

/** Mean difference of two acts over the samples that both have. */
export interface Comparison {
  readonly pairs: number;
  /** NaN without pairs. */
  readonly mean: number;
  /** Unbiased variance of one difference; NaN below two pairs. */
  readonly variance: number;
}

/** Compares sample by sample: the first act minus the second. */
export function compare(own: readonly number[], other: readonly number[]): Comparison {
  const length = Math.min(own.length, other.length);
  let pairs = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    const difference = own[i] - other[i];
    if (Number.isNaN(difference)) continue;
    pairs += 1;
    // Welford's update: exact for constant differences, where a sum of squares leaves rounding dust.
    const step = difference - mean;
    mean += step / pairs;
    squares += step * (difference - mean);
  }
  return { pairs, mean: pairs === 0 ? Number.NaN : mean, variance: pairs < 2 ? Number.NaN : squares / (pairs - 1) };
}

/** Mean and unbiased variance of one act's samples. */
export function summarise(own: readonly number[]): { count: number; mean: number; variance: number } {
  const { pairs, mean, variance } = compare(own, new Array<number>(own.length).fill(0));
  return { count: pairs, mean, variance };
}

/** Mean of the samples told; NaN when there are none. */
export function meanOf(own: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const value of own) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** Mean variance of several comparisons; 0 when none has two pairs. */
export function pooledVariance(comparisons: readonly Comparison[]): number {
  const known = comparisons.filter((comparison) => comparison.pairs > 1);
  return known.reduce((sum, comparison) => sum + comparison.variance, 0) / Math.max(1, known.length);
}

/**
 * Standard error of a mean difference whose variance, known from few pairs, leans on the pooled one as if that had been
 * seen in four pairs: without it, acts whose first samples happen to agree look certain.
 */
export function standardError(comparison: Comparison, pooled: number): number {
  const { pairs, variance } = comparison;
  if (pairs === 0) return Number.POSITIVE_INFINITY;
  const leaning = pairs < 2 ? pooled : ((pairs - 1) * variance + 4 * pooled) / (pairs + 3);
  return Math.sqrt(leaning / pairs);
}
