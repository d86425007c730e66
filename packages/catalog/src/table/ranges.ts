/**
 * Ranges to ask a number in: few, about equally full, with round limits, named in words.
 * @module
 */
import { formatNumber, type NumberStyle } from './unit.ts';

/** Ranges of a number. Range k is [edges[k − 1], edges[k]), open at both ends of the list. */
export interface Ranges {
  /** In words, ascending; one more than `edges`, or none when there is no number at all. */
  readonly values: readonly string[];
  readonly edges: readonly number[];
}

/** Up to this many distinct numbers, each met often enough, are asked for one by one: 8 GB, 16 GB, 32 GB. */
const EXACT_VALUES = 8;
/** A range that holds a smaller share of the items than this is joined to its neighbour. */
const LEAST_SHARE = 0.04;
/** Limits of whole numbers up to this one are named without overlap: "3 to 5 days", then "6 days or more". */
const SMALL_WHOLE = 100;

/**
 * Makes ranges for the numbers of a column, given in ascending order without NaN. With `edges` those limits are taken as they are.
 *
 * Few distinct numbers become one range each. Otherwise limits are quantiles, moved to the roundest number nearby.
 */
export function makeRanges(sorted: Float64Array, style: NumberStyle, edges?: readonly number[]): Ranges {
  if (sorted.length === 0) return { values: [], edges: [] };
  const whole = sorted.every(Number.isInteger);
  if (edges !== undefined) return { values: nameRanges(edges, style, whole, sorted), edges };
  const distinct = firstDistinct(sorted, EXACT_VALUES + 1);
  if (distinct.length <= EXACT_VALUES && (distinct.length <= 2 || sorted.length >= 1.5 * distinct.length)) {
    return { values: distinct.map((value) => formatNumber(value, style)), edges: distinct.slice(1) };
  }
  const limits = quantileEdges(sorted, whole);
  return { values: nameRanges(limits, style, whole, sorted), edges: limits };
}

/** The range a number falls in: 0 … `edges.length`. */
export function rangeOf(value: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < edges[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstDistinct(sorted: Float64Array, most: number): number[] {
  const distinct: number[] = [];
  for (let at = 0; at < sorted.length && distinct.length < most; at = upperBound(sorted, sorted[at])) {
    distinct.push(sorted[at]);
  }
  return distinct;
}

function quantileEdges(sorted: Float64Array, whole: boolean): number[] {
  const n = sorted.length;
  const ranges = n < 40 ? 3 : n < 1000 ? 4 : 5;
  const at = (share: number): number => sorted[Math.min(n - 1, Math.max(0, Math.round(share * (n - 1))))];
  const edges: number[] = [];
  for (let i = 1; i < ranges; i++) {
    const slack = 0.2 / ranges;
    edges.push(roundest(at(i / ranges - slack), at(i / ranges + slack), at(i / ranges), whole));
  }
  const kept: number[] = [];
  let from = 0;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    const below = lowerBound(sorted, edge);
    if (below - from < Math.max(1, LEAST_SHARE * n) || n - below < Math.max(1, LEAST_SHARE * n)) continue;
    kept.push(edge);
    from = below;
  }
  if (kept.length > 0) return kept;
  // Nearly all items share one number: tell it from the rest.
  const common = at(0.5);
  return [common > sorted[0] ? common : sorted[upperBound(sorted, common)]];
}

/** How many numbers are below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  return firstAt(sorted, (number) => number >= value);
}

/** How many numbers are `value` or below. */
function upperBound(sorted: Float64Array, value: number): number {
  return firstAt(sorted, (number) => number > value);
}

function firstAt(sorted: Float64Array, reached: (number: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(sorted[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The multiple of the largest step out of …, 50, 20, 25, 10, 5, … that lies in [low, high], as near `target` as can be. */
function roundest(low: number, high: number, target: number, whole: boolean): number {
  if (low === high) return low;
  const top = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let power = top; power >= top - 6; power--) {
    for (const digit of [5, 2, 2.5, 1]) {
      const step = Number(`${digit}e${power}`);
      if (whole && !Number.isInteger(step)) continue;
      const nearest = Math.round(target / step);
      for (const multiple of [nearest, nearest - 1, nearest + 1]) {
        // Division by the inverse keeps 0.3 from becoming 0.30000000000000004.
        const value = step < 1 ? multiple / Math.round(1 / step) : multiple * step;
        if (value >= low && value <= high) return value;
      }
    }
  }
  return whole ? Math.ceil(target) : target;
}

/** Names every range; one that holds a single whole number is named by it. */
function nameRanges(edges: readonly number[], style: NumberStyle, whole: boolean, sorted: Float64Array): string[] {
  const last = edges.length;
  const names: string[] = [];
  for (let k = 0; k <= last; k++) {
    const from = k === 0 ? 0 : lowerBound(sorted, edges[k - 1]);
    const to = k === last ? sorted.length : lowerBound(sorted, edges[k]);
    const single = whole && from < to && sorted[from] === sorted[to - 1];
    if (single) names.push(formatNumber(sorted[from], style));
    else if (k === 0 && last > 0) names.push(`under ${formatNumber(edges[0], style)}`);
    else if (k === last) names.push(`${formatNumber(last === 0 ? sorted[0] : edges[k - 1], style)} or more`);
    else names.push(nameBetween(edges[k - 1], edges[k], style, whole));
  }
  return names;
}

function nameBetween(low: number, edge: number, style: NumberStyle, whole: boolean): string {
  const high = whole && edge <= SMALL_WHOLE ? edge - 1 : edge;
  if (low >= high) return formatNumber(low, style);
  // "€800 to €1,200", but "600 to 900 m".
  const unitAfter = formatNumber(5, style).startsWith('5');
  const start = unitAfter ? formatNumber(low, { grouped: style.grouped }) : formatNumber(low, style);
  return `${start} ${high === low + 1 && high < edge ? 'or' : 'to'} ${formatNumber(high, style)}`;
}
