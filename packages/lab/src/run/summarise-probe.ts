/**
 * From the rows of a probe to its result.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { PlayedRow } from '../probe/played.ts';
import type { Group, Metric, Probe, ProbeCase } from '../probe/probe.ts';
import { type GroupsByAgent, summariseGroups } from '../statistics/groups.ts';
import type { Comparison, Figure, Summary } from '../statistics/summary.ts';
import type { ProbeResult } from './probe-result.ts';
import { MATCHED } from './task.ts';

/** Fewer cases than this behind a figure are worth a warning. */
const FEW_CASES = 30;

/** What a summary needs beside the rows. */
interface SummaryInput {
  readonly probe: Probe;
  readonly cases: readonly ProbeCase[];
  /** In the order of a report; the last one is compared with the others. */
  readonly agents: readonly string[];
  readonly rows: readonly PlayedRow[];
  readonly seed: number;
  /** Who the users were: `strangers`, a temperament, a model. */
  readonly users: string;
}

/** All of a result that follows from the rows. */
type Summarised = Pick<
  ProbeResult,
  'agents' | 'users' | 'comparisons' | 'metrics' | 'plots' | 'radar' | 'warnings' | 'notes'
>;

/** Figures, comparisons, curves and warnings. Rows of matched users stand beside, their metrics ending in `@matched`. */
export function summariseProbe(input: SummaryInput): Summarised {
  const { probe, cases, agents, rows, users } = input;
  const isMatched = (row: PlayedRow): boolean => row.case.endsWith(MATCHED);
  const strangers = rows.filter((row) => !isMatched(row));
  const matched = rows.filter(isMatched);
  const own = summariseRows(input, strangers);
  const beside = matched.length > 0 ? summariseRows(input, matched) : undefined;
  const withMatched: Summary = beside
    ? {
        agents: Object.fromEntries(
          agents.map((agent) => [agent, { ...own.agents[agent], ...renamed(beside.agents[agent] ?? {}) }]),
        ),
        comparisons: [
          ...own.comparisons,
          ...beside.comparisons.map((c): Comparison => ({ ...c, metric: `${c.metric}@matched` })),
        ],
      }
    : own;
  return {
    ...withMatched,
    users: { [users]: userFigures(input, strangers), ...(beside && { matched: userFigures(input, matched) }) },
    metrics: probe.metrics.map(({ name, label, better, unit, cell, isHeadline }) => ({
      name,
      label,
      better,
      unit,
      ...(cell !== undefined && { cell }),
      ...(isHeadline && { isHeadline }),
    })),
    plots: probe.plots?.(strangers) ?? [],
    radar: radarOf(probe, own.agents),
    warnings: warningsOf(own.agents),
    notes: probe.notes?.(cases) ?? [],
  };
}

const renamed = (figures: Readonly<Record<string, Figure>>): Record<string, Figure> =>
  Object.fromEntries(Object.entries(figures).map(([metric, figure]) => [`${metric}@matched`, figure]));

function summariseRows({ probe, cases, agents, seed }: SummaryInput, rows: readonly PlayedRow[]): Summary {
  const random = createRandom(seed).split(probe.name).split('intervals');
  return summariseGroups(groupsOf(cases, agents, rows), probe.metrics, { random });
}

/** Rows by agent and group, groups in the order of the cases. */
function groupsOf(cases: readonly ProbeCase[], agents: readonly string[], rows: readonly PlayedRow[]): GroupsByAgent {
  const groupOf = new Map(cases.map(({ id, group }) => [id, group ?? id]));
  const order = [...new Set(groupOf.values())];
  const byAgent = Map.groupBy(rows, ({ agent }) => agent);
  return Object.fromEntries(
    agents.map((agent): [string, readonly Group[]] => {
      const groups = Map.groupBy(byAgent.get(agent) ?? [], (row) => groupOf.get(plainCase(row)) ?? row.case);
      return [agent, order.map((group) => groups.get(group) ?? [])];
    }),
  );
}

const plainCase = ({ case: id }: PlayedRow): string => (id.endsWith(MATCHED) ? id.slice(0, -MATCHED.length) : id);

/** Means of what was counted about the simulated users, over groups of cases, whoever they talked to. */
function userFigures({ probe, cases, seed }: SummaryInput, rows: readonly PlayedRow[]): Record<string, Figure> {
  const named = rows.map((row): PlayedRow => ({ ...row, agent: 'user', figures: row.user ?? {} }));
  const names = [...new Set(named.flatMap(({ figures }) => Object.keys(figures)))];
  const metrics = names.map((name): Metric => ({ name, label: name, better: 'neither', unit: 'number' }));
  const random = createRandom(seed).split(probe.name).split('users');
  return { ...summariseGroups(groupsOf(cases, ['user'], named), metrics, { random }).agents.user };
}

function radarOf({ radar }: Probe, agents: Summary['agents']): NonNullable<ProbeResult['radar']> {
  const bounded = (value: number): number => Math.min(1, Math.max(0, radar.scale(value)));
  return Object.fromEntries(
    Object.entries(agents).flatMap(([agent, figures]) => {
      const figure = figures[radar.metric];
      if (!figure) return [];
      const ends = [bounded(figure.low), bounded(figure.high)];
      return [[agent, { value: bounded(figure.mean), low: Math.min(...ends), high: Math.max(...ends) }]];
    }),
  );
}

function warningsOf(agents: Summary['agents']): string[] {
  const few = new Map<number, Set<string>>();
  for (const figures of Object.values(agents)) {
    for (const [metric, { n }] of Object.entries(figures)) {
      if (n < FEW_CASES) few.set(n, (few.get(n) ?? new Set()).add(metric));
    }
  }
  if (few.size === 0) return [];
  const parts = [...few].sort(([a], [b]) => a - b).map(([n, metrics]) => `${shortList([...metrics])} (${n})`);
  return [`fewer than ${FEW_CASES} cases behind ${parts.join('; ')}: read the interval, not the mean.`];
}

/** The first three, and how many more. */
function shortList(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
