/**
 * How many cases a wished-for precision takes, from a run that is there.
 *
 * The half-width of an interval shrinks with the square root of the number of cases, whatever the figure is a function of
 * (the central limit theorem holds for means and for smooth functions of them): n' = n · (half-width / wished-for)².
 * For a difference to be seen with a power of 80% at the 5% level, its half-width must be 1.96 / (1.96 + 0.84) of it:
 * Cohen 1988, "Statistical Power Analysis for the Behavioral Sciences", section 2.4.
 * @module
 */
import type { ProbeResult } from '../run/probe-result.ts';

/** What one figure would take. */
export interface Power {
  readonly probe: string;
  readonly agent: string;
  /** The agent that it is compared with; absent for a figure of its own. */
  readonly against?: string;
  readonly metric: string;
  /** Cases it rests on now. */
  readonly cases: number;
  readonly halfWidth: number;
  /** Cases for a half-width of `precision`. */
  readonly forPrecision: number;
  /** Comparisons: cases for the difference as it is to be seen in four runs of five. Infinity where it is 0. */
  readonly forDifference?: number;
}

const SEEN = 1.959964 / (1.959964 + 0.841621);

/** Cases needed for a half-width of `wished`, given one that `cases` cases had. NaN where that is not known. */
export function casesFor(cases: number, halfWidth: number, wished: number): number {
  return Math.ceil(cases * (halfWidth / wished) ** 2 - 1e-9);
}

/** Every headline figure and comparison of the results. `precision` is in the metric's own units; 0.05 unless given. */
export function powerOf(results: readonly ProbeResult[], precision: number = 0.05): Power[] {
  return results.flatMap(({ probe, agents, comparisons, metrics }) => {
    const isHeadline = (metric: string): boolean =>
      metrics?.some(({ name, isHeadline }) => name === metric && isHeadline) ?? !metric.includes('@');
    const own = Object.entries(agents).flatMap(([agent, figures]) =>
      Object.entries(figures).flatMap(([metric, { low, high, n }]): Power[] => {
        const halfWidth = (high - low) / 2;
        if (!isHeadline(metric) || !Number.isFinite(halfWidth)) return [];
        return [{ probe, agent, metric, cases: n, halfWidth, forPrecision: casesFor(n, halfWidth, precision) }];
      }),
    );
    const compared = comparisons.flatMap(({ a, b, metric, difference, low, high }): Power[] => {
      const halfWidth = (high - low) / 2;
      if (!isHeadline(metric) || !Number.isFinite(halfWidth)) return [];
      const cases = Math.min(agents[a]?.[metric]?.n ?? Number.NaN, agents[b]?.[metric]?.n ?? Number.NaN);
      const forPrecision = casesFor(cases, halfWidth, precision);
      const forDifference = casesFor(cases, halfWidth, Math.abs(difference) * SEEN);
      return [{ probe, agent: a, against: b, metric, cases, halfWidth, forPrecision, forDifference }];
    });
    return [...own, ...compared];
  });
}
