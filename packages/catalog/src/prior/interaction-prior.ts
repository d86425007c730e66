/**
 * The prior over items for a user with a history: how likely each item is to be what this user wants next.
 *
 * The numbers of `taste-features` are weighed by a conditional logit. Its weights are learnt on a fold of the past
 * (`folds`), then used with all of the past. What lies in the future is never looked at.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Interactions } from '../data/lastfm.ts';
import type { ItemFeatures } from '../domain/item-features.ts';
import { type ChoiceSet, fitConditionalLogit } from './conditional-logit.ts';
import { rareTailFold } from './folds.ts';
import { createTastes, TASTES } from './taste-features.ts';

/** Odds, against what they would be, of an item that the user already has: people look for something new. */
const KNOWN = 1e-4;

/** At most so many users' choices teach the weights. */
const TEACHERS = 320;

/** Weights of the numbers: one per taste feature. */
export type TasteWeights = Float64Array;

/** Learns the weights on a fold of `interactions`. Deterministic for a given stream. */
export function learnTasteWeights(features: ItemFeatures, interactions: Interactions, random: Random): TasteWeights {
  const { kept, held } = rareTailFold(interactions, features.items, random);
  const seen = new Uint8Array(features.items);
  for (const list of interactions) for (const item of list) seen[item] = 1;
  const tastes = createTastes(features, kept);
  const able = [...held.keys()].filter((user) => held[user].length > 0);
  const stride = Math.max(1, Math.ceil(able.length / TEACHERS));
  const sets = able
    .filter((_, k) => k % stride === 0)
    .map((user): ChoiceSet => {
      const had = new Set(kept[user]);
      const wanted = new Set(held[user]);
      const numbers = tastes.of(user);
      // Items that nobody ever took cannot be in a fold: they would only teach that the unknown is unwanted.
      const offered = Array.from(seen.keys()).filter((item) => seen[item] === 1 && !had.has(item));
      const rows = new Float64Array(offered.length * TASTES);
      offered.forEach((item, k) => {
        rows.set(numbers.subarray(item * TASTES, (item + 1) * TASTES), k * TASTES);
      });
      const chosen = offered.flatMap((item, k) => (wanted.has(item) ? [k] : []));
      return { numbers: rows, chosen };
    });
  return fitConditionalLogit(sets, TASTES);
}

/** The prior of each user: weights over all items, none of them 0, the largest 1. */
export function createInteractionPrior(
  features: ItemFeatures,
  interactions: Interactions,
  weights: TasteWeights,
): (user: number) => Float64Array {
  const tastes = createTastes(features, interactions);
  return (user) => {
    const numbers = tastes.of(user);
    const logits = new Float64Array(features.items);
    let highest = Number.NEGATIVE_INFINITY;
    for (let item = 0; item < features.items; item++) {
      let sum = 0;
      for (let a = 0; a < TASTES; a++) sum += weights[a] * numbers[item * TASTES + a];
      logits[item] = sum;
      highest = Math.max(highest, sum);
    }
    const prior = logits.map((logit) => Math.max(1e-30, Math.exp(logit - highest)));
    for (const item of interactions[user]) prior[item] *= KNOWN;
    return prior;
  };
}
