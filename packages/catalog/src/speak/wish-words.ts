/**
 * Wishes and values in words: as said to the user, as listed in the mind, as something to give up.
 * @module
 */
import { inCalendarOrder } from '../hear/calendar.ts';
import type { Attribute, Catalog } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';
import { isPlural, listOf } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { boundsInWords, isMoney, rangesInWords } from './quantity.ts';
import { shapeGivenUp, shapeOption, shapeTrait } from './shape-words.ts';

/** Longest value that is said in a sentence; the rest of a longer one is cut off. */
const LONGEST = 48;

/** One value as people would say it: "Alps", "€800 to €1,200", "yes". Never more than 48 characters, on one line. */
export function valueInWords(attribute: Attribute, value: number): string {
  if (attribute.type === 'number' && attribute.edges) return rangesInWords(attribute, value);
  return oneLine(attribute.values[value] ?? '');
}

/** Text from a cell, on one line and not too long. */
export function oneLine(text: string, longest: number = LONGEST): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  const letters = Array.from(line);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}

/** A value that says what it is about: "Alps", but "class 2", "7 gears" and "stars: none". */
export function traitInWords(attribute: Attribute, value: number): string {
  if (attribute.type === 'boolean') return shapeTrait(labelShape(attribute.label), value === 0);
  const words = valueInWords(attribute, value);
  if (attribute.type === 'number') {
    const things = countedThings(attribute);
    if (things) return countInWords(things, words);
    return attribute.unit || isMoney(attribute) ? words : `${attribute.label} ${words}`;
  }
  if (/^(?:none|other|others|yes|no|any|unknown|mixed|n\/a)$/i.test(words)) return `${attribute.label}: ${words}`;
  return speaksForItself(words) ? words : `${attribute.label} ${words}`;
}

function speaksForItself(words: string): boolean {
  return /\p{L}{3}|\p{Lu}\p{L}/u.test(words);
}

/** Neighbouring ranges are said as one: "under €1,200" for the first two. */
function rangeList(attribute: Attribute, values: readonly number[]): string[] {
  const sorted = [...values].sort((a, b) => a - b);
  const words: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end + 1 < sorted.length && sorted[end + 1] === sorted[end] + 1) end++;
    words.push(rangesInWords(attribute, sorted[i], sorted[end]));
    i = end + 1;
  }
  return words;
}

function values(attribute: Attribute, codes: readonly number[]): string[] {
  if (attribute.type === 'number') return rangeList(attribute, codes);
  const words = inCalendarOrder(attribute, codes)
    .slice(0, 4)
    .map((code) => traitInWords(attribute, code));
  return codes.length > 4 ? [...words, `${codes.length - 4} more`] : words;
}

/** The yes or no that a wish about a boolean amounts to; `undefined` when it is about both or neither. */
export function yesOrNo(wish: Wish): boolean | undefined {
  if (wish.kind === 'range' || wish.values.length !== 1) return undefined;
  return (wish.values[0] === 0) === (wish.kind === 'is');
}

/** A wish in few words, for a sentence: "under €800", "guided", "not red", "blue or green". */
export function wishInWords(catalog: Catalog, wish: Wish): string {
  const attribute = catalog.attributes[wish.attribute];
  if (wish.kind === 'range') return boundsOf(attribute, wish);
  if (attribute.type === 'boolean') {
    const yes = yesOrNo(wish);
    return yes === undefined
      ? shapeOption(labelShape(attribute.label), true)
      : shapeTrait(labelShape(attribute.label), yes);
  }
  const words = values(attribute, wish.values);
  return wish.kind === 'is' ? listOf(words, 'or') : `not ${listOf(words, 'or')}`;
}

function boundsOf(attribute: Attribute, wish: Extract<Wish, { kind: 'range' }>): string {
  const bounds = boundsInWords(attribute, wish.low, wish.high, wish.exclusive);
  const things = countedThings(attribute);
  if (things) return countInWords(things, bounds);
  return attribute.unit || attribute.role === 'price' ? bounds : `${attribute.label} ${bounds}`;
}

