/**
 * Bootstrap over cases: how far a mean could have moved had other cases been drawn.
 *
 * Source: Efron 1979, "Bootstrap methods: another look at the jackknife"; percentile interval: Efron & Tibshirani
 * 1993, "An Introduction to the Bootstrap", section 13.3.
 * @module
 */
import type { Random } from '@sente/engine';
import { quantile } from './column.ts';

/** Resamples behind an interval, unless told otherwise. */
export const RESAMPLES = 1000;

/** A 95% interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Rows without a missing value, or nothing when there are none to leave out. */
function presentRows(column: Float64Array): Uint32Array | undefined {
  const rows: number[] = [];
  for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i])) rows.push(i);
  return rows.length === column.length ? undefined : Uint32Array.from(rows);
}

/**
 * Means of every column in each of `resamples` draws of cases with replacement. All columns share the draws, so that
 * differences and ratios of the returned means are paired.
 *
 * @param columns equally long, one number a case; NaN leaves a case out of that column.
 * @returns one array of `resamples` means per column; NaN where a draw met only missing cases.
 */
export function resampledMeans(columns: readonly Float64Array[], random: Random, resamples: number): Float64Array[] {
  const cases = columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== cases)
      throw new RangeError(`columns must have one length, not ${cases} and ${column.length}`);
  }
  const rows = columns.map(presentRows);
  const means = columns.map(() => new Float64Array(resamples).fill(Number.NaN));
  if (cases === 0) return means;
  const counts = new Float64Array(cases);
  for (let r = 0; r < resamples; r++) {
    counts.fill(0);
    for (let i = 0; i < cases; i++) counts[Math.floor(random.next() * cases)]++;
    for (let c = 0; c < columns.length; c++) {
      const sparse = rows[c];
      means[c][r] = sparse ? sparseMean(columns[c], counts, sparse) : denseMean(columns[c], counts);
    }
  }
  return means;
}

/** Four sums side by side: one alone would wait for each addition to end. */
function denseMean(column: Float64Array, counts: Float64Array): number {
  const whole = column.length - (column.length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < whole; i += 4) {
    s0 += counts[i] * column[i];
    s1 += counts[i + 1] * column[i + 1];
    s2 += counts[i + 2] * column[i + 2];
    s3 += counts[i + 3] * column[i + 3];
  }
  for (let i = whole; i < column.length; i++) s0 += counts[i] * column[i];
  return (s0 + s1 + s2 + s3) / column.length;
}

function sparseMean(column: Float64Array, counts: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  let weight = 0;
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k];
    sum += counts[i] * column[i];
    weight += counts[i];
  }
  return weight === 0 ? Number.NaN : sum / weight;
}

/** The middle 95% of resampled numbers; NaN bounds when there are none. */
export function percentileInterval(resampled: Float64Array): Interval {
  const ascending = resampled.filter((value) => !Number.isNaN(value)).sort();
  return { low: quantile(ascending, 0.025), high: quantile(ascending, 0.975) };
}

/** Mean of one column with its 95% interval. */
export function bootstrapInterval(column: Float64Array, random: Random, resamples: number = RESAMPLES): Interval {
  return percentileInterval(resampledMeans([column], random, resamples)[0]);
}
