/**
 * Which attribute a number belongs to, and what it means there.
 * @module
 */
import type { Wish } from '../table/wish.ts';
import { type Scale, scaleFor } from './scales.ts';
import type { Span } from './span.ts';
import { lemma } from './tokens.ts';

/** What speaks for an attribute. */
export interface OwnerHints {
  /** Number attributes named next to the number, nearest first. */
  readonly named: readonly number[];
  /** The attribute just asked for. */
  readonly asked?: number;
  /** A word of content follows the number, so it may count something else: "2 kids". */
  readonly counted?: boolean;
}

interface Candidate {
  readonly scale: Scale;
  /** From the unit said to the attribute's own. */
  readonly factor: number;
}

function candidates(span: Span, scales: readonly Scale[], named: readonly number[]): Candidate[] {
  const { units, unitWord } = span.quantity;
  if (units.length === 0) return scales.map((scale) => ({ scale, factor: 1 }));
  const word = unitWord ? lemma(unitWord) : undefined;
  const found: Candidate[] = [];
  for (const scale of scales) {
    const unit = units.find((u) => u.dimension === scale.unit?.dimension);
    if (unit && scale.unit) found.push({ scale, factor: unit.factor / scale.unit.factor });
    else if ((word && scale.words.has(word)) || (!scale.unit && named.includes(scale.attribute)))
      found.push({ scale, factor: 1 });
  }
  return found;
}

/** How far outside the numbers that exist, in powers of e; 0 when inside, a little less than 0 for a number that exists. */
function distance({ scale, factor }: Candidate, span: Span): number {
  const { sorted } = scale;
  const values = [span.low, span.high].filter((value) => value !== undefined).map((value) => value * factor);
  let worst = 0;
  let exists = false;
  for (const value of values) {
    if (sorted.includes(value)) exists = true;
    const low = sorted[0];
    const high = sorted[sorted.length - 1];
    if (value > 0 && value < low) worst = Math.max(worst, Math.log(low / value));
    else if (value > high) worst = Math.max(worst, high > 0 ? Math.log(value / high) : 99);
    else if (value <= 0 && low > value) worst = Math.max(worst, 99);
  }
  return worst === 0 && exists ? -0.1 : worst;
}

/** A price is plausible up to this factor outside the prices there are. */
const PLAUSIBLE_PRICE = Math.log(4);

/** Said in another unit, and far from every number there is: it is about something else ("10 km" is no ascent). */
function isFar({ candidate, far }: { candidate: Candidate; far: number }): boolean {
  return candidate.factor !== 1 && far > Math.log(2);
}

/** The attribute a number is about, with the factor from the unit said; undefined when nothing decides. */
export function ownerOf(span: Span, scales: readonly Scale[], hints: OwnerHints): Candidate | undefined {
  const possible = candidates(span, scales, hints.named);
  if (possible.length === 0) return undefined;
  const named = hints.named
    .map((attribute) => possible.find(({ scale }) => scale.attribute === attribute))
    .find(Boolean);
  if (named) return named;
  if (span.adjective) {
    const scale = scaleFor(
      span.adjective,
      possible.map((candidate) => candidate.scale),
      hints.asked,
    );
    return scale && possible.find((candidate) => candidate.scale === scale);
  }
  const asked = possible.find(({ scale }) => scale.attribute === hints.asked);
  const unitless = span.quantity.units.length === 0;
  if (asked && !(unitless && hints.counted)) return asked;
  const ranked = possible
    .map((candidate) => ({ candidate, far: distance(candidate, span) }))
    .sort((a, b) => a.far - b.far);
  if (!unitless) return isFar(ranked[0]) ? undefined : ranked[0].candidate;
  if (hints.counted) return undefined;
  const price = ranked.find(({ candidate }) => candidate.scale.price);
  if (span.manner !== 'bare') {
    if (price && price.far < PLAUSIBLE_PRICE) return price.candidate;
    const inside = ranked.filter(({ far }) => far <= 0);
    return inside.length === 1 ? inside[0].candidate : undefined;
  }
  const existing = ranked.filter(({ far }) => far < 0);
  if (existing.length === 1) return existing[0].candidate;
  const inside = ranked.filter(({ far }) => far <= 0);
  return inside.length === 1 ? inside[0].candidate : undefined;
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** The share around a number that "around" allows. */
const AROUND = 0.15;

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
export function rangeWish(span: Span, { scale, factor }: Candidate): Extract<Wish, { kind: 'range' }> {
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
  if (scale.whole) return range(Math.min(low * 0.9, Math.floor(low)), Math.max(high * 1.1, Math.ceil(high)));
  const step = 10 ** -span.quantity.decimals * factor;
  return range(low - step / 2, high + (span.quantity.decimals === 0 ? step : step / 2));
}
