/**
 * The radar: one axis a probe, one outline an agent. 0 in the middle, 1 (the best that can be) at the rim.
 * @module
 */

import { isNumber, valueText } from '../model/figure-text.ts';
import type { ReportAgent, ReportModel, ReportProbe } from '../model/report-model.ts';
import { headlines } from '../model/verdict.ts';
import { lookOf } from './colours.ts';
import { escapeHtml } from './escape.ts';

const WIDTH = 580;
const HEIGHT = 470;
const RADIUS = 172;
const RINGS = [0.25, 0.5, 0.75, 1];

/** As SVG; nothing if fewer than three probes have a place on it. */
export function radarChart({ probes, agents, focus }: ReportModel): string {
  const axes = probes.filter(
    ({ radar }) => radar !== undefined && Object.values(radar).some(({ value }) => isNumber(value)),
  );
  if (axes.length < 3) return '';
  const shown = agents.filter(
    ({ isRule, name }) => !isRule && axes.some(({ radar }) => isNumber(radar?.[name]?.value)),
  );
  const at = (axis: number, value: number): string => {
    const angle = (2 * Math.PI * axis) / axes.length - Math.PI / 2;
    const length = RADIUS * Math.min(1, Math.max(0, value));
    return `${(WIDTH / 2 + length * Math.cos(angle)).toFixed(1)} ${(HEIGHT / 2 + length * Math.sin(angle)).toFixed(1)}`;
  };
  const ring = (value: number): string =>
    `<path class="ring" d="M${axes.map((_, axis) => at(axis, value)).join('L')}Z"/>`;
  const spokes = axes.map((_, axis) => `<path class="ring" d="M${WIDTH / 2} ${HEIGHT / 2}L${at(axis, 1)}"/>`).join('');
  const outlines = shown.toReversed().map((agent) => outline(agent, axes, at, agent.name === focus));
  return `<svg class="radar" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="radar-title radar-desc">
<title id="radar-title">Headline figures of ${axes.length} probes, by agent</title>
<desc id="radar-desc">${escapeHtml(inWords(axes, shown))}</desc>
${RINGS.map(ring).join('')}${spokes}
${outlines.join('\n')}
${axes.map((probe, axis) => label(probe, axis, axes.length, focus)).join('\n')}
</svg>`;
}

/** Lines between neighbours that both have a value; the focus is filled, with its interval as a band. */
function outline(
  { name, colour }: ReportAgent,
  axes: readonly ReportProbe[],
  at: (axis: number, value: number) => string,
  isFocus: boolean,
): string {
  const points = axes.map(({ radar }) => radar?.[name]);
  const isWhole = points.every((point) => isNumber(point?.value));
  const { colour: paint, dash } = lookOf(colour);
  const ends = (key: 'value' | 'low' | 'high'): string =>
    points.map((point, axis) => at(axis, point?.[key] ?? 0)).join('L');
  const lines = points
    .map((point, axis) => {
      const next = (axis + 1) % axes.length;
      const after = points[next];
      return isNumber(point?.value) && isNumber(after?.value)
        ? `M${at(axis, point.value)}L${at(next, after.value)}`
        : '';
    })
    .join('');
  const line = isWhole ? `M${ends('value')}Z` : lines;
  const hasBand = isFocus && isWhole && points.every((point) => isNumber(point?.low) && isNumber(point?.high));
  const fill = isFocus && isWhole ? `<path d="M${ends('value')}Z" fill="${paint}" fill-opacity=".1"/>` : '';
  const band = hasBand
    ? `<path d="M${ends('low')}ZM${ends('high')}Z" fill="${paint}" fill-opacity=".22" fill-rule="evenodd"/>`
    : '';
  const dots = points.flatMap((point, axis) => {
    if (!isNumber(point?.value)) return [];
    const [x, y] = at(axis, point.value).split(' ');
    return [
      `<circle cx="${x}" cy="${y}" r="${isFocus ? 4.5 : 3.5}" fill="${paint}" stroke="var(--paper)" stroke-width="1.2"/>`,
    ];
  });
  return `${fill}${band}<path d="${line}" fill="none" stroke="${paint}" stroke-width="${isFocus ? 2.6 : 1.8}" stroke-linejoin="round"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>${dots.join('')}`;
}

/** The probe's name outside the rim, with the figure of the focus below it. */
function label(probe: ReportProbe, axis: number, count: number, focus: string): string {
  const angle = (2 * Math.PI * axis) / count - Math.PI / 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const anchor = Math.abs(x) < 0.2 ? 'middle' : x > 0 ? 'start' : 'end';
  const left = (WIDTH / 2 + (RADIUS + 16) * x).toFixed(1);
  const top = HEIGHT / 2 + (RADIUS + 16) * y + (y < -0.5 ? -14 : y > 0.5 ? 12 : -2);
  const [metric] = headlines(probe);
  const figure = metric ? `${valueText(metric.figures[focus]?.mean, metric.unit)}` : '';
  return `<text x="${left}" text-anchor="${anchor}"><tspan class="axis" x="${left}" y="${top.toFixed(1)}">${escapeHtml(probe.name)}</tspan><tspan class="axis-value" x="${left}" y="${(top + 17).toFixed(1)}">${escapeHtml(figure)}</tspan></text>`;
}

function inWords(axes: readonly ReportProbe[], agents: readonly ReportAgent[]): string {
  return axes
    .map(({ name, radar }) => {
      const values = agents.map((agent) => {
        const value = radar?.[agent.name]?.value;
        return `${agent.name} ${isNumber(value) ? value.toFixed(2) : 'no figure'}`;
      });
      return `${name}: ${values.join(', ')}`;
    })
    .join('; ');
}
