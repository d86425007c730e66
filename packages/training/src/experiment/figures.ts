/**
 * Figures of models of one kind, one a seed, in every draw of seeds and cases.
 * @module
 */
import { boundaryMetrics, type Metric, PIECES_SETTINGS, type PlayedRow } from '@sente/lab';
import type { Draw, Drawn } from './draws.ts';
import type { MeasuredArm, TextAccuracy } from './measured-arm.ts';

/** Figures that are given for the likeliest words too; their names end in `@greedy`. */
const GREEDY: ReadonlySet<string> = new Set([
  'reward',
  'success',
  'turns',
  'regret',
  'agreement',
  'act-agreement',
  'asks@open',
  'asks@closed',
  'asks@unsure',
  'abstains',
  'p@full',
  'p@concat',
  'p@sharded',
  'p@fresh',
  'p@ledger',
]);

/** All figures of models that differ in their seed only. A kind with fewer seeds than were drawn, a base, is the same for several. */
export function figuresOf(
  arms: readonly Pick<MeasuredArm, 'rows' | 'greedy' | 'nextToken' | 'thinking'>[],
  groups: readonly string[],
  draws: readonly Draw[],
): Map<string, Drawn> {
  const figures = new Map<string, Drawn>();
  const sampled = arms.map(({ rows }) => groupRows(rows, groups));
  const greedy = arms.map((arm) => groupRows(arm.greedy, groups));
  for (const metric of boundaryMetrics) {
    figures.set(metric.name, metricOver(metric, sampled, draws));
    if (GREEDY.has(metric.name)) figures.set(`${metric.name}@greedy`, metricOver(metric, greedy, draws));
  }
  for (const split of ['easy', 'medium', 'hard'] as const) {
    figures.set(
      `accuracy@${split}`,
      accuracyOver(
        split,
        arms.map(({ nextToken }) => nextToken),
        draws,
      ),
    );
    const thinking = arms.flatMap((arm) => (arm.thinking ? [arm.thinking] : []));
    if (thinking.length === arms.length) figures.set(`thinking@${split}`, accuracyOver(split, thinking, draws));
  }
  for (const [name, drawn] of figures) if (Number.isNaN(drawn[0])) figures.delete(name);
  return figures;
}

/** The setting at the end of a case's name. */
const PIECES = new RegExp(`/(${PIECES_SETTINGS.join('|')})$`);

/** Groups of cases, in their order. */
export function groupNames(cases: readonly { readonly id: string; readonly group?: string }[]): string[] {
  return [...new Set(cases.map(({ id, group }) => group ?? id))];
}

/** Rows by group of cases, in the order of the groups; a row's group is its case without the setting. */
function groupRows(rows: readonly PlayedRow[], groups: readonly string[]): PlayedRow[][] {
  const found = Map.groupBy(rows, (row) => row.case.replace(PIECES, ''));
  return groups.map((group) => found.get(group) ?? []);
}

/** A metric of the probe in every draw; figures that are relative to another agent are left out. */
function metricOver(metric: Metric, seeds: readonly PlayedRow[][][], draws: readonly Draw[]): Drawn {
  const { cell, figure = metric.name, of } = metric;
  if (of) {
    // Such a figure picks its rows itself: it may need those of several conditions.
    return Float64Array.from(draws, (draw) => {
      const groups = draw.seeds.flatMap((seed) => Array.from(draw.cases, (at) => seeds[seed % seeds.length][at]));
      return of(
        groups.filter((rows) => rows.length > 0),
        () => [],
      );
    });
  }
  const counted = seeds.map((groups) =>
    groups.map((rows) => rows.filter((row) => cell === undefined || row.cell === cell)),
  );
  const values = counted.map((groups) =>
    Float64Array.from(groups, (rows) => meanOf(rows.flatMap((row) => row.figures[figure] ?? []))),
  );
  return Float64Array.from(draws, (draw) => {
    let sum = 0;
    let count = 0;
    for (const seed of draw.seeds) {
      for (const at of draw.cases) {
        const value = values[seed % values.length][at];
        if (Number.isNaN(value)) continue;
        sum += value;
        count++;
      }
    }
    return sum / count;
  });
}

/** Right places of all places in the drawn texts. */
function accuracyOver(
  split: keyof TextAccuracy,
  seeds: readonly (readonly TextAccuracy[])[],
  draws: readonly Draw[],
): Drawn {
  return Float64Array.from(draws, (draw) => {
    let right = 0;
    let places = 0;
    for (const seed of draw.seeds) {
      for (const at of draw.texts) {
        right += seeds[seed % seeds.length][at][split][0];
        places += seeds[seed % seeds.length][at][split][1];
      }
    }
    return right / places;
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
