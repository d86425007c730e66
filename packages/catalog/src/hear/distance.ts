/**
 * How far a number lies from those that an attribute has.
 * @module
 */
import type { Scale } from './scales.ts';
import type { Span } from './span.ts';

/** The distance of a number that an attribute cannot have at all: one below 0 among numbers that never are. */
const NEVER = Number.POSITIVE_INFINITY;

/** Said of a number that some item has, which speaks for the attribute a little more than its spread does. */
const EXISTS = -0.1;

/**
 * How far outside the numbers of an attribute a number was said to be, in powers of e of its ratio to the nearest of them:
 * log 4 for one four times the largest. 0 when inside, a little less for a number that some item has; `NEVER` for one on
 * the other side of 0. Of two bounds the one further out counts; from 0 up is no bound where no number is below 0.
 * `factor` leads from the unit said to the attribute's own.
 */
export function distance({ scale, factor }: { readonly scale: Scale; readonly factor: number }, span: Span): number {
  const { sorted } = scale;
  const lowest = sorted[0];
  const highest = sorted[sorted.length - 1];
  const open = span.low === 0 && lowest >= 0 && span.high !== 0;
  const bounds = [open ? undefined : span.low, span.high];
  const values = bounds.filter((bound) => bound !== undefined).map((bound) => bound * factor);
  const worst = Math.max(0, ...values.map((value) => outside(value, lowest, highest)));
  return worst === 0 && values.some((value) => sorted.includes(value)) ? EXISTS : worst;
}

function outside(value: number, lowest: number, highest: number): number {
  if (value >= lowest && value <= highest) return 0;
  const nearest = value > highest ? highest : lowest;
  if (value * nearest > 0) return Math.abs(Math.log(value / nearest));
  // Beyond a spread that ends at 0, which has no ratio to anything, the spread itself is the measure.
  if (nearest === 0 && lowest < highest && (value > 0 || lowest < 0))
    return Math.log1p(Math.abs(value) / (highest - lowest));
  return NEVER;
}
