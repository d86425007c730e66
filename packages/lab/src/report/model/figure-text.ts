/**
 * Numbers as a report writes them, by unit. What is no number (NaN, or the null that a store makes of it) is an en dash.
 * @module
 */
import type { Metric } from '../../probe/probe.ts';
import type { Figure } from '../../statistics/summary.ts';

/** What stands for a number that is not there. */
export const NOTHING = '–';

/** Whether there is a number at all. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** "93%", "4.21", "1,204", with a minus sign where it is due. */
export function valueText(value: unknown, unit: Metric['unit'] = 'number'): string {
  if (!isNumber(value)) return NOTHING;
  return unit === 'share' ? `${digits(100 * value, 1)}%` : digits(value, unit === 'number' ? 3 : 2);
}

/** "+12 pts", "−0.31": a difference, with its sign. */
export function differenceText(value: unknown, unit: Metric['unit'] = 'number'): string {
  if (!isNumber(value)) return NOTHING;
  const text = unit === 'share' ? `${digits(Math.abs(100 * value), 1)} pts` : valueText(Math.abs(value), unit);
  return `${!/[1-9]/.test(text) ? '' : value < 0 ? '−' : '+'}${text}`;
}

/** "90–95": the interval of a figure without its unit; nothing when it is a point, or there is none. */
export function rangeText({ mean, low, high }: Figure, unit: Metric['unit'] = 'number'): string {
  if (!isNumber(low) || !isNumber(high) || !isNumber(mean) || low === high) return '';
  const bare = (value: number): string => valueText(value, unit).replace('%', '');
  return span(bare(low), bare(high));
}

/** "+4 … +19": the interval of a difference. */
export function differenceRange(low: unknown, high: unknown, unit: Metric['unit'] = 'number'): string {
  if (!isNumber(low) || !isNumber(high) || low === high) return '';
  const bare = (value: number): string => differenceText(value, unit).replace(' pts', '');
  return `${bare(low)} … ${bare(high)}`;
}

/** "0.93 [0.90, 0.95]" for places without layout. */
export function figureText(figure: Figure | undefined, unit: Metric['unit'] = 'number'): string {
  if (!figure || !isNumber(figure.mean)) return NOTHING;
  const range = rangeText(figure, unit);
  return range === '' ? valueText(figure.mean, unit) : `${valueText(figure.mean, unit)} [${range}]`;
}

/** Negative ends make a dash between them unreadable. */
function span(low: string, high: string): string {
  return low.startsWith('−') || high.startsWith('−') ? `${low} … ${high}` : `${low}–${high}`;
}

/** At most `most` decimals, fewer as the number grows: three digits that count. */
function digits(value: number, most: number): string {
  const size = Math.abs(value);
  const decimals = Math.max(0, Math.min(most, size >= 99.95 ? 0 : size >= 9.995 ? 1 : most));
  const text = size.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `−${text}` : text;
}
