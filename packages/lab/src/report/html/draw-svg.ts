/**
 * A chart of Observable Plot as SVG in a page without script: drawn on a document of linkedom's, colours by CSS variables,
 * with a name and a description for readers who do not see it.
 * @module
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeHtml } from './escape.ts';

/** As much of an SVG element as is needed here. */
interface Drawn {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<{ remove(): void; removeAttribute(name: string): void }>;
}

/** What a reader is told who does not see the chart. */
export interface ChartNames {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The chart as markup, class `chart`, as wide as its place. */
export function drawSvg(options: Plot.PlotOptions, { id, title, description }: ChartNames): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ ...options, document: document as Plot.PlotOptions['document'] }) as unknown as Drawn;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  for (const attribute of ['width', 'height', 'class', 'aria-label', 'fill', 'font-family', 'font-size', 'text-anchor'])
    svg.removeAttribute(attribute);
  for (const style of svg.querySelectorAll('style')) style.remove();
  // A picture with a name and a description: names of its parts would be read to nobody.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('class', 'chart');
  // As markup, since linkedom would write the text of an SVG title as it came.
  const names = `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-desc">${escapeHtml(description)}</desc>`;
  return rounded(svg.outerHTML.replace(/\p{Cc}/gu, ' ')).replace('>', () => `>${names}`);
}

/** Coordinates to a tenth of a pixel: the rest is weight. Only what stands in attributes; labels stay as they are. */
function rounded(svg: string): string {
  return svg.replace(/ (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform|points)="[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{2,}(?![\de])/g, (number) => String(Number(Number(number).toFixed(1)))),
  );
}
