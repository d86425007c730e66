/**
 * A probe's curve or histogram as a figure: drawn with Observable Plot on a document of linkedom's, colours by CSS
 * variables, with a name and a description for readers who do not see it, and the numbers in a table behind it.
 * @module
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { PlotData } from '../../probe/probe.ts';
import { isNumber, NOTHING } from '../model/figure-text.ts';
import type { ReportAgent } from '../model/report-model.ts';
import { type Look, looksOf } from './colours.ts';
import { escapeHtml, slug } from './escape.ts';
import { legend } from './legend.ts';
import { type Drawing, marksOf } from './plot-marks.ts';

const WIDTH = 440;

/** As much of an SVG element as is needed here. */
interface Drawn {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<{ remove(): void; removeAttribute(name: string): void }>;
}

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
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot(options(plot, drawing, document)) as unknown as Drawn;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  for (const attribute of ['width', 'height', 'class', 'aria-label', 'fill', 'font-family', 'font-size', 'text-anchor'])
    svg.removeAttribute(attribute);
  for (const style of svg.querySelectorAll('style')) style.remove();
  // A picture with a name and a description: names of its parts would be read to nobody.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('class', 'chart');
  // As markup, since linkedom would write the text of an SVG title as it came.
  const names = `<title id="${id}-title">${escapeHtml(plot.title)}</title><desc id="${id}-desc">${escapeHtml(inWords(plot))}</desc>`;
  return rounded(svg.outerHTML.replace(/\p{Cc}/gu, ' ')).replace('>', () => `>${names}`);
}

function options(plot: PlotData, { marks, height, scales }: Drawing, document: unknown): Plot.PlotOptions {
  return {
    document: document as Plot.PlotOptions['document'],
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

/** Coordinates to a tenth of a pixel: the rest is weight. Only what stands in attributes; labels stay as they are. */
function rounded(svg: string): string {
  return svg.replace(/ (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform|points)="[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{2,}(?![\de])/g, (number) => String(Number(Number(number).toFixed(1)))),
  );
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
