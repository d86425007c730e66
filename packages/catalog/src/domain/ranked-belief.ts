/**
 * Steps of a belief that is kept as a ranked list: begin, filter, reweigh. Each keeps the order, so nothing is sorted twice.
 * @module
 */
import type { ItemBelief } from '../belief/item-belief.ts';
import type { ItemFeatures } from './item-features.ts';
import { sortByWeight } from './sort-by-weight.ts';
import type { Ranked } from './threshold-play.ts';

/**
 * The items with a weight, likeliest first, of equals the first in the catalogue; weights sum to 1. With an `opening`, only
 * those that have this feature, each weight divided by the item's number of features.
 */
export function likeliestFirst(weights: Float64Array, features: ItemFeatures, opening: number | undefined): Ranked {
  let likely = weights;
  if (opening !== undefined) {
    const { has, offsets, items: size } = features;
    likely = new Float64Array(size);
    for (let item = 0; item < size; item++) {
      if (has[opening * size + item] === 1) likely[item] = weights[item] / (offsets[item + 1] - offsets[item]);
    }
  }
  const items = sortByWeight(likely);
  return { items, weights: inOrder(items, likely), count: items.length };
}

/** A belief that way: as many steps as there are items left, however many the catalogue has. */
export function rankedBelief({ items, weights }: ItemBelief): Ranked {
  const places = sortByWeight(weights);
  return { items: places.map((k) => items[k]), weights: inOrder(places, weights), count: places.length };
}

function inOrder(places: Uint32Array, weights: Float64Array): Float64Array {
  const ordered = new Float64Array(places.length);
  let total = 0;
  for (let k = 0; k < places.length; k++) {
    ordered[k] = weights[places[k]];
    total += ordered[k];
  }
  for (let k = 0; k < places.length; k++) ordered[k] /= total;
  return ordered;
}

/** Keeps the items whose entry in a table, from `row` on, is `wanted`, in order, and lets the weights sum to 1 again. */
export function keepWhere(ranked: Ranked, table: Uint8Array, row: number, wanted: number): Ranked {
  let count = 0;
  for (let k = 0; k < ranked.count; k++) if (table[row + ranked.items[k]] === wanted) count++;
  const items = new Uint32Array(count);
  const weights = new Float64Array(count);
  let at = 0;
  let total = 0;
  for (let k = 0; k < ranked.count; k++) {
    if (table[row + ranked.items[k]] !== wanted) continue;
    items[at] = ranked.items[k];
    weights[at++] = ranked.weights[k];
    total += ranked.weights[k];
  }
  for (let k = 0; k < count; k++) weights[k] /= total;
  return { items, weights, count };
}

/**
 * The belief after an answer that may be wrong: weights times 1 − noise where the entry in `table`, from `row` on, is
 * `wanted`, times noise elsewhere, summing to 1. Both parts are in order already, so they are merged.
 */
export function reweighed(state: Ranked, table: Uint8Array, row: number, wanted: number, noise: number): Ranked {
  const { count } = state;
  const items = new Uint32Array(count);
  const weights = new Float64Array(count);
  let agree = 0;
  let differ = 0;
  let total = 0;
  for (let k = 0; k < count; k++) {
    while (agree < count && table[row + state.items[agree]] !== wanted) agree++;
    while (differ < count && table[row + state.items[differ]] === wanted) differ++;
    const a = agree < count ? state.weights[agree] * (1 - noise) : -1;
    const b = differ < count ? state.weights[differ] * noise : -1;
    const first = a > b || (a === b && state.items[agree] < state.items[differ]);
    items[k] = state.items[first ? agree++ : differ++];
    weights[k] = first ? a : b;
    total += weights[k];
  }
  for (let k = 0; k < count; k++) weights[k] /= total;
  return { items, weights, count };
}

/** Weight of the items that have each feature; length: number of features. */
export function featureMass(ranked: Ranked, features: ItemFeatures): Float64Array {
  const { codes, offsets, count } = features;
  const mass = new Float64Array(count);
  for (let k = 0; k < ranked.count; k++) {
    const item = ranked.items[k];
    for (let c = offsets[item]; c < offsets[item + 1]; c++) mass[codes[c]] += ranked.weights[k];
  }
  return mass;
}
