/**
 * What a number means to the attribute that it is about.
 * @module
 */
import type { Wish } from '../table/wish.ts';
import type { Owner } from './owner.ts';
import type { Span } from './span.ts';

const tidy = (value: number): number => Number(value.toPrecision(12));

/** The share around a number that "around" allows. */
const AROUND = 0.15;

/** How far beside a whole number that no item has an item may lie. */
const TENTH = 0.1;

/** Held by this share of the items or more, a round number is a size that things come in, not a rounding. */
const NOMINAL = 0.03;

/** How many times a number occurs in ascending numbers. */
function countOf(sorted: Float64Array, value: number): number {
  const first = sorted.indexOf(value);
  return first < 0 ? 0 : sorted.lastIndexOf(value) - first + 1;
}

/**
 * The wish that a number makes. A bare price or weight is the most one would take. Another bare number is meant as precisely as it
 * was said: exactly, where an item has it; else rounded to its last digit ("15 km" for 15.4), or within a tenth where
 * the column's numbers are whole and none is that one.
 */
export function rangeWish(span: Span, { scale, factor }: Owner): Extract<Wish, { kind: 'range' }> {
  const { attribute } = scale;
  const low = span.low === undefined ? undefined : tidy(span.low * factor);
  const high = span.high === undefined ? undefined : tidy(span.high * factor);
  const range = (from?: number, to?: number, exclusive?: boolean): Extract<Wish, { kind: 'range' }> => ({
    kind: 'range',
    attribute,
    ...(from === undefined ? {} : { low: tidy(from) }),
    ...(to === undefined ? {} : { high: tidy(to) }),
    ...(exclusive ? { exclusive: true } : {}),
  });
  if (span.manner === 'bounded') return range(low, high, span.exclusive);
  if (low === undefined || high === undefined) return range(low, high);
  if (span.manner === 'around') {
    const step = scale.whole && low <= 10 ? 1 : 0;
    return range(low - Math.max(step, Math.abs(low) * AROUND), high + Math.max(step, Math.abs(high) * AROUND));
  }
  if (span.manner === 'exact') return range(low, high);
  if (scale.lessIsBetter) return range(undefined, high);
  const exact = countOf(scale.sorted, low);
  if (exact > 0 && (scale.whole || span.quantity.decimals > 0 || exact >= NOMINAL * scale.sorted.length)) {
    return range(low, high);
  }
  if (scale.whole)
    return range(
      Math.min(low - Math.abs(low) * TENTH, Math.floor(low)),
      Math.max(high + Math.abs(high) * TENTH, Math.ceil(high)),
    );
  const step = 10 ** -span.quantity.decimals * factor;
  return range(low - step / 2, high + (span.quantity.decimals === 0 ? step : step / 2));
}
