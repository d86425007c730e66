/**
 * Will they buy? A logistic of the state. The coefficients were fitted on the catalogue's own imagined shoppers and on the
 * shopkeeper's own imagined hagglers (`benchmarks/fit-shop-forecast.ts`), never on anybody it is measured with.
 * @module
 */

import { termsOf } from './bargain.ts';
import { bargainFeatures, searchFeatures } from './forecast-features.ts';
import { BARGAIN_WEIGHTS, SEARCH_WEIGHTS } from './forecast-weights.ts';
import type { Keep, KeeperState } from './state.ts';

/** What a person who says so takes off the log odds: nobody imagined says "I am only looking". */
const ONLY_LOOKING = 1.5;

/**
 * Imagined hagglers follow rules that real ones do not: what they say of a sale is taken for half (a factor on the log
 * odds), as in `foresee`.
 */
const BELIEVED = 0.5;

/** Chance, 0 … 1, that the user takes an item in this conversation. */
export function forecastSale(keep: Keep, state: KeeperState): number {
  const { dialogue, bargain, sold, taken } = state;
  if (sold !== undefined || taken) return 1;
  if (dialogue.ended) return 0.02;
  const logit = bargain
    ? BELIEVED * dot(BARGAIN_WEIGHTS, bargainFeatures(termsOf(keep, bargain.item)!, bargain.state))
    : dot(SEARCH_WEIGHTS, searchFeatures(dialogue.state, dialogue.open?.act, state.shows));
  return 1 / (1 + Math.exp(-(logit - (state.looking ? ONLY_LOOKING : 0))));
}

function dot(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, feature, k) => sum + weights[k] * feature, 0);
}
