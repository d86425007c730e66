/**
 * Folds of past interactions that look like what comes later: new things, and the tail of what people like.
 *
 * Held-out interactions of recommender benchmarks are not a random part of the past: many targets were never seen, the
 * rest are rare. A random fold says that popularity is nearly everything, and is wrong. So each user loses the rarest
 * share of their items, by one noisy order of popularity for all users: whole items vanish from what is kept.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Interactions } from '../data/lastfm.ts';

/** One fold: both parts by user. */
export interface Fold {
  readonly kept: Interactions;
  readonly held: Interactions;
}

/**
 * Holds out the rarest `share` (0 … 1) of each user's items.
 * @param items number of items in the catalogue
 * @param noise standard deviation of the noise on log popularity by which "rarest" is judged
 */
export function rareTailFold(
  interactions: Interactions,
  items: number,
  random: Random,
  share = 0.3,
  noise = 0.4,
): Fold {
  const counts = new Float64Array(items);
  for (const list of interactions) for (const item of list) counts[item]++;
  const order = counts.map((count) => Math.log(count + 0.5) + noise * normal(random));
  const kept: Uint32Array[] = [];
  const held: Uint32Array[] = [];
  for (const list of interactions) {
    const sorted = list.slice().sort((a, b) => order[a] - order[b]);
    const cut = Math.round(share * list.length);
    held.push(sorted.subarray(0, cut));
    kept.push(sorted.subarray(cut));
  }
  return { kept, held };
}

/** A draw from about the standard normal distribution: twelve uniform draws, summed. */
function normal(random: Random): number {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += random.next();
  return sum;
}
