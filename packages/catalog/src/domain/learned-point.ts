/**
 * What a learned policy is asked about: which items would do, as the belief has it, with the questions that are open.
 * @module
 */
import type { CatalogIndex } from '../index/catalog-index.ts';
import { coveredBelief, silenceOf } from './covered-belief.ts';
import { type ItemFeatures, itemFeatures } from './item-features.ts';
import { featureMass } from './ranked-belief.ts';
import type { CatalogState } from './state.ts';
import type { Ranked } from './threshold-play.ts';

/**
 * What is scored: a belief over items, likeliest first, whose weights sum to 1, and the questions that are open. An item's weight
 * is the share of users for whom it would be the first in the order to do.
 */
export interface LearnedPoint extends Ranked {
  readonly edges: ItemFeatures;
  /** Features that answer each question; who has none of them says so. */
  readonly questions: readonly (readonly number[])[];
  /** Features that may be offered along with the list. */
  readonly offers: readonly number[];
  /** The assistant's turn to come, from 1. */
  readonly turn: number;
  readonly useless: number;
  /** Chance that a question has no answer: the user does not mind, or does not know. 0 … 1. */
  readonly silence: number;
}

/** A value is offered when at least this share of the belief has it, and not all. */
const EVIDENCE = 1 / 3;
const OFFERS = 2;

const known = new WeakMap<CatalogIndex, ItemFeatures>();

/** Features of a catalogue, made once. */
function featuresOf(index: CatalogIndex): ItemFeatures {
  const features = known.get(index) ?? itemFeatures(index);
  known.set(index, features);
  return features;
}

/** The items, likeliest to do first, with a question for every attribute that nobody spoke about. */
export function pointOf(index: CatalogIndex, state: CatalogState): LearnedPoint {
  const edges = featuresOf(index);
  const { catalog } = index;
  const { belief, closed, wishes, dismissed, turns } = state;
  const ranked = coveredBelief(index, state);
  // What is asked and offered is what items have, and not what those have that are shown first.
  const { items, weights } = belief;
  const shares = featureMass({ items, weights, count: items.length }, edges);
  const spoken = new Set([...closed, ...wishes.map(({ wish }) => wish.attribute)]);
  const byAttribute = new Map<number, number[]>();
  for (let feature = 0; feature < edges.count; feature++) {
    const attribute = edges.attributes[feature];
    if (spoken.has(attribute) || shares[feature] < 1e-9) continue;
    byAttribute.set(attribute, [...(byAttribute.get(attribute) ?? []), feature]);
  }
  const questions = [...byAttribute.values()].filter((features) => !features.some((one) => shares[one] > 1 - 1e-9));
  const offers = questions
    .flat()
    .filter((feature) => {
      const attribute = edges.attributes[feature];
      // "Some include July" moves nobody: only attributes with one value an item have a value to suggest.
      return shares[feature] >= EVIDENCE && !dismissed.includes(attribute) && !catalog.columns[attribute].offsets;
    })
    .sort((a, b) => shares[b] - shares[a] || a - b)
    // One value of an attribute, the commonest: whether the other would do is the same question.
    .filter((feature, n, all) => all.findIndex((one) => edges.attributes[one] === edges.attributes[feature]) === n)
    .slice(0, OFFERS);
  return { edges, ...ranked, questions, offers, turn: turns + 1, useless: closed.length, silence: silenceOf(state) };
}
