/**
 * What is drawn for each kind of plot. Missing points are left out, intervals are drawn where there are any, and the
 * focus lies on top of the others.
 * @module
 */
import * as Plot from '@observablehq/plot';
import type { PlotData } from '../../probe/probe.ts';
import { isNumber } from '../model/figure-text.ts';
import type { Look } from './colours.ts';

/** Marks, their scales, and the room that they need. */
export interface Drawing {
  readonly marks: Plot.Markish[];
  readonly height: number;
  readonly scales: {
    readonly x?: Plot.ScaleOptions;
    readonly y?: Plot.ScaleOptions;
    readonly fx?: Plot.ScaleOptions;
    readonly fy?: Plot.ScaleOptions;
    readonly r?: Plot.ScaleOptions;
  };
}

type Series = PlotData['series'][number];

/** Undefined when there is no point at all. */
export function marksOf(plot: PlotData, looks: ReadonlyMap<string, Look>, focus: string): Drawing | undefined {
  const series = plot.series
    .map(({ name, points }) => ({
      name,
      points: points.filter(({ y, x }) => isNumber(y) && (typeof x === 'string' || isNumber(x))),
    }))
    .filter(({ points }) => points.length > 0)
    .toSorted((a, b) => Number(a.name === focus) - Number(b.name === focus));
  if (series.length === 0) return undefined;
  const look = (name: string): Look => looks.get(name) ?? { colour: 'currentColor', dash: '', symbol: 'circle' };
  switch (plot.kind) {
    case 'calibration':
      return calibration(series, look, focus);
    case 'bars':
      return bars(plot, series, look);
    case 'histogram':
      return histogram(plot.series, series, look);
    default:
      return lines(series, look, focus);
  }
}

const GRID: Plot.Markish[] = [Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 })];

/** An axis of words when any x is a word. */
function across(series: readonly Series[]): Plot.ScaleOptions {
  const isWords = series.some(({ points }) => points.some(({ x }) => typeof x === 'string'));
  const domain = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))];
  return isWords
    ? { type: 'point', domain: domain.map(String), padding: 0.4 }
    : { type: 'linear', nice: false, ticks: 6 };
}

function curve({ points }: Series, { colour, dash, symbol }: Look, isFocus: boolean): Plot.Markish[] {
  const bounded = points.filter(({ low, high }) => isNumber(low) && isNumber(high) && low !== high);
  return [
    ...(bounded.length > 1
      ? [Plot.areaY(bounded, { x: 'x', y1: 'low', y2: 'high', fill: colour, fillOpacity: isFocus ? 0.2 : 0.12 })]
      : [Plot.ruleX(bounded, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.6 })]),
    Plot.line(points, {
      x: 'x',
      y: 'y',
      stroke: colour,
      strokeWidth: isFocus ? 2.6 : 1.8,
      ...(dash !== '' && { strokeDasharray: dash }),
    }),
    ...(points.length <= 24 ? [Plot.dot(points, { x: 'x', y: 'y', r: isFocus ? 3.8 : 3, fill: colour, symbol })] : []),
  ];
}

function lines(series: readonly Series[], look: (name: string) => Look, focus: string): Drawing {
  return {
    marks: [...GRID, ...series.flatMap((one) => curve(one, look(one.name), one.name === focus))],
    height: 270,
    scales: { x: across(series), y: { nice: true, zero: isNear(series), ticks: 5 } },
  };
}

/** Whether 0 lies near enough for the axis to begin there. */
function isNear(series: readonly Series[]): boolean {
  const ys = series
    .flatMap(({ points }) => points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]))
    .filter(isNumber);
  return Math.min(...ys) < 0.6 * Math.max(...ys);
}

