/**
 * The prior over items for a user with a history: how likely each item is to be what this user wants next.
 *
 *   P(i | u) = (1 − m_u) · softmax over items that somebody took (i) + m_u · softmax over items that nobody took (i)
 *
 * The numbers of `taste-features` are weighed by a conditional logit in each group; the mass m_u of what nobody took yet
 * is a logistic function of how popular the user's items are. It is a habit of the user, so it does not grow with the
 * number of such items in the catalogue. The whole is raised to an exponent (`temperature`). All weights are learnt on a fold of the past (`folds`), then used with all of
 * the past. What lies in the future is never looked at.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Interactions } from '../data/lastfm.ts';
import type { ItemFeatures } from '../domain/item-features.ts';
import { type ChoiceSet, fitConditionalLogit } from './conditional-logit.ts';
import { rareTailFold } from './folds.ts';
import { createTastes, TASTES } from './taste-features.ts';
import { fitTemperature } from './temperature.ts';

/** Odds, against what they would be, of an item that the user already has: people look for something new. */
const KNOWN = 1e-4;

/** At most so many users' choices teach the weights. */
const TEACHERS = 320;

/** Numbers that say something about an item that nobody took: the content ones. */
const CONTENT = 4;

/** What was learnt. Plain data. */
export interface TasteWeights {
  /** One weight per taste number, for items that somebody took. */
  readonly warm: Float64Array;
  /** One weight per content number, for items that nobody took. */
  readonly cold: Float64Array;
  /** Log odds of wanting something that nobody took: [constant, per log popularity of what the user took]. */
  readonly mass: Float64Array;
  /** The exponent that makes the prior as sure as it should be; see `temperature`. */
  readonly exponent: number;
}

/** Learns the weights on a fold of `interactions`. Deterministic for a given stream. */
export function learnTasteWeights(features: ItemFeatures, interactions: Interactions, random: Random): TasteWeights {
  const { kept, held } = rareTailFold(interactions, features.items, random);
  const taken = new Uint8Array(features.items);
  for (const list of interactions) for (const item of list) taken[item] = 1;
  const tastes = createTastes(features, kept);
  const able = [...held.keys()].filter((user) => held[user].length > 0 && kept[user].length > 0);
  const stride = Math.max(1, Math.ceil(able.length / TEACHERS));
  const warm: ChoiceSet[] = [];
  const cold: ChoiceSet[] = [];
  const mass: ChoiceSet[] = [];
  for (let k = 0; k < able.length; k += stride) {
    const user = able[k];
    const numbers = tastes.of(user);
    const had = new Set(kept[user]);
    // Items that nobody ever took cannot be in a fold: they would only teach that the unknown is unwanted.
    const offered = Array.from(taken.keys()).filter((item) => taken[item] === 1 && !had.has(item));
    const isCold = (item: number): boolean => tastes.counts[item] === 0;
    const wanted = new Set(held[user]);
    const group = (items: number[], width: number): ChoiceSet => {
      const rows = new Float64Array(items.length * width);
      items.forEach((item, row) => {
        rows.set(numbers.subarray(item * TASTES, item * TASTES + width), row * width);
      });
      return { numbers: rows, chosen: items.flatMap((item, row) => (wanted.has(item) ? [row] : [])) };
    };
    warm.push(
      group(
        offered.filter((item) => !isCold(item)),
        TASTES,
      ),
    );
    cold.push(group(offered.filter(isCold), CONTENT));
    const popular = meanPopularity(kept[user], tastes.counts);
    const chosen = Array.from(held[user], (item) => (isCold(item) ? 1 : 0));
    mass.push({ numbers: Float64Array.of(0, 0, 1, popular), chosen });
  }
  const some = (sets: readonly ChoiceSet[]): ChoiceSet[] => sets.filter(({ chosen }) => chosen.length > 0);
  const weights = {
    warm: fitConditionalLogit(some(warm), TASTES),
    cold: fitConditionalLogit(some(cold), CONTENT),
    mass: fitConditionalLogit(mass, 2),
    exponent: 1,
  };
  return { ...weights, exponent: calibrate(features, interactions, weights, taken, random.split('calibrate')) };
}

/** The exponent, on another fold and for other users than those who taught the weights. */
function calibrate(
  features: ItemFeatures,
  interactions: Interactions,
  weights: TasteWeights,
  taken: Uint8Array,
  random: Random,
): number {
  const { kept, held } = rareTailFold(interactions, features.items, random);
  const priorOf = createInteractionPrior(features, kept, weights);
  const able = [...held.keys()].filter((user) => held[user].length > 0 && kept[user].length > 0);
  const stride = Math.max(1, Math.ceil(able.length / TEACHERS));
  const some = able.filter((_, k) => k % stride === Math.floor(stride / 2));
  const choices = function* () {
    for (const user of some) {
      const prior = priorOf(user).map((weight, item) => (taken[item] === 1 ? weight : 0));
      for (const target of held[user].subarray(0, 4)) yield { prior, target };
    }
  };
  return fitTemperature(features, choices(), random.split('opening'));
}

/** Mean log popularity of some items; 0 for none. */
function meanPopularity(items: Uint32Array, counts: Float64Array): number {
  if (items.length === 0) return 0;
  return items.reduce((sum, item) => sum + Math.log(counts[item] + 1), 0) / items.length;
}

/** The prior of each user: weights over all items, on any scale, none of them 0. */
export function createInteractionPrior(
  features: ItemFeatures,
  interactions: Interactions,
  weights: TasteWeights,
): (user: number) => Float64Array {
  const tastes = createTastes(features, interactions);
  const groups = [false, true].map((cold) =>
    Uint32Array.from(tastes.counts.keys()).filter((item) => (tastes.counts[item] === 0) === cold),
  );
  return (user) => {
    const numbers = tastes.of(user);
    const prior = new Float64Array(features.items);
    const odds = weights.mass[0] + weights.mass[1] * meanPopularity(interactions[user], tastes.counts);
    const mass = 1 / (1 + Math.exp(-odds));
    const share = (items: Uint32Array, theta: Float64Array, total: number): void => {
      let highest = Number.NEGATIVE_INFINITY;
      for (const item of items) {
        let logit = 0;
        for (let a = 0; a < theta.length; a++) logit += theta[a] * numbers[item * TASTES + a];
        prior[item] = logit;
        highest = Math.max(highest, logit);
      }
      let sum = 0;
      for (const item of items) {
        prior[item] = Math.exp(prior[item] - highest);
        sum += prior[item];
      }
      for (const item of items) prior[item] = Math.max(1e-15, (total * prior[item]) / sum) ** weights.exponent;
    };
    const [warm, cold] = groups;
    share(warm, weights.warm, cold.length === 0 ? 1 : 1 - mass);
    share(cold, weights.cold, warm.length === 0 ? 1 : mass);
    for (const item of interactions[user]) prior[item] *= KNOWN;
    return prior;
  };
}
