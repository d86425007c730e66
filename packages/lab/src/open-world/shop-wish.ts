/**
 * What a customer of the text shop wants: a value for each attribute that they care about. Wishes become words, and
 * words are read back by the values, attributes and items that they name.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { codeOf, LAMP_ATTRIBUTES } from './text-shop.ts';

/** Code of the wanted value by attribute; ANY where the customer does not mind. */
export type ShopWish = readonly number[];

/** Does not mind. */
export const ANY = -1;

/** A wish for nothing in particular. */
export const anything: ShopWish = LAMP_ATTRIBUTES.map(() => ANY);

/** Whether an item has all that the wish asks for. */
export function serves(shop: Catalog, item: number, wish: ShopWish): boolean {
  return wish.every((code, a) => code === ANY || codeOf(shop, item, a) === code);
}

/** Items that have all that the wish asks for. */
export function served(shop: Catalog, wish: ShopWish): readonly number[] {
  return Array.from({ length: shop.size }, (_, item) => item).filter((item) => serves(shop, item, wish));
}

const OPENINGS = ["I'm looking for a lamp", 'I need a lamp', 'Hi! Which lamp would you take', 'Can you suggest a lamp'];

/** A first message that states a wish, in one of several phrasings. */
export function sayWish(wish: ShopWish, random: Random): string {
  const parts = wish.flatMap((code, a) => {
    return code === ANY ? [] : [random.pick(LAMP_ATTRIBUTES[a].phrases).replace('%', LAMP_ATTRIBUTES[a].values[code])];
  });
  const opening = random.pick(OPENINGS);
  return `${[opening, ...parts].join(' ')}${/^(Hi|Can)/.test(opening) ? '?' : '.'}`;
}

/** A wish as a reader would note it down. */
export function describeWish(wish: ShopWish): string {
  const parts = wish.flatMap((code, a) => {
    return code === ANY ? [] : [LAMP_ATTRIBUTES[a].phrases[0].replace('%', LAMP_ATTRIBUTES[a].values[code])];
  });
  return parts.length === 0 ? 'any lamp will do' : `a lamp ${parts.join(', ')}; the rest does not matter`;
}

function names(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`, 'i').test(text);
}

/** The values that a text names, where it names one of an attribute. */
export function valuesIn(text: string): ShopWish {
  return named(text).map((codes) => (codes.length === 1 ? codes[0] : ANY));
}

/** Codes of the values that a text names, by attribute. */
function named(text: string): readonly (readonly number[])[] {
  return LAMP_ATTRIBUTES.map(({ values }) => values.flatMap((value, code) => (names(text, value) ? [code] : [])));
}

/** Items that a text names, in the order in which it does. */
export function itemsNamed(shop: Catalog, text: string): readonly number[] {
  const places = Array.from({ length: shop.size }, (_, item) => ({
    item,
    at: text.search(new RegExp(`\\b${shop.view(item).name}\\b`, 'i')),
  }));
  return places
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/**
 * The wish that a text states: the values that it names, where it names one of an attribute; of an item named and nothing
 * else, all that the item has.
 */
export function readWish(shop: Catalog, text: string): ShopWish {
  if (named(text).every((codes) => codes.length === 0)) {
    const items = itemsNamed(shop, text);
    if (items.length === 1) return LAMP_ATTRIBUTES.map((_, a) => codeOf(shop, items[0], a));
  }
  return valuesIn(text);
}

/** The attribute that a question asks for, by the values that it or its choices name, else by its words; undefined if none. */
export function attributeAsked(question: string, choices: readonly string[] = []): number | undefined {
  const score = (count: (attribute: number) => number): number | undefined => {
    const counts = LAMP_ATTRIBUTES.map((_, a) => count(a));
    const most = Math.max(...counts);
    return most > 0 && counts.filter((one) => one === most).length === 1 ? counts.indexOf(most) : undefined;
  };
  const byChoices = named(choices.join(' | '));
  const byWords = named(question);
  return (
    score((a) => byChoices[a].length) ??
    score((a) => LAMP_ATTRIBUTES[a].signs.filter((sign) => names(question, sign)).length) ??
    score((a) => byWords[a].length)
  );
}
