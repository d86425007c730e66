/**
 * The figures of a probe with all that stands beside them: comparisons seen from the focus, published figures.
 * @module
 */
import type { ProbeResult, ShownMetric } from '../../run/probe-result.ts';
import type { Comparison } from '../../statistics/summary.ts';
import { isNumber } from './figure-text.ts';
import type { ReportComparison, ReportMetric, Standing } from './report-model.ts';

/** Adjusted p-values below this are clear. */
const LEVEL = 0.05;

/** Every metric of a result: those that it describes, in their order, then those that it only has figures for. */
export function metricsOfProbe(result: ProbeResult, focus: string): readonly ReportMetric[] {
  const described = result.metrics ?? [];
  const known = new Set(described.map(({ name }) => name));
  const measured = new Set(Object.values(result.agents).flatMap((metrics) => Object.keys(metrics)));
  const bare = [...measured].filter((name) => !known.has(name)).map((name) => plainMetric(name, result));
  return [...described.filter(({ name }) => measured.has(name)), ...bare].map((metric) => ({
    ...metric,
    figures: Object.fromEntries(
      Object.entries(result.agents).flatMap(([agent, metrics]) =>
        metrics[metric.name] === undefined ? [] : [[agent, metrics[metric.name]]],
      ),
    ),
    comparisons: result.comparisons.flatMap((comparison) => seenFrom(focus, comparison, metric)),
    references: (result.references ?? []).filter((reference) => reference.metric === metric.name),
  }));
}

/** Results from before metrics described themselves know their names and cells only. */
function plainMetric(name: string, result: ProbeResult): ShownMetric {
  const cell = result.cells?.find((known) => name.endsWith(`@${known.name}`))?.name;
  return { name, label: name, better: 'neither', unit: 'number', ...(cell !== undefined && { cell }) };
}

/** The comparison as focus − other; none if the focus is no part of it. */
function seenFrom(focus: string, comparison: Comparison, metric: ShownMetric): readonly ReportComparison[] {
  const { a, b, difference, low, high } = comparison;
  if (comparison.metric !== metric.name || (a !== focus && b !== focus)) return [];
  if (a === focus) return [{ ...comparison, other: b, standing: standingOf(comparison, metric.better) }];
  // A relative change has no counterpart the other way round.
  const { change: _, ...rest } = comparison;
  const turned = { ...rest, a: b, b: a, difference: -difference, low: -high, high: -low };
  return [{ ...turned, other: a, standing: standingOf(turned, metric.better) }];
}

function standingOf({ difference, low, high, holm }: Comparison, better: ShownMetric['better']): Standing {
  if (better === 'neither') return 'none';
  const isClear = isNumber(holm) ? holm < LEVEL : isNumber(low) && isNumber(high) && (low > 0 || high < 0);
  if (!isClear || !isNumber(difference) || difference === 0) return 'open';
  return difference > 0 === (better === 'higher') ? 'ahead' : 'behind';
}
