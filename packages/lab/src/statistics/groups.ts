/**
 * From played conversations to figures: every metric of every agent with its interval, and paired comparisons. Intervals
 * are drawn over groups of cases, never over turns or repeats; all agents share the draws, so that differences, and
 * figures that are relative to another agent's, are paired.
 *
 * Source: Efron & Tibshirani 1993, "An Introduction to the Bootstrap", sections 13.3 (percentiles) and 8.6 (resampling
 * the units that were drawn).
 * @module
 */
import type { Random } from '@sente/engine';
import type { Group, Metric } from '../probe/probe.ts';
import { percentileInterval, RESAMPLES } from './bootstrap.ts';
import { differences as differencesOf, mean, present } from './column.ts';
import { bootstrapP } from './holm.ts';
import type { Comparison, Figure, Summary } from './summary.ts';

/** Groups by agent, in one order for all; an agent that did not play a group has an empty one there. */
export type GroupsByAgent = Readonly<Record<string, readonly Group[]>>;

/** How to draw, and whom to compare. */
interface GroupOptions {
  readonly random: Random;
  /** 1,000 unless given. */
  readonly resamples?: number;
  /** [a, b]; the last agent with every other unless given. */
  readonly pairs?: readonly (readonly [string, string])[];
}

/** Figures and comparisons. A metric that has no value on the whole of an agent's groups is left out for that agent. */
export function summariseGroups(groups: GroupsByAgent, metrics: readonly Metric[], options: GroupOptions): Summary {
  const names = Object.keys(groups);
  const size = groups[names[0]]?.length ?? 0;
  const resamples = options.resamples ?? RESAMPLES;
  const draws = drawGroups(size, resamples, options.random.split('groups'));
  const pairs = options.pairs ?? names.slice(0, -1).map((name) => [names.at(-1)!, name] as const);

  const agents: Record<string, Record<string, Figure>> = {};
  const drawn = new Map<string, Float64Array>();
  for (const agent of names) {
    agents[agent] = {};
    for (const metric of metrics) {
      const evaluate = metric.of ? pooled(metric.of, groups, agent) : averaged(metric, groups[agent]);
      const whole = evaluate();
      if (Number.isNaN(whole)) continue;
      const resampled = Float64Array.from(draws, evaluate);
      drawn.set(`${agent}\n${metric.name}`, resampled);
      agents[agent][metric.name] = { mean: whole, ...percentileInterval(resampled), n: behind(metric, groups[agent]) };
    }
  }

  const comparisons = pairs.flatMap(([a, b]) =>
    metrics.flatMap((compared): Comparison[] => {
      const { name: metric } = compared;
      const [own, other] = [drawn.get(`${a}\n${metric}`), drawn.get(`${b}\n${metric}`)];
      if (!own || !other) return [];
      if (!compared.of) {
        // Where one of them has no such number, there is nothing to compare.
        const column = differencesOf(groupMeans(compared, groups[a]), groupMeans(compared, groups[b]));
        const cases = present(column);
        if (cases === 0) return [];
        const drawnMeans = Float64Array.from(draws, meanOf(column));
        return [
          {
            a,
            b,
            metric,
            difference: mean(column),
            ...percentileInterval(drawnMeans),
            p: bootstrapP(drawnMeans, cases),
          },
        ];
      }
      const differences = own.map((value, r) => value - other[r]);
      const difference = agents[a][metric].mean - agents[b][metric].mean;
      const cases = Math.min(agents[a][metric].n, agents[b][metric].n);
      return [{ a, b, metric, difference, ...percentileInterval(differences), p: bootstrapP(differences, cases) }];
    }),
  );
  return { agents, comparisons };
}

/** Positions of the groups in each draw. */
function drawGroups(size: number, resamples: number, random: Random): Uint32Array[] {
  return Array.from({ length: size === 0 ? 0 : resamples }, () =>
    Uint32Array.from({ length: size }, () => Math.floor(random.next() * size)),
  );
}

type Evaluate = (draw?: Uint32Array) => number;

/** A figure that is a function of all groups together. */
function pooled(of: NonNullable<Metric['of']>, groups: GroupsByAgent, agent: string): Evaluate {
  return (draw) => {
    const taken = (name: string): readonly Group[] => {
      const all = groups[name] ?? [];
      return draw ? Array.from(draw, (position) => all[position] ?? []) : all;
    };
    return of(taken(agent), taken);
  };
}

/** A mean over groups of the mean over a group's conversations. */
function averaged(metric: Metric, groups: readonly Group[]): Evaluate {
  return meanOf(groupMeans(metric, groups));
}

/** The mean of a column, or of the groups drawn, over those that have a number. */
function meanOf(column: Float64Array): Evaluate {
  return (draw) => {
    if (!draw) return mean(column);
    let sum = 0;
    let n = 0;
    for (const position of draw) {
      const value = column[position];
      if (Number.isNaN(value)) continue;
      sum += value;
      n++;
    }
    return n === 0 ? Number.NaN : sum / n;
  };
}

/** One number a group: the mean over its conversations that have the figure; NaN where none has. */
function groupMeans(metric: Pick<Metric, 'name' | 'figure' | 'cell'>, groups: readonly Group[]): Float64Array {
  const figure = metric.figure ?? metric.name;
  return Float64Array.from(groups, (group) => {
    let sum = 0;
    let n = 0;
    for (const row of group) {
      if (metric.cell !== undefined && row.cell !== metric.cell) continue;
      const value = row.figures[figure];
      if (value === undefined || Number.isNaN(value)) continue;
      sum += value;
      n++;
    }
    return n === 0 ? Number.NaN : sum / n;
  });
}

/** Groups behind a figure. */
function behind(metric: Metric, groups: readonly Group[]): number {
  if (metric.of) {
    return groups.filter((group) => group.some((row) => metric.cell === undefined || row.cell === metric.cell)).length;
  }
  return groupMeans(metric, groups).reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
}
