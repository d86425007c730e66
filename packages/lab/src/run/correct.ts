/**
 * Holm's correction over a whole run: all headline comparisons of all its probes are one family.
 * @module
 */
import { holm } from '../statistics/holm.ts';
import type { ProbeResult } from './probe-result.ts';

/** The results with `holm` at every headline comparison that has a p-value. */
export function correctAcross(results: readonly ProbeResult[]): ProbeResult[] {
  const isHeadline = ({ metrics }: ProbeResult, metric: string): boolean =>
    metrics?.some(({ name, isHeadline }) => isHeadline && name === metric) ?? false;
  const family = results.flatMap((result) =>
    result.comparisons.filter(({ metric, p }) => p !== undefined && isHeadline(result, metric)),
  );
  const adjusted = holm(family.map(({ p }) => p ?? Number.NaN));
  const corrected = new Map(family.map((comparison, k) => [comparison, adjusted[k]]));
  return results.map((result) => ({
    ...result,
    comparisons: result.comparisons.map((comparison) => {
      const value = corrected.get(comparison);
      return value === undefined ? comparison : { ...comparison, holm: value };
    }),
  }));
}
