/**
 * What past interactions say about how much a user would want an item: a handful of numbers per user and item.
 *
 * - neighbours: users weighed by the cosine of what they took, rare items counting more (weights (n + 1)^−½), as in
 *   user-based collaborative filtering (Herlocker et al. 1999);
 * - popularity: log of how many took it, and its square; and whether anybody did (a cold item has no neighbours);
 * - content: naive Bayes over the item's features (tags), what is there and what is not, against the catalogue's shares.
 * @module
 */
import type { Interactions } from '../data/lastfm.ts';
import type { ItemFeatures } from '../domain/item-features.ts';

/** How many numbers describe a user and an item. */
export const TASTES = 8;

/** Smoothing of shares in naive Bayes, and of neighbours' support relative to its mean. */
const SMOOTH = 0.05;

/** Computes the numbers, user by user. */
export interface Tastes {
  /** How often each item was taken; length: number of items. */
  readonly counts: Float64Array;
  /** The numbers of one user: `TASTES` per item, item by item. */
  of(user: number): Float64Array;
}

/** Prepares them. Takes users² numbers of memory. */
export function createTastes(features: ItemFeatures, interactions: Interactions): Tastes {
  const { items, codes, offsets, count: width } = features;
  const users = interactions.length;
  const counts = new Float64Array(items);
  const takers: number[][] = Array.from({ length: items }, () => []);
  interactions.forEach((list, user) => {
    for (const item of list) {
      counts[item]++;
      takers[item].push(user);
    }
  });
  const shared = new Float64Array(users * users);
  for (let item = 0; item < items; item++) {
    const weight = (counts[item] + 1) ** -0.5;
    for (const a of takers[item]) for (const b of takers[item]) shared[a * users + b] += weight;
  }
  const norms = Float64Array.from({ length: users }, (_, user) => Math.sqrt(shared[user * users + user]) || 1);
  const base = new Float64Array(width);
  for (const code of codes) base[code] += 1 / items;

  const support = (user: number): Float64Array => {
    const sum = new Float64Array(items);
    for (let other = 0; other < users; other++) {
      const cosine = shared[user * users + other] / norms[user] / norms[other];
      if (other === user || cosine === 0) continue;
      for (const item of interactions[other]) sum[item] += cosine;
    }
    return sum;
  };

  const profile = (user: number): { present: Float64Array; absent: Float64Array } => {
    const share = new Float64Array(width);
    let total = 1e-9;
    for (const item of interactions[user]) {
      const weight = (counts[item] + 1) ** -0.5;
      total += weight;
      for (let c = offsets[item]; c < offsets[item + 1]; c++) share[codes[c]] += weight;
    }
    return {
      present: share.map((x, f) => Math.log((x / total + SMOOTH) / (base[f] + SMOOTH))),
      absent: share.map((x, f) => Math.log((1 - x / total + SMOOTH) / (1 - base[f] + SMOOTH))),
    };
  };

  return {
    counts,
    of(user) {
      const neighbours = support(user);
      const mean = neighbours.reduce((sum, x) => sum + x, 0) / items;
      const { present, absent } = profile(user);
      const nothing = absent.reduce((sum, x) => sum + x, 0);
      const numbers = new Float64Array(items * TASTES);
      for (let item = 0; item < items; item++) {
        let has = 0;
        let lacks = nothing;
        for (let c = offsets[item]; c < offsets[item + 1]; c++) {
          has += present[codes[c]];
          lacks -= absent[codes[c]];
        }
        const tags = Math.max(1, offsets[item + 1] - offsets[item]);
        const at = item * TASTES;
        numbers[at] = has;
        numbers[at + 1] = lacks;
        numbers[at + 2] = Math.log(tags);
        numbers[at + 3] = has / tags;
        if (counts[item] === 0) continue;
        const popular = Math.log(counts[item] + 1);
        numbers[at + 4] = 1;
        numbers[at + 5] = popular;
        numbers[at + 6] = popular * popular;
        numbers[at + 7] = Math.log(neighbours[item] + SMOOTH * mean + 1e-12);
      }
      return numbers;
    },
  };
}
