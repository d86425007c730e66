/**
 * Which attribute a number belongs to.
 * @module
 */
import { distance } from './distance.ts';
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

/** An attribute that a number may be about. */
export interface Owner {
  readonly scale: Scale;
  /** From the unit said to the attribute's own. */
  readonly factor: number;
}

/** From this factor outside the numbers that it has on, a number is far from the attribute just asked for. */
const FAR = Math.log(4);
/** The same where a price was asked for: people name budgets well off what things cost. */
const FAR_FROM_PRICES = Math.log(10);
/** A price is plausible up to this factor outside the prices there are. */
const PLAUSIBLE_PRICE = Math.log(4);
/** Said in another unit, a number is about something else from this factor on: "10 km" is no ascent. */
const FAR_IN_ANOTHER_UNIT = Math.log(2);

/**
 * The attribute a number is about, with the factor from the unit said; undefined when nothing decides. The first of these
 * that holds:
 *
 * 1. A unit or a currency leaves only the attributes that can have it. Where none has, the one just asked for may, if the
 *    table gives it no unit and the number is not far from its numbers (`FAR`).
 * 2. An attribute named beside the number has it, however odd the number ("gears under 2200").
 * 3. An adjective says what it is about ("cheaper than 3"). One of many uses ("lower than 900") does so only where the
 *    number is not far from that attribute's.
 * 4. The attribute just asked for has it, unless the number is far from all its numbers (`FAR`, by the bound that lies
 *    further out; `FAR_FROM_PRICES` for a price) and inside those of another. Inside those of several, it is about the one
 *    that rule 5 prefers, or about none: asking again is better than a guess. Inside nobody's, it is about the price if that
 *    is plausible, and else still about what was asked. 0 is an answer to any question.
 * 5. With nothing asked, bounds are about the price if it is plausible, and else about the only attribute whose numbers
 *    take them in; a bare number is about the only attribute that has that very number, or else whose numbers take it in.
 *
 * Rules 4 and 5 leave out a number that counts something else, unless it has a unit: "2 kids".
 */
export function ownerOf(span: Span, scales: readonly Scale[], hints: OwnerHints): Owner | undefined {
  const possible = candidates(span, scales, hints);
  if (possible.length === 0) return undefined;
  const named = hints.named
    .map((attribute) => possible.find(({ scale }) => scale.attribute === attribute))
    .find(Boolean);
  if (named) return named;
  if (span.adjective) {
    const about = scaleFor(
      span.adjective,
      possible.map((owner) => owner.scale),
      hints.asked,
    );
    const owner = possible.find(({ scale }) => scale === about);
    if (!span.adjective.generic || (owner && distance(owner, span) < FAR)) return owner;
  }
  const unitless = span.quantity.units.length === 0;
  if (unitless && hints.counted) return undefined;
  const ranked = possible.map((owner) => ({ owner, far: distance(owner, span) })).sort((a, b) => a.far - b.far);
  const asked = ranked.find(({ owner }) => owner.scale.attribute === hints.asked);
  if (!asked) return unitless ? preferred(span, ranked) : nearestInUnit(ranked);
  if (asked.far < (asked.owner.scale.price ? FAR_FROM_PRICES : FAR) || isNothing(span)) return asked.owner;
  const others = ranked.filter((one) => one !== asked && one.far < asked.far);
  const inside = others.filter(({ far }) => far <= 0);
  if (inside.length === 1) return inside[0].owner;
  return inside.length > 1 ? preferred(span, inside) : (plausiblePrice(others) ?? asked.owner);
}

interface Ranked {
  readonly owner: Owner;
  /** `distance` of the number from the attribute's numbers. */
  readonly far: number;
}

function candidates(span: Span, scales: readonly Scale[], { named, asked }: OwnerHints): Owner[] {
  const { units, unitWord } = span.quantity;
  if (units.length === 0) return scales.map((scale) => ({ scale, factor: 1 }));
  const word = unitWord ? lemma(unitWord) : undefined;
  const found: Owner[] = [];
  for (const scale of scales) {
    const unit = units.find((u) => u.dimension === scale.unit?.dimension);
    if (unit && scale.unit) found.push({ scale, factor: unit.factor / scale.unit.factor });
    else if ((word && scale.words.has(word)) || (!scale.unit && named.includes(scale.attribute)))
      found.push({ scale, factor: 1 });
  }
  if (found.length > 0) return found;
  return scales
    .filter((scale) => !scale.unit && scale.attribute === asked)
    .map((scale) => ({ scale, factor: 1 }))
    .filter((owner) => distance(owner, span) < FAR);
}

/** "0", "at most 0", "at least 0": an answer to whatever was asked. "Under 0" is one where numbers are below 0. */
function isNothing({ low = 0, high = 0, exclusive }: Span): boolean {
  return low === 0 && high === 0 && !exclusive;
}

function nearestInUnit([nearest]: readonly Ranked[]): Owner | undefined {
  return nearest.owner.factor !== 1 && nearest.far > FAR_IN_ANOTHER_UNIT ? undefined : nearest.owner;
}

/** The fifth rule; `ranked` has the nearest first. */
function preferred(span: Span, ranked: readonly Ranked[]): Owner | undefined {
  const price = span.manner === 'bare' ? undefined : plausiblePrice(ranked);
  if (price) return price;
  const inside = ranked.filter(({ far }) => far <= 0);
  const existing = span.manner === 'bare' ? inside.filter(({ far }) => far < 0) : [];
  if (existing.length === 1) return existing[0].owner;
  return inside.length === 1 ? inside[0].owner : undefined;
}

function plausiblePrice(ranked: readonly Ranked[]): Owner | undefined {
  return ranked.find(({ owner, far }) => owner.scale.price && far < PLAUSIBLE_PRICE)?.owner;
}
