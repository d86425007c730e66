/**
 * Imagined shoppers: intents drawn from the belief. Each has an item in mind and cares about some of its attributes; any
 * item that agrees on those would do.
 *
 * What one would say, and which items would do for whom, is worked out once a decision.
 * @module
 */
import { addBit, type Bitset, makeBitset, unite } from '../index/bitset.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { type Cover, makeCover } from './cover.ts';
import { drawShoppers, INDIFFERENT } from './draw-shoppers.ts';
import type { ShopperModel } from './shopper-model.ts';
import type { CatalogState } from './state.ts';

/** A decision's imagined users, and which items would do for whom. */
export interface Shoppers {
  readonly index: CatalogIndex;
  /** How many there are. */
  readonly count: number;
  /** Attributes that a wish may yet turn out to be about, at most 24: first those agreed on, then the open ones. */
  readonly open: readonly number[];
  /** How many of `open` were agreed on: settled, though some users care for them all the same. */
  readonly agreed: number;
  /** Positions in `open`, the attribute whose replies tell most first. */
  readonly telling: readonly number[];
  /** What shopper m would answer about open attribute j, at [m × open.length + j]: a value, or INDIFFERENT. */
  readonly replies: Uint32Array;
  /** Whether shopper m, not caring about open attribute j, would take a suggested value: 1 or 0, same layout. */
  readonly swayed: Uint8Array;
  /** Whether shopper m, caring for another value than the one suggested, would say so: 1 or 0, same layout. */
  readonly heeds: Uint8Array;
  /** The item that each shopper has in mind. */
  readonly targets: Uint32Array;
  /** Items worth recommending: what the shoppers have in mind, likeliest first. */
  readonly pool: Uint32Array;
  /** For each item of the pool: the shoppers for whom it would do. */
  readonly suits: readonly Bitset[];
  /** How many possible items each item of the pool stands for, at least 1: above 1, the shoppers are a sample. */
  readonly standsFor: number;
  /** For each shopper: its item's place in the pool, or −1 for one who wants something that no item is. */
  readonly place: Int32Array;
  /** For each shopper: its item's place in the pool if nobody else has that item in mind, else −1. */
  readonly alone: Int32Array;
  readonly model: ShopperModel;
  /** Room for a list of shoppers, used within one call; length `count`. */
  readonly scratch: Uint16Array;
  /** Working memory of `greedyCover`. */
  readonly cover: Cover;
}

/** Imagines the shoppers of a state. The belief must not be empty. */
export function imagineShoppers(index: CatalogIndex, state: CatalogState, model: ShopperModel): Shoppers {
  const agreed = agreedAttributes(state);
  const open = [...agreed, ...openAttributes(index, state)].slice(0, 24);
  const { targets, replies, swayed, heeds, dreams } = drawShoppers(index, state, model, open);
  const count = targets.length;
  const out = new Set(state.rejected);
  const wanted = targets.filter((_, m) => dreams[m] === 0);
  const pool = likelyItems((wanted.length > 0 ? wanted : targets).filter((item) => !out.has(item)));
  const suits = whoIsSuited(index, pool, open, replies, count);
  const standsFor = Math.max(1, state.belief.items.length / Math.max(1, pool.length));
  const place = Int32Array.from(targets, (item, m) => (dreams[m] ? -1 : pool.indexOf(item)));
  const alone = place.map((at, m) => (at >= 0 && place.indexOf(at) === m && place.lastIndexOf(at) === m ? at : -1));
  const told = open.map((_, j) => spreadOf(replies, open.length, j));
  const telling = open.map((_, j) => j).sort((a, b) => told[b] - told[a] || a - b);
  return {
    index,
    count,
    open,
    agreed: agreed.length,
    telling,
    replies,
    swayed,
    heeds,
    targets,
    pool,
    suits,
    standsFor,
    place,
    alone,
    model,
    scratch: new Uint16Array(count),
    cover: makeCover(pool.length, count),
  };
}

/** For each item of the pool: the shoppers for whom it would do, as sets by attribute and value that are intersected. */
function whoIsSuited(
  index: CatalogIndex,
  pool: Uint32Array,
  open: readonly number[],
  replies: Uint32Array,
  count: number,
): Bitset[] {
  const sets = Array.from(pool, () => makeBitset(count).fill(0xffffffff));
  open.forEach((attribute, j) => {
    const { values, role } = index.catalog.attributes[attribute];
    const { codes, offsets } = index.catalog.columns[attribute];
    const easy = makeBitset(count);
    const wants = values.map(() => makeBitset(count));
    for (let m = 0; m < count; m++) {
      const reply = replies[m * open.length + j];
      addBit(reply === INDIFFERENT ? easy : wants[reply], m);
    }
    // Of a price nobody minds less: who would pay more is suited too.
    if (role === 'price') for (let v = values.length - 2; v >= 0; v--) unite(wants[v], wants[v + 1]);
    const fit = makeBitset(count);
    pool.forEach((item, p) => {
      fit.set(easy);
      const from = offsets ? offsets[item] : item;
      const to = offsets ? offsets[item + 1] : item + 1;
      for (let k = from; k < to; k++) if (codes[k] !== INDIFFERENT) unite(fit, wants[codes[k]]);
      for (let i = 0; i < fit.length; i++) sets[p][i] &= fit[i];
    });
  });
  // Bits beyond the last shopper stay empty.
  for (const set of sets) if (count & 31) set[set.length - 1] &= (1 << (count & 31)) - 1;
  return sets;
}

/**
 * How many items one must show until one pleases a shopper whom, among those alive, only the very item in mind pleases.
 * None of the n − 1 other items did, so a random item does with chance below about 1 / n: take half of that; but no
 * more than the items that there are.
 */
export function lonelyRank(shoppers: Shoppers, alive: number): number {
  return Math.min(shoppers.standsFor, Math.max(1, 2 * alive));
}

/** Attributes of which a suggested value was taken. */
export function agreedAttributes(state: CatalogState): number[] {
  return state.wishes.filter((standing) => standing.suggested).map(({ wish }) => wish.attribute);
}

/** Attributes that may still be asked about. */
export function openAttributes(index: CatalogIndex, state: CatalogState): number[] {
  const spoken = new Set([...state.closed, ...state.wishes.map((standing) => standing.wish.attribute)]);
  return index.catalog.attributes.flatMap((attribute, position) =>
    attribute.askable && attribute.values.length > 1 && !spoken.has(position) ? [position] : [],
  );
}

/** How unlike the replies to open attribute j are: 1 less the sum of squared shares (Gini impurity). */
function spreadOf(replies: Uint32Array, width: number, j: number): number {
  const times = new Map<number, number>();
  for (let at = j; at < replies.length; at += width) times.set(replies[at], (times.get(replies[at]) ?? 0) + 1);
  const count = replies.length / width;
  return 1 - [...times.values()].reduce((sum, n) => sum + (n / count) ** 2, 0);
}

/** Distinct items, the most frequent first, then in catalogue order. */
function likelyItems(targets: Uint32Array): Uint32Array {
  const times = new Map<number, number>();
  for (const item of targets) times.set(item, (times.get(item) ?? 0) + 1);
  return Uint32Array.from([...times.keys()].sort((a, b) => times.get(b)! - times.get(a)! || a - b));
}
