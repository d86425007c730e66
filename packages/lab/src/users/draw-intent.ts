/**
 * Draws what a shopper comes with: wishes that some item keeps (or that none does), and changes of mind.
 * @module
 */
import { type Attribute, type Catalog, fits, NONE, type Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import type { ChangedWish, ShopperIntent } from './shopper-intent.ts';

/** What the shopper should be like. */
export interface IntentOptions {
  /** Fewest and most wishes in the end; 2 to 4 by default. */
  readonly wishes?: readonly [number, number];
  /** Wishes that do not last; 0 by default. Half of them are withdrawn, half replaced. */
  readonly changes?: number;
  /** Whether no item is to keep all wishes, though some keep all but one; false by default. At least two wishes then. */
  readonly fails?: boolean;
  /** Chance (0 … 1) that something acceptable is taken once shown; 1 by default. */
  readonly buys?: number;
}

/** Draws an intent; the same stream gives the same one. Throws RangeError when the table cannot give so many wishes. */
export function drawShopperIntent(shop: Shop, random: Random, options: IntentOptions = {}): ShopperIntent {
  const { wishes: [least, most] = [2, 4], changes = 0, fails = false, buys = 1 } = options;
  const { catalog } = shop;
  const askable = catalog.attributes.flatMap((attribute, i) =>
    attribute.askable && attribute.values.length > 1 ? [i] : [],
  );
  const count = least + random.split('count').integer(most - least + 1);
  if (count > askable.length || (fails && count < 2))
    throw new RangeError(`${count} wishes cannot be drawn from this table`);
  const buysIt = random.split('buys').next() < buys;
  for (let attempt = 0; attempt < 500; attempt++) {
    const dice = random.split('attempt').split(attempt);
    const target = dice.split('target').integer(catalog.size);
    const attributes = shuffled(askable, dice.split('attributes'));
    const wishes = attributes
      .slice(0, count)
      .flatMap((attribute) => wishKeptBy(catalog, target, attribute, dice.split(attribute)) ?? []);
    if (wishes.length < count) continue;
    const final = fails ? spoiled(catalog, wishes, dice.split('spoil')) : wishes;
    if (!final) continue;
    const drawn = changesTo(catalog, final, attributes.slice(count), changes, dice.split('changes'));
    if (drawn.length < changes) continue;
    const acceptable = acceptableTo(catalog, final);
    return { wishes: final, acceptable, ...(changes > 0 && { changes: drawn }), buys: buysIt };
  }
  throw new RangeError(`no such intent was found in 500 attempts: ask for fewer wishes or changes`);
}

/** Items that keep every wish, in the table's order. */
export function acceptableTo(catalog: Catalog, wishes: readonly Wish[]): readonly number[] {
  // One wish after the other over fewer and fewer items: intents are drawn by the thousand.
  let items = Array.from({ length: catalog.size }, (_, item) => item);
  for (const wish of wishes) {
    const column = catalog.columns[wish.attribute];
    items = items.filter((item) => fits(column, item, wish));
  }
  return items;
}

/** Whether an item keeps every wish. */
export function keepsAll(catalog: Catalog, item: number, wishes: readonly Wish[]): boolean {
  return wishes.every((wish) => fits(catalog.columns[wish.attribute], item, wish));
}

/** Values of an item, as codes. */
export function codesOf(catalog: Catalog, item: number, attribute: number): readonly number[] {
  const { codes, offsets } = catalog.columns[attribute];
  if (offsets) return [...codes.subarray(offsets[item], offsets[item + 1])];
  return codes[item] === NONE ? [] : [codes[item]];
}

/** A wish as people have them, that the item keeps; undefined where its cell is empty. */
function wishKeptBy(catalog: Catalog, item: number, position: number, random: Random): Wish | undefined {
  const attribute = catalog.attributes[position];
  const codes = codesOf(catalog, item, position);
  if (codes.length === 0) return undefined;
  const kind = random.split('kind').next();
  if (attribute.type === 'number')
    return rangeAround(attribute, position, catalog.columns[position].numbers?.[item] ?? Number.NaN, random);
  if (attribute.type === 'boolean') return { kind: 'is', attribute: position, values: [codes[0]] };
  const value = random.split('value').pick(codes);
  const others = attribute.values.flatMap((_, other) => (codes.includes(other) ? [] : [other]));
  if (others.length === 0) return { kind: 'is', attribute: position, values: [value] };
  const other = random.split('other').pick(others);
  if (kind < 0.15) return { kind: 'not', attribute: position, values: [other] };
  if (kind < 0.35) return { kind: 'is', attribute: position, values: [value, other] };
  return { kind: 'is', attribute: position, values: [value] };
}

/** Bounds with round limits: mostly an upper one for a price, one of the table's ranges or one bound for other numbers. */
function rangeAround(attribute: Attribute, position: number, number: number, random: Random): Wish | undefined {
  const edges = attribute.edges ?? [];
  if (Number.isNaN(number) || edges.length === 0) return undefined;
  const step = edges[0] >= 100 ? 50 : 1;
  const whole = step === 1;
  const up = Math.ceil(number / step) * step + step * random.split('slack').integer(whole ? 2 : 4);
  if (attribute.role === 'price') return { kind: 'range', attribute: position, high: Math.max(step, up) };
  const place = edges.filter((edge) => number >= edge).length;
  const kind = random.split('bounds').next();
  if (kind < 0.4) return { kind: 'range', attribute: position, high: Math.max(step, up) };
  if (kind < 0.55 && number > step)
    return { kind: 'range', attribute: position, low: Math.max(step, Math.floor(number / step) * step - step) };
  if (place === edges.length) return { kind: 'range', attribute: position, low: edges[place - 1] };
  const low = place === 0 ? undefined : edges[place - 1];
  const high = whole ? edges[place] - 1 : edges[place];
  return { kind: 'range', attribute: position, ...(low !== undefined && { low }), high };
}

/** The wishes with one turned so that nothing keeps all of them, and something keeps all the others. */
function spoiled(catalog: Catalog, wishes: readonly Wish[], random: Random): readonly Wish[] | undefined {
  for (const at of shuffled(
    wishes.map((_, i) => i),
    random.split('which'),
  )) {
    const others = wishes.filter((_, i) => i !== at);
    for (let i = 0; i < 12; i++) {
      const dice = random.split(at).split(i);
      const wish = wishKeptBy(catalog, dice.split('item').integer(catalog.size), wishes[at].attribute, dice);
      if (!wish || acceptableTo(catalog, [...others, wish]).length > 0) continue;
      return wishes.map((old, j) => (j === at ? wish : old));
    }
  }
  return undefined;
}

/** Changes of mind: what is said first rules out what is wanted in the end, so that whoever clings to it goes wrong. */
function changesTo(
  catalog: Catalog,
  wishes: readonly Wish[],
  unused: readonly number[],
  count: number,
  random: Random,
): ChangedWish[] {
  const changes: ChangedWish[] = [];
  const free = [...unused];
  const order = shuffled(wishes, random.split('order'));
  for (let i = 0; i < count; i++) {
    const dice = random.split(i);
    const then = dice.split('replaced').next() < 0.5 || free.length === 0 ? order.pop() : undefined;
    const attribute = then?.attribute ?? free.pop();
    if (attribute === undefined) break;
    const others = wishes.filter((wish) => wish.attribute !== attribute);
    const said = contrary(catalog, wishes, others, attribute, dice);
    if (said)
      changes.push({
        said,
        ...(then && { then }),
        after: 1 + dice.split('after').integer(Math.max(1, wishes.length - 1)),
      });
  }
  return changes;
}

function contrary(
  catalog: Catalog,
  wishes: readonly Wish[],
  others: readonly Wish[],
  attribute: number,
  random: Random,
): Wish | undefined {
  const before = acceptableTo(catalog, wishes).length;
  for (let i = 0; i < 40; i++) {
    const dice = random.split(i);
    const wish = wishKeptBy(catalog, dice.split('item').integer(catalog.size), attribute, dice);
    if (!wish || wish.kind === 'not') continue;
    if (acceptableTo(catalog, [...wishes, wish]).length > before / 2) continue;
    if (i < 20 && acceptableTo(catalog, [...others, wish]).length === 0) continue;
    return wish;
  }
  return undefined;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((entry, i) => ({ entry, key: random.split(i).next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}
