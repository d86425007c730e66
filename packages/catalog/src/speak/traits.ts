/**
 * Items in words: what one has of an attribute, how it meets the wishes, in what several differ.
 * @module
 */
import { inCalendarOrder } from '../hear/calendar.ts';
import { type CatalogIndex, fits } from '../index/catalog-index.ts';
import { NONE } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';
import { listOf } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { quantity } from './quantity.ts';
import type { Scene } from './scene.ts';
import { shapePredicate } from './shape-words.ts';
import { countedThings, countInWords, traitInWords, wishInWords } from './wish-words.ts';

/** The value codes of an item in an attribute; empty when the cell is. */
export function valuesOf(index: CatalogIndex, item: number, attribute: number): readonly number[] {
  const { codes, offsets } = index.catalog.columns[attribute];
  if (offsets)
    return inCalendarOrder(
      index.catalog.attributes[attribute],
      Array.from(codes.subarray(offsets[item], offsets[item + 1])),
    );
  return codes[item] === NONE ? [] : [codes[item]];
}

/** What an item has, in words: "€640", "guided", "hut and tent"; `undefined` when the cell is empty. */
export function traitOf(index: CatalogIndex, item: number, position: number): string | undefined {
  const attribute = index.catalog.attributes[position];
  const number = index.catalog.columns[position].numbers?.[item];
  if (number !== undefined) {
    if (Number.isNaN(number)) return undefined;
    const words = quantity(attribute, number);
    const things = countedThings(attribute);
    if (things) return countInWords(things, words);
    return attribute.unit || attribute.role === 'price' ? words : `${attribute.label} ${words}`;
  }
  const codes = valuesOf(index, item, position);
  if (codes.length === 0) return undefined;
  const words = codes.slice(0, 3).map((code) => traitInWords(attribute, code));
  return codes.length > 3 ? `${words.join(', ')} and more` : listOf(words, 'and');
}

/** The same, for a list that a wish is about: only the values wished for, "June" rather than all its months. */
export function wishedTraitOf(scene: Scene, item: number, position: number): string | undefined {
  const attribute = scene.index.catalog.attributes[position];
  const wanted = scene.state.wishes.flatMap(({ wish }) =>
    wish.attribute === position && wish.kind === 'is' ? wish.values : [],
  );
  const words = valuesOf(scene.index, item, position)
    .filter((value) => wanted.includes(value))
    .map((value) => traitInWords(attribute, value));
  return attribute.type === 'list' && words.length > 0 ? listOf(words, 'and') : traitOf(scene.index, item, position);
}

/** How an item meets a wish, as a short reason: "has a touchscreen", "under €800"; `undefined` when it does not. */
export function reasonFor(index: CatalogIndex, item: number, wish: Wish): string | undefined {
  const attribute = index.catalog.attributes[wish.attribute];
  if (!fits(index.catalog.columns[wish.attribute], item, wish)) return undefined;
  if (attribute.type === 'boolean') {
    const [code] = valuesOf(index, item, wish.attribute);
    if (code !== undefined) return shapePredicate(labelShape(attribute.label), code === 0);
  }
  if (wish.kind === 'is' && wish.values.length > 1) return traitOf(index, item, wish.attribute);
  return wishInWords(index.catalog, wish);
}

/** The wishes as short traits that all of these items share, in the order spoken: "guided", "under €800". */
export function sharedTraits(scene: Scene, items: readonly number[]): string[] {
  const { index, state } = scene;
  return state.wishes
    .map(({ wish }) => wish)
    .filter((wish) => items.every((item) => fits(index.catalog.columns[wish.attribute], item, wish)))
    .map((wish) => wishInWords(index.catalog, wish));
}

/**
 * What to say of one item among several: its values where they differ, the wishes' numbers first, then the price, then
 * the rest in column order; at most `most`.
 */
export function distinguishing(scene: Scene, items: readonly number[], most = 3): readonly number[] {
  const { catalog } = scene.index;
  const wished = new Set(scene.state.wishes.map(({ wish }) => wish.attribute));
  const rank = (position: number): number => {
    const attribute = catalog.attributes[position];
    if (wished.has(position)) return 0;
    if (attribute.role === 'price') return 1;
    return attribute.type === 'list' ? 3 : 2;
  };
  return catalog.attributes
    .map((_, position) => position)
    .filter((position) => {
      const traits = items.map((item) => wishedTraitOf(scene, item, position));
      return traits.some((trait) => trait !== undefined) && (items.length === 1 || new Set(traits).size > 1);
    })
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, most);
}
