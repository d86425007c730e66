/**
 * Questions with one right answer on the table: a fact of a named trip, the cheapest of some, how many there are, a trip by
 * its name. Nothing has to be asked back.
 * @module
 */
import type { Attribute, CatalogIndex, Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { fitting } from './requests.ts';
import { valuesOf } from './table-bits.ts';
import { wishText } from './wish-text.ts';

/** A question and its answer. JSON. */
export interface DirectQuestion {
  readonly about: 'fact' | 'most' | 'count' | 'name';
  readonly words: string;
  /** The trip that is asked about, or that is the answer; absent for a count. */
  readonly item?: number;
  /** The attribute of a fact. */
  readonly attribute?: number;
  /** The number of a count. */
  readonly number?: number;
}

/** Questions for a fact, by attribute; NAME stands for the trip's name. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  region: ['Where is NAME?', 'In which region is NAME?'],
  difficulty: ['How difficult is NAME?', 'What is the difficulty of NAME?'],
  days: ['How long is NAME?', 'How many days does NAME take?'],
  price_per_person_eur: ['What does NAME cost?', 'What is the price of NAME?'],
  months: ['In which months does NAME run?', 'When can one go on NAME?'],
  guided: ['Is NAME guided?', 'Does NAME come with a guide?'],
  dogs_allowed: ['Are dogs allowed on NAME?', 'May I bring my dog on NAME?'],
  accommodation: ['Where does one sleep on NAME?', 'What is the accommodation on NAME?'],
};
const MOSTS: readonly { readonly key: string; readonly direction: 1 | -1; readonly word: string }[] = [
  { key: 'price_per_person_eur', direction: -1, word: 'cheapest' },
  { key: 'price_per_person_eur', direction: 1, word: 'most expensive' },
  { key: 'days', direction: 1, word: 'longest' },
  { key: 'days', direction: -1, word: 'shortest' },
];
const NAMED: readonly string[] = [
  'Tell me about NAME.',
  'What do you know about NAME?',
  'I would like to book NAME.',
  'Show me NAME.',
];

/** Draws one: half of them facts. */
export function drawDirectQuestion(shop: Shop, index: CatalogIndex, random: Random): DirectQuestion {
  const kind = random.weighted([0.5, 0.2, 0.15, 0.15]);
  const item = random.integer(shop.catalog.size);
  const name = shop.names[item];
  if (kind === 0) {
    const known = shop.catalog.attributes.flatMap(({ key }, attribute) => (FACTS[key] ? [attribute] : []));
    const attribute = random.pick(known.filter((one) => valuesOf(shop.catalog, one, item).length > 0));
    const words = random.pick(FACTS[shop.catalog.attributes[attribute].key]).replace('NAME', () => name);
    return { about: 'fact', words, item, attribute };
  }
  if (kind === 3) return { about: 'name', words: random.pick(NAMED).replace('NAME', () => name), item };
  for (let trial = 0; ; trial++) {
    const dice = random.split(trial);
    const some = drawSome(shop, index, dice);
    if (!some) continue;
    if (kind === 2) {
      if (some.items.length < 2) continue;
      const words = dice
        .pick(['How many trips are there SOME?', 'How many trips do you have SOME?'])
        .replace('SOME', () => some.words);
      return { about: 'count', words, number: some.items.length };
    }
    const { key, direction, word } = dice.pick(MOSTS);
    const numbers = shop.catalog.columns[shop.catalog.attributes.findIndex((one) => one.key === key)].numbers;
    const ranked = [...some.items].sort((a, b) => direction * ((numbers?.[b] ?? 0) - (numbers?.[a] ?? 0)));
    // Without ties there is one right answer.
    if (ranked.length < 4 || !numbers || numbers[ranked[0]] === numbers[ranked[1]]) continue;
    const words = dice.pick(['What is your MOST trip SOME?', 'Which is the MOST trip SOME?']);
    return {
      about: 'most',
      words: words.replace('MOST', () => word).replace('SOME', () => some.words),
      item: ranked[0],
    };
  }
}

/** Trips with one value of one attribute, in words: "in the Sarn Coast". */
function drawSome(
  shop: Shop,
  index: CatalogIndex,
  random: Random,
): { words: string; items: readonly number[] } | undefined {
  const attribute = random.pick(shop.catalog.attributes.flatMap(({ type }, k) => (type === 'number' ? [] : [k])));
  const wish: Wish = {
    kind: 'is',
    attribute,
    values: [random.integer(shop.catalog.attributes[attribute].values.length)],
  };
  const part = wishText(shop.catalog.attributes[attribute], wish, random);
  return part?.place === 'behind' ? { words: part.text, items: fitting(index, [wish]) } : undefined;
}

/** Whether a reply tells the fact of a trip: its number, its value by name, all of its values, or yes and no. */
export function tellsFact(
  attribute: Attribute,
  values: readonly number[],
  number: number | undefined,
  reply: string,
): boolean {
  const text = reply.toLowerCase();
  if (attribute.type === 'number') return number !== undefined && tellsNumber(number, text);
  if (attribute.type === 'boolean')
    return values[0] === 0 ? !DENIES.test(text) && AFFIRMS.test(text) : DENIES.test(text);
  const told = values.map((value) => text.includes(attribute.values[value].toLowerCase()));
  // "April to October" tells the months between.
  return (
    told.every((one) => one) ||
    (attribute.type === 'list' && values.length > 2 && SPAN.test(text) && told.filter(Boolean).length >= 2)
  );
}

const AFFIRMS = /\b(?:yes|guided|a guide|allowed|welcome|may come|can come|can bring|may bring|of course|certainly)\b/;
const DENIES = /\b(?:no|not|without|unguided|self-guided|isn['’]t|aren['’]t|cannot|can['’]t|none)\b/;
const SPAN = /\b(?:to|through|until|till)\b|[–-]/;
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen'.split(' ');

/** Whether a number stands in a reply, in figures ("1,465", "1465") or, for small ones, in words. */
export function tellsNumber(number: number, reply: string): boolean {
  const figures = [...reply.matchAll(/\d[\d,. ]*/g)].map(([found]) =>
    Number(found.replace(/[, ](?=\d{3}\b)/g, '').replace(/[.,\s]+$/, '')),
  );
  return (
    figures.includes(number) || (SMALL[number] !== undefined && new RegExp(`\\b${SMALL[number]}\\b`, 'i').test(reply))
  );
}
