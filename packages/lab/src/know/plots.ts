/**
 * What the report shows of forecasts.
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';
import type { Group, PlotData } from '../probe/probe.ts';
import { byPlace, type Place } from './by-turn.ts';
import { countForecasts, equalMassBins, riskCoverage } from './pooled.ts';

/** Places with fewer conversations are left out of the curve by horizon. */
const FEWEST = 10;

/** Calibration, risk and coverage, Brier by turns before the end. */
export function knowPlots(rows: readonly PlayedRow[]): readonly PlotData[] {
  const agents = [...Map.groupBy(rows, ({ agent }) => agent)].map(([name, played]) => ({
    name,
    groups: played.map((row) => [row]),
  }));
  return [
    {
      id: 'calibration',
      title: 'Calibration',
      kind: 'calibration',
      x: 'stated',
      y: 'share that came true',
      series: agents.map(({ name, groups }) => ({
        name,
        points: equalMassBins(countForecasts(groups)).map(({ stated, came, n }) => ({ x: stated, y: came, n })),
      })),
      caption: 'On the diagonal, things come true as often as was said. Bins of equal mass.',
    },
    {
      id: 'risk-coverage',
      title: 'Risk and coverage',
      kind: 'lines',
      x: 'share of forecasts called',
      y: 'share of calls that are wrong',
      series: agents.map(({ name, groups }) => ({
        name,
        points: riskCoverage(countForecasts(groups)).map(({ covered, risk }) => ({ x: covered, y: risk })),
      })),
      caption: 'Who knows when it does not know is rarely wrong while it calls only what it is surest of.',
    },
    {
      id: 'horizon',
      title: 'Brier score by turns before the end',
      kind: 'lines',
      x: 'turns before the last forecast',
      y: 'Brier score',
      series: agents.map(({ name, groups }) => ({
        name,
        points: beforeTheEnd(groups).flatMap(({ n, squares }, x) => (n >= FEWEST ? [{ x, y: squares / n, n }] : [])),
      })),
      caption: 'The nearer the end, the easier it should be to foresee.',
    },
  ];
}

/** All conditions together, by turns before the last forecast. */
function beforeTheEnd(groups: readonly Group[]): readonly Place[] {
  const together = groups.map((group) => group.map(({ cell: _, ...row }) => row));
  return byPlace(together, 'last').get('') ?? [];
}
