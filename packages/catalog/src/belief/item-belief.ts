/**
 * The exact belief over items: which one is meant, given what was said.
 *
 * Bayes' rule, item by item: w'(i) ∝ w(i) · P(reply | i). A wish, or an answer that is taken at its word, has likelihood
 * 0 or 1 and filters; a noisy answer has 1 − ε or ε and reweighs; "don't know" and "don't mind" have the same likelihood
 * for every item and leave the weights as they are. Beliefs are values: every step makes a new one, so that going back
 * is exact.
 * @module
 */
import { type CatalogIndex, compileWish } from '../index/catalog-index.ts';
import { NONE } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';

/** A weighted set of items. */
export interface ItemBelief {
  /** Items that are still possible, ascending. */
  readonly items: Uint32Array;
  /** Their weights, in the same order; they sum to 1 (to none when `items` is empty). */
  readonly weights: Float64Array;
}

/** The belief before anything is said. */
export function startBelief(index: CatalogIndex): ItemBelief {
  return { items: index.everything, weights: index.prior };
}

/** What is left of a belief when only the items that pass a test are possible; weights sum to 1 again. */
export function filterBelief(belief: ItemBelief, test: (item: number) => boolean): ItemBelief {
  const { items, weights } = belief;
  const kept = new Uint32Array(items.length);
  const keptWeights = new Float64Array(items.length);
  let count = 0;
  let total = 0;
  for (let k = 0; k < items.length; k++) {
    if (!test(items[k])) continue;
    kept[count] = items[k];
    keptWeights[count++] = weights[k];
    total += weights[k];
  }
  const left = keptWeights.slice(0, count);
  if (total > 0) for (let k = 0; k < count; k++) left[k] /= total;
  else left.fill(1 / Math.max(1, count));
  return { items: kept.slice(0, count), weights: left };
}

/** The belief after a wish that is taken at its word. */
export function withWish(index: CatalogIndex, belief: ItemBelief, wish: Wish): ItemBelief {
  return filterBelief(belief, compileWish(index, wish));
}

/**
 * The belief after a yes or no that is wrong with probability `noise` (0 ≤ noise < 0.5): P(yes | i) = 1 − ε if the item
 * fits the wish, else ε. With noise 0 this filters.
 */
export function withAnswer(
  index: CatalogIndex,
  belief: ItemBelief,
  wish: Wish,
  yes: boolean,
  noise: number,
): ItemBelief {
  const test = compileWish(index, wish);
  if (noise === 0) return filterBelief(belief, (item) => test(item) === yes);
  const weights = new Float64Array(belief.items.length);
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] = belief.weights[k] * (test(belief.items[k]) === yes ? 1 - noise : noise);
    total += weights[k];
  }
  for (let k = 0; k < weights.length; k++) weights[k] /= total;
  return { items: belief.items, weights };
}

/** Entropy of the belief in bits: 0 when one item is certain. */
export function beliefEntropy(belief: ItemBelief): number {
  let bits = 0;
  for (const weight of belief.weights) if (weight > 0) bits -= weight * Math.log2(weight);
  return bits;
}

/** How an attribute's values are spread under the belief. */
export interface Marginal {
  /** Probability that the item has the value (list attributes: contains it); length: number of values. */
  readonly mass: Float64Array;
  /** How many possible items have it. */
  readonly counts: Uint32Array;
  /** Probability, and number, of items with an empty cell. */
  readonly missingMass: number;
  readonly missing: number;
}

/** The marginal of one attribute. One pass over the items that are possible. */
export function marginal(index: CatalogIndex, belief: ItemBelief, attribute: number): Marginal {
  const { codes, offsets } = index.catalog.columns[attribute];
  const size = index.catalog.attributes[attribute].values.length;
  const mass = new Float64Array(size);
  const counts = new Uint32Array(size);
  const { items, weights } = belief;
  let missingMass = 0;
  let missing = 0;
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    if (offsets) {
      for (let c = offsets[item]; c < offsets[item + 1]; c++) {
        mass[codes[c]] += weights[k];
        counts[codes[c]]++;
      }
      if (offsets[item] === offsets[item + 1]) {
        missingMass += weights[k];
        missing++;
      }
    } else if (codes[item] === NONE) {
      missingMass += weights[k];
      missing++;
    } else {
      mass[codes[item]] += weights[k];
      counts[codes[item]]++;
    }
  }
  return { mass, counts, missingMass, missing };
}

/** The likeliest items, best first, at most `most`; equal weights in item order. */
export function likeliest(belief: ItemBelief, most: number): { item: number; probability: number }[] {
  const best: { item: number; probability: number }[] = [];
  const { items, weights } = belief;
  for (let k = 0; k < items.length; k++) {
    if (best.length === most && weights[k] <= best[most - 1].probability) continue;
    let at = best.length;
    while (at > 0 && best[at - 1].probability < weights[k]) at--;
    best.splice(at, 0, { item: items[k], probability: weights[k] });
    if (best.length > most) best.pop();
  }
  return best;
}
