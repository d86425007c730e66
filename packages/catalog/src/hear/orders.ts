/**
 * Categories whose values lie in an order: difficulty, sweetness, size.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import { fold, phraseKey, tokenise } from './tokens.ts';
import { type Degree, inflect } from './words/adjectives.ts';
import { ORDERS } from './words/orders.ts';

/** A value's word, turned: "easier", "hardest". */
export interface Grade {
  readonly attribute: number;
  /** The value that the word names. */
  readonly value: number;
  readonly direction: 'less' | 'more';
  readonly degree: Degree;
}

/** The ordered categories of a catalogue. */
export interface Orders {
  /** The comparative or superlative of a value, if the word is one. */
  grade(word: string): Grade | undefined;
  /** Towards which end a value lies; undefined when its attribute has no order, or it lies in the middle. */
  side(attribute: number, value: number): 'less' | 'more' | undefined;
  /** The values beyond one, in a direction, nearest first; with `from` itself first when `including`. */
  beyond(attribute: number, from: number, direction: 'less' | 'more', including: boolean): number[];
  /** The values beyond those that items have; undefined when the attribute has no order or the items no place in it. */
  beyondItems(attribute: number, items: readonly number[], direction: 'less' | 'more'): number[] | undefined;
  /** The value at one end. */
  end(attribute: number, direction: 'less' | 'more'): number;
}

const keyOf = (text: string): string => phraseKey(tokenise(text));

/** Finds the ordered categories: those of which two values or more, and most of them, lie in one order of `words/orders.ts`. */
export function ordersOf(catalog: Catalog): Orders {
  const places = new Map<number, Map<number, number>>();
  const wordsOfPlaces = new Map<number, readonly (readonly string[])[]>();
  catalog.attributes.forEach(({ type, values }, a) => {
    if (type !== 'category' || values.length > 12) return;
    for (const order of ORDERS) {
      const rank = new Map(order.flatMap((words, place) => words.map((word) => [keyOf(word), place] as const)));
      const placed = values.flatMap((value, v) => {
        const place = rank.get(keyOf(value));
        return place === undefined ? [] : [[v, place] as const];
      });
      const distinct = new Set(placed.map(([, place]) => place)).size;
      if (distinct >= 2 && placed.length * 2 > values.length && placed.length > (places.get(a)?.size ?? 0)) {
        places.set(a, new Map(placed));
        wordsOfPlaces.set(a, order);
      }
    }
  });
  const ranked = (attribute: number): (readonly [number, number])[] =>
    [...(places.get(attribute) ?? [])].sort((x, y) => x[1] - y[1]);
  const side = (attribute: number, value: number): 'less' | 'more' | undefined => {
    const order = ranked(attribute);
    const place = places.get(attribute)?.get(value);
    if (place === undefined) return undefined;
    const middle = (order[0][1] + order[order.length - 1][1]) / 2;
    return place === middle ? undefined : place < middle ? 'less' : 'more';
  };
  const past = (attribute: number, place: number, direction: 'less' | 'more', including: boolean): number[] => {
    const values = ranked(attribute).filter(
      ([, p]) => (including && p === place) || (direction === 'less' ? p < place : p > place),
    );
    return (direction === 'less' ? values.reverse() : values).map(([value]) => value);
  };

  const grades = new Map<string, Grade>();
  for (const [attribute, order] of places) {
    const words = wordsOfPlaces.get(attribute) ?? [];
    for (const [value, place] of order) {
      const direction = side(attribute, value);
      if (!direction) continue;
      for (const word of [fold(catalog.attributes[attribute].values[value]), ...words[place]]) {
        if (!/^[a-z]+$/.test(word)) continue;
        const [comparative, superlative] = inflect(word);
        grades.set(comparative, { attribute, value, direction, degree: 'comparative' });
        grades.set(superlative, { attribute, value, direction, degree: 'superlative' });
      }
    }
  }
  return {
    grade: (word) => grades.get(word),
    side,
    beyond: (attribute, from, direction, including) =>
      past(attribute, places.get(attribute)?.get(from) ?? Number.NaN, direction, including),
    beyondItems(attribute, items, direction) {
      const { codes } = catalog.columns[attribute];
      const found = items.flatMap((item) => places.get(attribute)?.get(codes[item]) ?? []);
      if (found.length === 0) return undefined;
      return past(attribute, direction === 'less' ? Math.min(...found) : Math.max(...found), direction, false);
    },
    end: (attribute, direction) => ranked(attribute).at(direction === 'less' ? 0 : -1)![0],
  };
}
