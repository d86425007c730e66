/**
 * Share of sampled replies that ask, step by step of training: one small chart for each objective and horizon.
 * @module
 */
import * as Plot from '@observablehq/plot';
import { drawSvg, escapeHtml, isNumber, slug, valueText } from '@sente/lab/report';
import type { Arm, CurvePoint, ExperimentResults } from '../experiment/results.ts';
import { armsOf, kindName, kindOf, mainCorpus, summariesOf } from './kinds.ts';

/** A step, over seeds. */
interface Step {
  readonly step: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const LINES = [
  { field: 'asksOpen', colour: 'var(--c0)', dash: '', name: 'something is open' },
  { field: 'asksClosed', colour: 'var(--c2)', dash: '4 3', name: 'nothing is open' },
] as const;

/** A figure of the curve in each step that has it: mean, lowest and highest seed. */
export function overSeeds(arms: readonly Arm[], field: Exclude<keyof CurvePoint, 'step' | 'tokens'>): Step[] {
  const values = new Map<number, number[]>();
  for (const { curve } of arms) {
    for (const point of curve) {
      const value = point[field];
      if (isNumber(value)) values.set(point.step, [...(values.get(point.step) ?? []), value]);
    }
  }
  return [...values]
    .toSorted(([a], [b]) => a - b)
    .map(([step, all]) => ({
      step,
      mean: all.reduce((sum, one) => sum + one, 0) / all.length,
      low: Math.min(...all),
      high: Math.max(...all),
    }));
}

/** The section; nothing if no curve tells of asking. */
export function overTraining(results: ExperimentResults): string {
  const corpus = mainCorpus(results);
  const drawn = summariesOf(results, corpus)
    .map(kindOf)
    .filter((kind) => kind !== 'base' && kind !== 'base-large')
    .map((kind) => ({ kind, lines: linesOf(armsOf(results, kind, corpus)) }))
    .filter(({ lines }) => lines.length > 0);
  if (drawn.length === 0) return '';
  const most = Math.max(...drawn.flatMap(({ lines }) => lines.flatMap(({ steps }) => steps.map(({ high }) => high))));
  const charts = drawn.map(({ kind, lines }) => chart(kind, lines, most > 0.5 ? 1 : most > 0.2 ? 0.5 : 0.2));
  const key = LINES.map(
    ({ colour, dash, name }) =>
      `<span class="swatch"><svg aria-hidden="true" width="22" height="10" viewBox="0 0 22 10"><path d="M1 5H21" stroke="${colour}" stroke-width="2.4"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/></svg><span>${name}</span></span>`,
  ).join('');
  const band =
    results.seeds.length > 1
      ? ` Lines are means of ${results.seeds.length} seeds, bands reach from the lowest to the highest.`
      : ' One seed.';
  return `<section class="part" aria-labelledby="training"><h2 id="training">How asking comes and goes in training</h2>
<p class="lede">Share of sampled first replies that ask, from the same starting weights, step by step.${band}</p>
<p class="legend">${key}</p><div class="small-charts">${charts.join('')}</div></section>`;
}

type Line = (typeof LINES)[number] & { readonly steps: readonly Step[] };

function linesOf(arms: readonly Arm[]): Line[] {
  return LINES.map((line) => ({ ...line, steps: overSeeds(arms, line.field) })).filter(({ steps }) => steps.length > 1);
}

/** One chart; all go from 0 to `top`. */
function chart(kind: string, lines: readonly Line[], top: number): string {
  const title = kindName(kind);
  const description = lines
    .map(({ name, steps }) => {
      const [first, last] = [steps[0], steps.at(-1) as Step];
      return `${name}: ${valueText(first.mean, 'share')} at step ${first.step}, ${valueText(last.mean, 'share')} at step ${last.step}`;
    })
    .join('; ');
  const marks = lines.flatMap(({ steps, colour, dash }) => [
    Plot.areaY(steps, { x: 'step', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.16 }),
    Plot.line(steps, {
      x: 'step',
      y: 'mean',
      stroke: colour,
      strokeWidth: 2.2,
      ...(dash !== '' && { strokeDasharray: dash }),
    }),
  ]);
  const options: Plot.PlotOptions = {
    width: 270,
    height: 165,
    marginLeft: 40,
    marginRight: 8,
    marginTop: 10,
    marginBottom: 32,
    x: { label: 'steps', labelAnchor: 'right', labelArrow: 'none', ticks: 4 },
    y: {
      domain: [0, top],
      ticks: 3,
      tickFormat: (value: number) => `${Math.round(100 * value)}%`,
      label: null,
    },
    marks: [Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 3 }), ...marks],
  };
  return `<figure class="small-chart"><figcaption>${escapeHtml(title)}</figcaption>${drawSvg(options, { id: `training-${slug(kind)}`, title: `Share that asks over training: ${title}`, description })}</figure>`;
}
