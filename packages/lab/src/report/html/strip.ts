/**
 * A figure of several agents on one line: a dot and its interval each, one below the other, on a scale that all share.
 * @module
 */
import type { Metric } from '../../probe/probe.ts';
import type { Figure } from '../../statistics/summary.ts';
import { figureText, isNumber } from '../model/figure-text.ts';
import type { Look } from './colours.ts';
import { escapeHtml } from './escape.ts';

const WIDTH = 200;
const PAD = 8;
const ROW = 11;

/** What lies on it. */
interface StripPoint {
  readonly name: string;
  readonly figure: Figure;
  readonly look: Look;
  readonly isFocus: boolean;
}

/** As SVG. Shares run from 0 to 1; other units over what there is. */
export function strip(points: readonly StripPoint[], unit: Metric['unit'], label: string): string {
  const there = points.filter(({ figure }) => isNumber(figure.mean));
  if (there.length === 0) return '';
  const [from, to] = extent(there, unit);
  const x = (value: number): string =>
    (PAD + ((WIDTH - 2 * PAD) * (Math.min(to, Math.max(from, value)) - from)) / (to - from || 1)).toFixed(1);
  const height = there.length * ROW + 6;
  const marks = there.map(({ figure: { mean, low, high }, look, isFocus }, row) => {
    const y = 3 + ROW * (row + 0.5);
    const line =
      isNumber(low) && isNumber(high) && high > low
        ? `<path d="M${x(low)} ${y}H${x(high)}" stroke="${look.colour}" stroke-width="${isFocus ? 2.4 : 1.6}"/>`
        : '';
    return `${line}<circle cx="${x(mean)}" cy="${y}" r="${isFocus ? 4.2 : 3.2}" fill="${look.colour}"/>`;
  });
  const words = there.map(({ name, figure }) => `${name} ${figureText(figure, unit)}`).join(', ');
  return `<svg class="strip" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(`${label}: ${words}`)}"><path class="ring" d="M${x(from)} 0V${height}M${x(to)} 0V${height}"/>${marks.join('')}</svg>`;
}

function extent(points: readonly StripPoint[], unit: Metric['unit']): readonly [number, number] {
  const ends = points.flatMap(({ figure: { mean, low, high } }) => [mean, low, high]).filter(isNumber);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (unit === 'share' && low >= 0 && high <= 1) return [0, 1];
  const room = 0.08 * (high - low || Math.abs(high) || 1);
  return [low >= 0 && low < 0.5 * high ? 0 : low - room, high + room];
}
