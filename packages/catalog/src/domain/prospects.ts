/**
 * What a change to the wishes would bring: the items to show under it, and how likely one of them is to please.
 * @module
 */
import { likeliest } from '../belief/item-belief.ts';
import { type Bitset, makeBitset } from '../index/bitset.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { greedyCover } from './cover.ts';
import { expectedTurns } from './forecast.ts';
import type { Relaxation } from './relaxations.ts';
import type { ShopperModel } from './shopper-model.ts';
import { imagineShoppers, lonelyRank } from './shoppers.ts';
import { believe, type CatalogState } from './state.ts';

/** One change, looked into. */
export interface Prospect {
  readonly change: Relaxation;
  /** What it would bring, in the order to show it; at most `model.listSize`. They break the wishes of `change`, and no others. */
  readonly items: readonly number[];
  /** Chance, 0 … 1, that one of the first k items pleases somebody who takes the change, at [k]; length `items.length` + 1. */
  readonly pleased: readonly number[];
  /** Assistant turns until somebody who takes the change has an item, at least 1. */
  readonly turns: number;
}

/** Looks into a change, by imagining those who would take it. */
export function prospectOf(
  index: CatalogIndex,
  state: CatalogState,
  change: Relaxation,
  model: ShopperModel,
): Prospect {
  const gone = new Set(change.wishes);
  const wishes = state.wishes.flatMap((standing) => {
    if (!gone.has(standing.wish)) return [standing];
    return change.instead ? [{ wish: change.instead, words: standing.words }] : [];
  });
  const given = change.instead ? [] : change.wishes.map(({ attribute }) => attribute);
  const relaxed = { ...state, wishes, closed: [...state.closed, ...given] };
  const after = { ...relaxed, belief: believe(index, relaxed) };
  const shoppers = imagineShoppers(index, after, { ...model, dreaming: 0, shoppers: Math.ceil(model.shoppers / 2) });
  const people = Uint16Array.from({ length: shoppers.count }, (_, m) => m);
  const order = greedyCover(shoppers, people, model.listSize);
  const pleased = [0];
  const items: number[] = [];
  for (let k = 0; k < order.count; k++) {
    const sure = order.pleased[k] > 1 ? order.pleased[k] : 1 / lonelyRank(shoppers, shoppers.count);
    pleased.push(Math.min(1, pleased[pleased.length - 1] + sure / shoppers.count));
    items.push(shoppers.pool[order.places[k]]);
  }
  for (const { item } of likeliest(after.belief, 2 * model.listSize)) {
    if (items.length >= model.listSize || items.includes(item)) continue;
    items.push(item);
    pleased.push(pleased[pleased.length - 1]);
  }
  return { change, items, pleased, turns: expectedTurns(shoppers, all(shoppers.count), 0) };
}

function all(count: number): Bitset {
  const bits = makeBitset(count);
  for (let m = 0; m < count; m++) bits[m >>> 5] |= 1 << (m & 31);
  return bits;
}

/** How many items of each list are shown when they take turns, one from each, until `most` are shown or none is left. */
export function shares(lists: readonly (readonly number[])[], most: number): number[] {
  const taken = lists.map(() => 0);
  let room = most;
  for (let round = 0; room > 0 && lists.some((list) => list.length > round); round++) {
    lists.forEach((list, k) => {
      if (room === 0 || list.length <= round) return;
      taken[k]++;
      room--;
    });
  }
  return taken;
}
