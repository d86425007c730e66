/**
 * In which order to show items: greedy cover, each next item pleasing the most shoppers not yet pleased. Within 1 − 1/e
 * of the best list of every length (Nemhauser, Wolsey & Fisher 1978).
 * @module
 */
import { addBit, type Bitset, countBoth, popcount } from '../index/bitset.ts';
import type { Shoppers } from './shoppers.ts';

/** An order of items, in working memory that the next call uses again. */
export interface Cover {
  /** How many items the order has. */
  count: number;
  /** Places of the items in the pool. */
  readonly places: Uint16Array;
  /** How many shoppers each is the first to please. */
  readonly pleased: Uint16Array;
  /** Places worth looking at, what each gained when it was last looked at, and the shoppers not yet pleased. */
  readonly among: Uint16Array;
  readonly gains: Uint16Array;
  readonly seen: Uint8Array;
  readonly left: Bitset;
}

/** Working memory for covers of a pool of `items` by `shoppers`. */
export function makeCover(items: number, shoppers: number): Cover {
  const room = Math.max(items, shoppers);
  return {
    count: 0,
    places: new Uint16Array(room),
    pleased: new Uint16Array(room),
    among: new Uint16Array(room),
    gains: new Uint16Array(room),
    seen: new Uint8Array(room),
    left: new Uint32Array((shoppers + 31) >>> 5),
  };
}

/**
 * The first `most` items of the order for `alive` (shopper numbers, ascending), drawn from what they have in mind; ends
 * when everybody is pleased who can be. The result lives in `shoppers.cover` until the next call.
 */
export function greedyCover(shoppers: Shoppers, alive: Uint16Array, most: number): Cover {
  const { cover, place, suits } = shoppers;
  const { places, pleased, among, gains, seen, left } = cover;
  const words = left.length;
  left.fill(0);
  let width = 0;
  for (let n = 0; n < alive.length; n++) {
    const m = alive[n];
    addBit(left, m);
    const at = place[m];
    if (at < 0 || seen[at] === 1) continue;
    seen[at] = 1;
    // What an item gains never grows: one that gained less when last looked at needs no second look.
    gains[width] = alive.length;
    among[width++] = at;
  }
  for (let k = 0; k < width; k++) seen[among[k]] = 0;
  let missing = alive.length;
  let count = 0;
  while (missing > 0 && count < most) {
    let best = -1;
    let top = 0;
    for (let k = 0; k < width; k++) {
      if (gains[k] < top || (gains[k] === top && (best < 0 || among[k] > best))) continue;
      const set = suits[among[k]];
      let gain = 0;
      for (let i = 0; i < words; i++) gain += popcount(set[i] & left[i]);
      gains[k] = gain;
      if (gain > top || (gain === top && gain > 0 && among[k] < best)) {
        top = gain;
        best = among[k];
      }
    }
    if (best < 0) break;
    places[count] = best;
    pleased[count++] = top;
    missing -= top;
    const set = suits[best];
    for (let i = 0; i < words; i++) left[i] &= ~set[i];
    if (top > 1) continue;
    // From here on everybody is pleased by the item in mind alone: no need to look for better.
    for (let n = 0; n < alive.length; n++) {
      const m = alive[n];
      if (((left[m >>> 5] >>> (m & 31)) & 1) === 0 || place[m] < 0) continue;
      places[count] = place[m];
      pleased[count++] = 1;
    }
    break;
  }
  cover.count = Math.min(count, most);
  return cover;
}

/** The place of an item of the pool that pleases somebody of `alive`, or −1. */
export function firstPick(shoppers: Shoppers, alive: Bitset): number {
  return shoppers.suits.findIndex((suits) => countBoth(suits, alive) > 0);
}
