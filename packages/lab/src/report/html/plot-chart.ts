/**
 * A probe's curve or histogram as a figure: colours by CSS variables, with a name and a description for readers who do not see it, and the numbers in a table behind it.
 * @module
 */
import type * as Plot from '@observablehq/plot';
import type { PlotData } from '../../probe/probe.ts';
import { isNumber, NOTHING } from '../model/figure-text.ts';
import type { ReportAgent } from '../model/report-model.ts';
import { type Look, looksOf } from './colours.ts';
import { drawSvg } from './draw-svg.ts';
import { escapeHtml, slug } from './escape.ts';
import { legend } from './legend.ts';
import { type Drawing, marksOf } from './plot-marks.ts';

const WIDTH = 440;

/** The figure; `probe` keeps its ids apart from those of other probes. */
export function plotChart(given: PlotData, agents: readonly ReportAgent[], focus: string, probe: string): string {
  const plot = { ...given, series: inOrder(given.series, agents) };
  const names = plot.series.map(({ name }) => name);
  const looks = looksOf(agents, names);
  const id = `plot-${slug(probe)}-${slug(plot.id)}`;
  const caption = plot.caption === undefined ? '' : `<p class="caption">${escapeHtml(plot.caption)}</p>`;
  const svg = draw(plot, looks, focus, id);
  return `<figure class="plot" id="${id}"><figcaption>${escapeHtml(plot.title)}</figcaption>
${names.length > 1 || looks.has(names[0]) ? legend(looks, names, focus) : ''}
${svg}${caption}
${numbers(plot)}</figure>`;
}

/** Agents in the order of the whole report, then whatever else the plot shows, as it came. */
function inOrder(series: PlotData['series'], agents: readonly ReportAgent[]): PlotData['series'] {
  const rank = (name: string): number => {
    const at = agents.findIndex((agent) => agent.name === name);
    return at < 0 ? agents.length : at;
  };
  return series.toSorted((a, b) => rank(a.name) - rank(b.name));
}

function draw(plot: PlotData, looks: ReadonlyMap<string, Look>, focus: string, id: string): string {
  const drawing = marksOf(plot, looks, focus);
  if (drawing === undefined) return '<p class="caption">There is nothing to draw.</p>';
  return drawSvg(options(plot, drawing), { id, title: plot.title, description: inWords(plot) });
}

function options(plot: PlotData, { marks, height, scales }: Drawing): Plot.PlotOptions {
  return {
    width: WIDTH,
    height,
    marginTop: 24,
    marginLeft: 46,
    marginBottom: 38,
    marginRight: 14,
    x: { label: xLabel(plot), labelAnchor: 'center', labelArrow: 'none', ...scales.x },
    y: { label: plot.kind === 'histogram' ? null : plot.y, labelArrow: 'none', ...scales.y },
    ...(scales.fx && { fx: scales.fx }),
    ...(scales.fy && { fy: scales.fy }),
    ...(scales.r && { r: scales.r }),
    marks,
  };
}

/** Lying bars have their measure along x; strips of a histogram have no room above for theirs. */
function xLabel({ kind, x, y }: PlotData): string {
  if (kind === 'bars') return y;
  return kind === 'histogram' ? `${x} (height: ${y})` : x;
}

function inWords({ series, x, y }: PlotData): string {
  const parts = series.map(({ name, points }) => {
    const ends = points.filter((point) => isNumber(point.y));
    const [first, last] = [ends[0], ends.at(-1)];
    return first && last
      ? `${name}: ${number(first.y)} at ${first.x}, ${number(last.y)} at ${last.x}`
      : `${name}: nothing`;
  });
  return `${y} against ${x}. ${parts.join('; ')}. The table below holds all numbers.`;
}

function number(value: unknown): string {
  return isNumber(value) ? String(Number(value.toPrecision(3))) : NOTHING;
}

/** Most rows of the table; a longer curve is thinned there, not in the chart. */
const ROWS = 40;

function numbers({ series, x, y }: PlotData): string {
  const xs = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))];
  const step = Math.ceil(xs.length / ROWS);
  const rows = xs
    .filter((_, at) => at % step === 0 || at === xs.length - 1)
    .map((value) => {
      const cells = series.map(({ points }) => {
        const point = points.find((one) => one.x === value);
        if (!point) return '<td></td>';
        const { low, high } = point;
        const range =
          isNumber(low) && isNumber(high) && low !== high ? ` <small>${number(low)}–${number(high)}</small>` : '';
        return `<td>${number(point.y)}${range}</td>`;
      });
      return `<tr><th scope="row">${escapeHtml(typeof value === 'number' ? number(value) : value)}</th>${cells.join('')}</tr>`;
    });
  const head = series.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<details class="numbers"><summary>Numbers</summary><div class="wide"><table><caption class="unseen">${escapeHtml(y)}</caption><thead><tr><th scope="col">${escapeHtml(x)}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}