/** Forecast against frequency, with the diagonal of a forecaster that is right; dots by the number of cases. */
function calibration(series: readonly Series[], look: (name: string) => Look, focus: string): Drawing {
  return {
    marks: [
      ...GRID,
      Plot.line(
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        { x: 'x', y: 'y', stroke: 'var(--line-firm)', strokeDasharray: '3 3' },
      ),
      ...series.flatMap(({ name, points }) => {
        const { colour, dash } = look(name);
        const bounded = points.filter(({ low, high }) => isNumber(low) && isNumber(high));
        return [
          Plot.ruleX(bounded, { x: 'x', y1: 'low', y2: 'high', stroke: colour, strokeOpacity: 0.5 }),
          Plot.line(points, {
            x: 'x',
            y: 'y',
            stroke: colour,
            strokeWidth: name === focus ? 2.4 : 1.6,
            ...(dash !== '' && { strokeDasharray: dash }),
          }),
          Plot.dot(points, { x: 'x', y: 'y', r: (point) => point.n ?? 1, fill: colour, fillOpacity: 0.85 }),
        ];
      }),
    ],
    height: 330,
    scales: {
      x: { domain: [0, 1], ticks: 5 },
      y: { domain: [0, 1], ticks: 5 },
      r: {
        type: 'sqrt',
        domain: [0, Math.max(...series.flatMap(({ points }) => points.map(({ n }) => n ?? 1)))],
        range: [0, 8],
      },
    },
  };
}

/** Groups of lying bars: one group an x, one bar a series, so that long names have room. */
function bars({ series: all, order = [] }: PlotData, series: readonly Series[], look: (name: string) => Look): Drawing {
  const names = all.map(({ name }) => name).filter((name) => series.some((one) => one.name === name));
  const there = new Set(all.flatMap(({ points }) => points.map(({ x }) => String(x))));
  const groups = [...new Set([...order.filter((x) => there.has(x)), ...there])];
  const rows = series.flatMap(({ name, points }) => points.map((point) => ({ ...point, x: String(point.x), name })));
  const lowest = Math.min(0, ...rows.map(({ y, low }) => low ?? y));
  return {
    marks: [
      Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.barX(rows, {
        x: 'y',
        y: 'name',
        fy: 'x',
        fill: ({ name }) => look(name).colour,
        fillOpacity: 0.9,
        insetTop: 1,
        insetBottom: 1,
      }),
      Plot.ruleY(
        rows.filter(({ low, high }) => isNumber(low) && isNumber(high) && low !== high),
        { x1: 'low', x2: 'high', y: 'name', fy: 'x', stroke: 'var(--ink)', strokeOpacity: 0.75 },
      ),
      Plot.ruleX([0], { stroke: 'var(--line-firm)' }),
      Plot.text(groups, {
        fy: (group) => group,
        text: (group) => group,
        frameAnchor: 'top-left',
        dx: 2,
        dy: -13,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ],
    height: 60 + groups.length * (names.length * 15 + 26),
    scales: {
      x: {
        domain: [lowest, Math.max(...rows.map(({ y, high }) => Math.max(y, high ?? y)), 0) || 1],
        nice: true,
        ticks: 5,
      },
      y: { axis: null, domain: names, padding: 0 },
      fy: { domain: groups, padding: 0.28, axis: null },
    },
  };
}

/** Small multiples, one strip a series over the same axis. */
function histogram(all: readonly Series[], series: readonly Series[], look: (name: string) => Look): Drawing {
  const names = all.map(({ name }) => name).filter((name) => series.some((one) => one.name === name));
  const rows = series.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })));
  const isWords = rows.some(({ x }) => typeof x === 'string');
  const xs = [...new Set(rows.map(({ x }) => x))];
  const numbers = xs.filter(isNumber).toSorted((a, b) => a - b);
  const step = Math.min(...numbers.slice(1).map((x, at) => x - numbers[at]), Number.POSITIVE_INFINITY);
  const half = (Number.isFinite(step) ? step : 1) / 2;
  const fill = ({ name }: { name: string }): string => look(name).colour;
  const bar = isWords
    ? Plot.barY(
        rows.map((row) => ({ ...row, x: String(row.x) })),
        { x: 'x', y: 'y', fy: 'name', fill, insetLeft: 1, insetRight: 1 },
      )
    : Plot.rectY(rows, {
        x1: ({ x }) => x - half,
        x2: ({ x }) => x + half,
        y: 'y',
        fy: 'name',
        fill,
        insetLeft: 0.5,
        insetRight: 0.5,
      });
  return {
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 2 }),
      bar,
      Plot.ruleY([0], { stroke: 'var(--line-firm)' }),
      Plot.text(names, {
        fy: (name) => name,
        text: (name) => name,
        frameAnchor: 'top-left',
        dx: 2,
        dy: -13,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
    ],
    height: 66 + names.length * 66,
    scales: {
      x: isWords ? { type: 'band', domain: xs.map(String) } : { nice: false, ticks: 8 },
      y: { ticks: 2, nice: true },
      fy: { domain: names, padding: 0.36, axis: null },
    },
  };
}
