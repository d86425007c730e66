/**
 * From one number per case to the figures of a report: means, paired differences and relative changes, with intervals.
 * @module
 */
import type { Random } from '@sente/engine';
import { percentileInterval, RESAMPLES, resampledMeans } from './bootstrap.ts';
import { differences, mean, present } from './column.ts';
import { bootstrapP } from './holm.ts';

/** A mean over cases with its 95% bootstrap interval. */
export interface Figure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Cases behind the mean. */
  readonly n: number;
}

/** Agent a against agent b on the cases that both have. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  /** Mean of a − b over common cases, with its paired 95% interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /**
   * Ratio of means as a change, mean(a) / mean(b) − 1: −0.4 is 40% less than b. Given for the metrics that were asked
   * for, where the mean of b is not 0.
   */
  readonly change?: { readonly mean: number; readonly low: number; readonly high: number };
  /** Two-sided bootstrap p-value of the difference. */
  readonly p?: number;
  /** The same after Holm's correction over all headline comparisons of the run. */
  readonly holm?: number;
}

/** Metric by agent: `perCase[agent][metric][case]`; a metric has the same cases, in the same order, for all agents. */
export type PerCase = Readonly<Record<string, Readonly<Record<string, Float64Array>>>>;

/** The two parts of a probe's result that statistics fill in. */
export interface Summary {
  readonly agents: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  readonly comparisons: readonly Comparison[];
}

/** What to compare, and how. */
export interface SummaryOptions {
  readonly random: Random;
  /** Draws behind every interval; 1,000 unless given. */
  readonly resamples?: number;
  /** Which agents to compare, [a, b]; unless given, the last agent with every other. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Metrics to compare; all unless given. */
  readonly compare?: (metric: string) => boolean;
  /** Metrics whose comparisons also carry the relative change. */
  readonly changes?: (metric: string) => boolean;
}

/**
 * Figures for every agent and metric, and paired comparisons. Metrics of equal length share their draws of cases.
 * A metric that only one of a pair has is not compared. Throws RangeError when a metric's agents differ in length.
 */
export function summarise(perCase: PerCase, options: SummaryOptions): Summary {
  const names = Object.keys(perCase);
  const draws = new Draws(options.random.split('bootstrap'), options.resamples ?? RESAMPLES);
  const pairs = options.pairs ?? names.slice(0, -1).map((name) => [names.at(-1) ?? '', name] as const);

  const figures = names.map((agent) =>
    Object.entries(perCase[agent]).map(([metric, column]) => ({ metric, column, means: draws.of(column) })),
  );
  const compared = pairs.flatMap(([a, b]) =>
    Object.keys(perCase[a] ?? {})
      .filter((metric) => perCase[b]?.[metric] !== undefined && (options.compare?.(metric) ?? true))
      .map((metric) => {
        const difference = differences(perCase[a][metric], perCase[b][metric]);
        const base = keep(perCase[b][metric], difference);
        return {
          a,
          b,
          metric,
          difference,
          base,
          own: draws.of(keep(perCase[a][metric], difference)),
          other: draws.of(base),
        };
      }),
  );
  draws.run();

  const agents = Object.fromEntries(
    names.map((agent, i) => [
      agent,
      Object.fromEntries(
        figures[i].map(({ metric, column, means }) => [
          metric,
          { mean: mean(column), ...percentileInterval(means()), n: present(column) },
        ]),
      ),
    ]),
  );
  const comparisons = compared.map(({ a, b, metric, difference, base, own, other }): Comparison => {
    const ownMeans = own();
    const otherMeans = other();
    const drawn = ownMeans.map((value, r) => value - otherMeans[r]);
    const result = {
      a,
      b,
      metric,
      difference: mean(difference),
      ...percentileInterval(drawn),
      p: bootstrapP(drawn, present(difference)),
    };
    const divisor = mean(base);
    if (!options.changes?.(metric) || Number.isNaN(divisor) || divisor === 0) return result;
    const ratios = ownMeans.map((value, r) => value / otherMeans[r] - 1).filter(Number.isFinite);
    return { ...result, change: { mean: mean(difference) / divisor, ...percentileInterval(ratios) } };
  });
  return { agents, comparisons };
}

/** The column itself when `pattern` misses no case of it, else a copy without the cases that `pattern` misses. */
function keep(column: Float64Array, pattern: Float64Array): Float64Array {
  if (present(column) === present(pattern)) return column;
  return column.map((value, i) => (Number.isNaN(pattern[i]) ? Number.NaN : value));
}

/** Collects columns, then resamples each once: all columns of one length over the same draws of cases. */
class Draws {
  readonly #random: Random;
  readonly #resamples: number;
  readonly #means = new Map<Float64Array, Float64Array>();

  constructor(random: Random, resamples: number) {
    this.#random = random;
    this.#resamples = resamples;
  }

  /** Registers a column; the function returned gives its resampled means after `run`. */
  of(column: Float64Array): () => Float64Array {
    if (!this.#means.has(column)) this.#means.set(column, new Float64Array(0));
    return () => this.#means.get(column) as Float64Array;
  }

  run(): void {
    for (const [length, columns] of Map.groupBy(this.#means.keys(), (column) => column.length)) {
      const means = resampledMeans(columns, this.#random.split(length), this.#resamples);
      for (let i = 0; i < columns.length; i++) this.#means.set(columns[i], means[i]);
    }
  }
}
