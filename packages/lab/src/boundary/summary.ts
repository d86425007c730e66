/**
 * From rows of the probe to figures, for those who play the cases themselves.
 * @module
 */
import { createRandom } from '@sente/engine';
import { accuracyAt, countForecasts, equalMassBins } from '../know/pooled.ts';
import type { PlayedRow } from '../probe/played.ts';
import type { Group, Metric, Probe } from '../probe/probe.ts';
import { summariseProbe } from '../run/summarise-probe.ts';
import { summariseGroups } from '../statistics/groups.ts';
import type { Comparison, Figure } from '../statistics/summary.ts';
import type { BoundaryCase } from './cases.ts';
import { type BoundaryCell, firstActs } from './first-acts.ts';
import { boundaryMetrics } from './metrics.ts';
import { boundaryProbe } from './probe.ts';

/** All that follows from rows. */
export interface BoundarySummary {
  readonly agents: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  /** Figures about the strangers themselves. */
  readonly users: Readonly<Record<string, Figure>>;
  /** The last agent against every other, paired by case. */
  readonly comparisons: readonly Comparison[];
  readonly curves: Readonly<Record<string, BoundaryCurves>>;
}

/** What is drawn of one agent. */
export interface BoundaryCurves {
  readonly cells: readonly BoundaryCell[];
  /** Share of right calls when only the surest share (coverage) of conversations is called; empty without forecasts. */
  readonly selective: readonly { readonly coverage: number; readonly accuracy: number }[];
  /** Forecast against what came, in bins of equal mass. */
  readonly calibration: readonly { readonly forecast: number; readonly happened: number; readonly n: number }[];
}

/**
 * Figures with 95% bootstrap intervals over cases (conversations of several models with one case stand or fall together), in
 * the order in which agents come in the rows.
 */
export function summariseBoundary(
  rows: readonly PlayedRow[],
  cases: readonly BoundaryCase[],
  seed: number,
): BoundarySummary {
  const byAgent = Map.groupBy(rows, ({ agent }) => agent);
  const probe: Probe = boundaryProbe;
  const input = { probe, cases, agents: [...byAgent.keys()], rows, seed, users: 'strangers' };
  const { agents, users, comparisons } = summariseProbe(input);
  const curves = [...byAgent].map(([agent, own]) => [agent, boundaryCurves(own, cases)] as const);
  return { agents, users: users.strangers, comparisons, curves: Object.fromEntries(curves) };
}

/** Figures alone, without intervals: rows of one agent. A figure that there is not is left out. */
export function boundaryFigures(rows: readonly PlayedRow[], cases: readonly BoundaryCase[]): Record<string, number> {
  const groups = { own: groupsOf(rows, cases) };
  const { agents } = summariseGroups(groups, boundaryMetrics, { random: createRandom(0), resamples: 1, pairs: [] });
  return Object.fromEntries(Object.entries(agents.own).map(([name, { mean }]) => [name, mean]));
}

/** a − b on the cases that both played, paired by case; rows of several models are averaged within a case. */
export function compareBoundary(
  [a, own]: readonly [name: string, rows: readonly PlayedRow[]],
  [b, other]: readonly [name: string, rows: readonly PlayedRow[]],
  cases: readonly BoundaryCase[],
  seed: number,
  metrics: readonly string[] = boundaryMetrics.map(({ name }) => name),
): readonly Comparison[] {
  const wanted: readonly Metric[] = boundaryMetrics.filter(({ name }) => metrics.includes(name));
  const random = createRandom(seed).split('boundary').split('intervals');
  const groups = { b: groupsOf(other, cases), a: groupsOf(own, cases) };
  return summariseGroups(groups, wanted, { random }).comparisons.map((one) => ({ ...one, a, b }));
}

/** Maps and curves: rows of one agent. */
export function boundaryCurves(rows: readonly PlayedRow[], cases: readonly BoundaryCase[]): BoundaryCurves {
  const counted = countForecasts([rows], 'request');
  const isForecast = counted.all.some((count) => count > 0);
  const coverages = Array.from({ length: 10 }, (_, tenth) => (tenth + 1) / 10);
  return {
    cells: firstActs(rows, cases),
    selective: isForecast ? coverages.map((coverage) => ({ coverage, accuracy: accuracyAt(counted, coverage) })) : [],
    calibration: equalMassBins(counted).map(({ stated, came, n }) => ({ forecast: stated, happened: came, n })),
  };
}

/** Rows by group of cases, in the cases' order. */
function groupsOf(rows: readonly PlayedRow[], cases: readonly BoundaryCase[]): readonly Group[] {
  const groupOf = new Map(cases.map(({ id, group }) => [id, group ?? id]));
  const found = Map.groupBy(rows, ({ case: id }) => groupOf.get(id) ?? id);
  return [...new Set(groupOf.values())].map((group) => found.get(group) ?? []);
}
