/**
 * Figures of a measurement in words; what is no number is an en dash.
 * @module
 */
import type { RunFigure, Unit } from '../api/run-types.ts';

/** "93.4%", "4.21", "1,204". */
export function valueInWords(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  if (unit === 'share') return `${digits(100 * value, 1)}%`;
  return digits(value, unit === 'number' ? 3 : 2);
}

/** "90.0–95.0"; nothing for a point. */
export function rangeInWords({ low, high }: RunFigure, unit: Unit): string {
  if (low === null || high === null || low === high) return '';
  const [from, to] = [low, high].map((end) => valueInWords(end, unit).replace('%', ''));
  return from.startsWith('−') || to.startsWith('−') ? `${from} … ${to}` : `${from}–${to}`;
}

function digits(value: number, most: number): string {
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? Math.min(1, most) : most;
  const text = size.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
