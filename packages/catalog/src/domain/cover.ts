/**
 * In which order to show items: greedy cover, each next item pleasing the most shoppers not yet pleased. Within 1 − 1/e
 * of the best list of every length (Nemhauser, Wolsey & Fisher 1978).
 * @module
 */
import { type Bitset, countBoth, hasBit, makeBitset, members } from '../index/bitset.ts';
import type { Shoppers } from './shoppers.ts';

/** One item of the order, with how many shoppers it is the first to please. */
export interface Covered {
  readonly item: number;
  readonly pleased: number;
}

/**
 * The first `most` items of the order for `alive` (shopper numbers), drawn from what they have in mind; ends when
 * everybody is pleased who can be.
 */
export function greedyCover(shoppers: Shoppers, alive: ArrayLike<number>, most: number): Covered[] {
  const { pool, suits, place } = shoppers;
  const among = makeBitset(pool.length);
  for (let n = 0; n < alive.length; n++) {
    const at = place[alive[n]];
    if (at >= 0) among[at >>> 5] |= 1 << (at & 31);
  }
  const room = new Uint16Array(pool.length);
  const places = room.subarray(0, members(among, room));
  const left = makeBitset(shoppers.count);
  for (let n = 0; n < alive.length; n++) left[alive[n] >>> 5] |= 1 << (alive[n] & 31);
  /** What each place gained when it was last looked at: no less than it gains now, so smaller ones need no second look. */
  const gains = new Uint16Array(places.length).fill(alive.length);
  const order: Covered[] = [];
  let missing = alive.length;
  while (missing > 0 && order.length < most) {
    let best = -1;
    let pleased = 0;
    for (let k = 0; k < places.length && pleased < missing; k++) {
      if (gains[k] <= pleased) continue;
      const gain = countBoth(suits[places[k]], left);
      gains[k] = gain;
      if (gain > pleased) {
        pleased = gain;
        best = places[k];
      }
    }
    if (best < 0) break;
    order.push({ item: pool[best], pleased });
    missing -= pleased;
    for (let i = 0; i < left.length; i++) left[i] &= ~suits[best][i];
    if (pleased > 1) continue;
    // From here on everybody is pleased by the item in mind alone: no need to look for better.
    for (let n = 0; n < alive.length && order.length < most; n++) {
      if (hasBit(left, alive[n]) && place[alive[n]] >= 0) order.push({ item: pool[place[alive[n]]], pleased: 1 });
    }
    break;
  }
  return order;
}

/** The place of an item of the pool that pleases somebody of `alive`, or −1. */
export function firstPick(shoppers: Shoppers, alive: Bitset): number {
  return shoppers.suits.findIndex((suits) => countBoth(suits, alive) > 0);
}