/** What a wish asks of its attribute, without naming it: "under €800", "yes", "not red". */
export function wishMeaning(catalog: Catalog, wish: Wish): string {
  const attribute = catalog.attributes[wish.attribute];
  if (wish.kind === 'range') return boundsInWords(attribute, wish.low, wish.high, wish.exclusive);
  if (attribute.type === 'boolean') {
    const yes = yesOrNo(wish);
    return yes === undefined ? 'either' : yes ? 'yes' : 'no';
  }
  const words =
    attribute.type === 'number'
      ? rangeList(attribute, wish.values)
      : inCalendarOrder(attribute, wish.values).map((code) => valueInWords(attribute, code));
  return wish.kind === 'is' ? listOf(words, 'or') : `not ${listOf(words, 'or')}`;
}

/** A wish with its attribute, for lists and records: "price: under €800", "touchscreen: yes". */
export function wishInFull(catalog: Catalog, wish: Wish): string {
  return `${catalog.attributes[wish.attribute].label}: ${wishMeaning(catalog, wish)}`;
}

/** Under which condition there would be more, if the wish were given up: "at any price", "if it need not be guided". */
export function givenUp(catalog: Catalog, wish: Wish): string {
  const attribute = catalog.attributes[wish.attribute];
  const yes = attribute.type === 'boolean' ? yesOrNo(wish) : undefined;
  if (yes !== undefined) return shapeGivenUp(labelShape(attribute.label), yes);
  if (wish.kind === 'not') return `if ${listOf(values(attribute, wish.values), 'or')} were fine after all`;
  if (attribute.type === 'list' && wish.kind === 'is')
    return `if it need not include ${listOf(values(attribute, wish.values), 'or')}`;
  if (attribute.type === 'number' && isMoney(attribute)) return `at any ${attribute.label}`;
  return `with ${anyOf(attribute)}`;
}

/** The same as one line of a list of choices: "any price", "guided or not", "blue is fine after all". */
export function optionOf(catalog: Catalog, wish: Wish): string {
  const attribute = catalog.attributes[wish.attribute];
  const yes = attribute.type === 'boolean' ? yesOrNo(wish) : undefined;
  if (yes !== undefined) return shapeOption(labelShape(attribute.label), yes);
  if (wish.kind === 'not') return `${listOf(values(attribute, wish.values), 'and')} allowed after all`;
  if (attribute.type === 'list' && wish.kind === 'is')
    return `${listOf(values(attribute, wish.values), 'or')} not needed`;
  return anyOf(attribute);
}

/** "any colour", "any number of gears". */
function anyOf(attribute: Attribute): string {
  const things = countedThings(attribute);
  return things ? `any number of ${things}` : `any ${singular(attribute.label)}`;
}

/** A number of these is what a column holds: "gears" for "gears" and "number of gears". Undefined where it is no count. */
export function countedThings(attribute: Attribute): string | undefined {
  if (attribute.type !== 'number' || attribute.unit || isMoney(attribute)) return undefined;
  const things = attribute.label.replace(/^(?:number|no\.?) of /i, '');
  return isPlural(things) && !/\b(?:in|of|per|for|to|by|from|at)\b/i.test(things) ? things : undefined;
}

/** "1 gear", "at least 1 gear", "7 gears", "under 3 gears". */
export function countInWords(things: string, words: string): string {
  return `${words} ${/^(?:(?:at least|up to|over|under) )?1$/.test(words) ? singular(things) : things}`;
}

/** "colours" → "colour", where a label names several: for "any colour", "which colour". */
export function singular(label: string): string {
  if (!isPlural(label)) return label;
  return label
    .replace(/ies$/, 'y')
    .replace(/(x|ch|sh|ss)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}
