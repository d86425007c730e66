/**
 * What the number attributes of a catalogue look like: unit, spread, words; and which of them an adjective is about.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';
import { fits } from './fits.ts';
import { lemma, tokenise } from './tokens.ts';
import type { Adjective } from './words/adjectives.ts';
import { LESS_IS_BETTER } from './words/adjectives.ts';
import { UNITS, type Unit } from './words/units.ts';

/** One number attribute. */
export interface Scale {
  readonly attribute: number;
  readonly price: boolean;
  /** Its unit, when it is one that converts. */
  readonly unit?: Unit;
  /** Its unit in one word, as tokens' lemmas run together, when it is one of the table's own: "pts". */
  readonly ownUnit?: string;
  /** Lemmas of its name, key, synonyms and unit. */
  readonly words: ReadonlySet<string>;
  /** All its numbers, ascending; never empty. */
  readonly sorted: Float64Array;
  /** All its numbers are whole. */
  readonly whole: boolean;
  /** Less of it is better, as far as one knows: prices, weights. */
  readonly lessIsBetter: boolean;
}

/** The number attributes of a catalogue that have any number, in order. */
export function scalesOf(catalog: Catalog): Scale[] {
  const scales: Scale[] = [];
  catalog.attributes.forEach((attribute, a) => {
    if (attribute.type !== 'number') return;
    const numbers = catalog.columns[a].numbers ?? new Float64Array();
    const sorted = numbers.filter((value) => Number.isFinite(value)).sort();
    if (sorted.length === 0) return;
    const names = [attribute.label, attribute.key.replaceAll('_', ' '), ...(attribute.synonyms?.attribute ?? [])];
    const words = new Set(names.flatMap((name) => tokenise(name).map((token) => token.lemma)));
    const price = attribute.role === 'price';
    const written = unitOf(attribute.unit);
    const unit = written ?? (price ? { dimension: 'currency', factor: 1 } : undefined) ?? unitIn(words);
    if (attribute.unit) words.add(lemma(attribute.unit.toLowerCase()));
    const ownUnit = attribute.unit && !written ? keyOf(attribute.unit) : undefined;
    const lessIsBetter = price || [...words].some((word) => LESS_IS_BETTER.has(word));
    const whole = sorted.every(Number.isInteger);
    scales.push({ attribute: a, price, unit, ...(ownUnit && { ownUnit }), words, sorted, whole, lessIsBetter });
  });
  return scales;
}

function unitOf(written: string | undefined): Unit | undefined {
  if (!written) return undefined;
  return UNITS.get(keyOf(written))?.[0];
}

function keyOf(unit: string): string {
  return tokenise(unit)
    .map((token) => token.lemma)
    .join('');
}

/** A unit that is the attribute's very name: "days". Single letters and "min" are too weak for that. */
function unitIn(words: ReadonlySet<string>): Unit | undefined {
  for (const word of words) {
    const units = word.length > 3 || word === 'day' ? UNITS.get(word) : undefined;
    if (units && units[0].dimension !== 'currency') return units[0];
  }
  return undefined;
}

/** The number attribute that an adjective is about by itself; `preferred` wins where it is possible at all. */
export function scaleFor(adjective: Adjective, scales: readonly Scale[], preferred?: number): Scale | undefined {
  const possible = adjective.about.flatMap((about) =>
    scales.filter((scale) => {
      if (about === '@price') return scale.price;
      if (about.startsWith('#')) return scale.unit?.dimension === about.slice(1);
      return scale.words.has(about);
    }),
  );
  return possible.find((scale) => scale.attribute === preferred) ?? possible[0];
}

/**
 * The bound that keeps a share of the items, the lowest (`less`) or the highest (`more`) of a number, among those that fit
 * `wishes` about other attributes. At least one item is kept.
 */
export function boundOf(
  catalog: Catalog,
  scale: Scale,
  direction: 'less' | 'more',
  share: number,
  wishes: readonly Wish[] = [],
): number {
  let sorted = scale.sorted;
  const others = wishes.filter((wish) => wish.attribute !== scale.attribute);
  if (others.length > 0) {
    const numbers = catalog.columns[scale.attribute].numbers ?? new Float64Array();
    const kept = numbers.filter(
      (value, item) => Number.isFinite(value) && others.every((wish) => fits(catalog, item, wish)),
    );
    if (kept.length > 0) sorted = kept.sort();
  }
  const last = sorted.length - 1;
  return sorted[direction === 'less' ? Math.floor(share * last) : Math.ceil((1 - share) * last)];
}
