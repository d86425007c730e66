/**
 * How sure a prior should be. A model of taste that is right on average is too sure of itself where it is used: among
 * the items that are left once something was said. One exponent mends it (temperature scaling, Guo et al. 2017): the
 * one with which held-out choices are likeliest, given one of their own features, as users open conversations.
 * @module
 */
import type { Random } from '@sente/engine';
import type { ItemFeatures } from '../domain/item-features.ts';

/** Exponents that are tried. */
const EXPONENTS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1];

/** Choices with the prior that held when they were made. */
export interface HeldChoice {
  readonly prior: Float64Array;
  readonly target: number;
}

/** The exponent of the prior, 0.5 … 1.1, with which the choices are likeliest. */
export function fitTemperature(features: ItemFeatures, choices: Iterable<HeldChoice>, random: Random): number {
  const { codes, offsets, has, items } = features;
  const likelihood = new Float64Array(EXPONENTS.length);
  for (const { prior, target } of choices) {
    const width = offsets[target + 1] - offsets[target];
    if (width === 0) continue;
    const row = codes[offsets[target] + random.integer(width)] * items;
    const sums = new Float64Array(EXPONENTS.length);
    for (let item = 0; item < items; item++) {
      if (has[row + item] === 0 || prior[item] <= 0) continue;
      const log = Math.log(prior[item]);
      const odds = 1 / (offsets[item + 1] - offsets[item]);
      for (let e = 0; e < EXPONENTS.length; e++) sums[e] += Math.exp(EXPONENTS[e] * log) * odds;
    }
    const log = Math.log(prior[target]);
    for (let e = 0; e < EXPONENTS.length; e++) likelihood[e] += EXPONENTS[e] * log - Math.log(sums[e]);
  }
  return EXPONENTS[likelihood.indexOf(Math.max(...likelihood))];
}
