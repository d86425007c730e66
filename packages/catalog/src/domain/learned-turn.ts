/**
 * One turn's decision by a learned policy: scores every open question, the list, the list with an offer, and stopping, on
 * the belief over items as it stands. Nobody is imagined, so it takes microseconds where planning takes milliseconds.
 * @module
 */
import { type Candidate, conclude, type Decision } from '@sente/engine';
import { marginal } from '../belief/item-belief.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct } from './act.ts';
import type { Effect } from './effect.ts';
import { type ItemFeatures, itemFeatures } from './item-features.ts';
import { featureMass, likeliestFirst } from './ranked-belief.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import type { CatalogState } from './state.ts';
import type { Ranked } from './threshold-play.ts';

/** What is scored: a belief over items, likeliest first, whose weights sum to 1, and the questions that are open. */
export interface LearnedPoint extends Ranked {
  readonly edges: ItemFeatures;
  /** Features that answer each question; who has none of them says so. */
  readonly questions: readonly (readonly number[])[];
  /** Features that may be offered along with the list. */
  readonly offers: readonly number[];
  /** The assistant's turn to come, from 1. */
  readonly turn: number;
  readonly useless: number;
}

/** Values in the network's R\*, in the order of what was asked. */
export interface LearnedScores {
  readonly list: number;
  readonly questions: ArrayLike<number>;
  readonly offers: ArrayLike<number>;
}

/** What edges of a point did for two acts: the one from the user to an item, or all to an answer, or to those of a question. */
export interface LearnedEdge extends Effect {
  readonly kind: 'item' | 'answer' | 'question';
  /** The item, the feature, or the question by its place in the point. */
  readonly node: number;
  /** Belief in the item, that its owner has the feature, or has any of the question's: 0 … 1. */
  readonly share: number;
}

/** The number of the act of stopping. */
export const STOPPING = -1;

/** A learned policy, as the concierge needs it. */
export interface LearnedValues {
  /** Items of a list that it was told. */
  readonly listSize: number;
  score(point: LearnedPoint): LearnedScores;
  /**
   * Which edges moved the values of two acts. Acts are numbered in the order of their scores: 0 is the list, then come the
   * questions, then the offers; `STOPPING` is worth 0. Without it, explanations tell of what was said alone.
   */
  explain?(point: LearnedPoint, act: number, rival: number): readonly LearnedEdge[];
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

/** Decides. The state must have an item left. `horizon` is what the decision is filed under; values look to the end. */
export function decideLearned(
  index: CatalogIndex,
  state: CatalogState,
  learned: LearnedValues,
  horizon: number,
): Decision<CatalogAct> {
  const { listSize } = learned;
  const point = pointOf(index, state);
  const { items, edges, questions, offers } = point;
  const scores = learned.score(point);
  const candidate = (act: CatalogAct, value: number): Candidate<CatalogAct> => ({ act, value, error: 0, samples: 0 });
  const list: CatalogAct = {
    kind: 'recommend',
    id: 'recommend',
    items: Array.from(items.subarray(0, listSize)),
    facts: [],
  };
  const candidates = [candidate(list, scores.list)];
  questions.forEach(([first], n) => {
    const attribute = edges.attributes[first];
    candidates.push(candidate({ kind: 'ask', id: `ask:${attribute}`, attribute, facts: [] }, scores.questions[n]));
  });
  offers.forEach((feature, n) => {
    const [attribute, value] = [edges.attributes[feature], edges.values[feature]];
    const count = marginal(index, state.belief, attribute).counts[value];
    const fact = { kind: 'suggest', attribute, value, count, of: state.belief.items.length } as const;
    // Words to read cost something, as they do in planning.
    const cost = SHOPPER_MODEL.factCost;
    candidates.push(
      candidate({ ...list, id: `recommend+suggest:${attribute}`, facts: [fact] }, scores.offers[n] - cost),
    );
  });
  candidates.push(candidate({ kind: 'abstain', id: 'abstain', facts: [] }, 0));
  const cost = { samples: 0, expansions: 0, calls: 0, tokens: 0 };
  const decision = conclude({ policy: 'learned', horizon: Number.POSITIVE_INFINITY, candidates, cost });
  return { ...decision, horizon };
}

/** The belief, likeliest first, with a question for every attribute that nobody spoke about. */
export function pointOf(index: CatalogIndex, state: CatalogState): LearnedPoint {
  const edges = featuresOf(index);
  const { catalog } = index;
  const { belief, closed, wishes, dismissed, turns } = state;
  const full = new Float64Array(catalog.size);
  belief.items.forEach((item, k) => {
    full[item] = belief.weights[k];
  });
  const ranked = likeliestFirst(full, edges, undefined);
  const shares = featureMass(ranked, edges);
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
  return { edges, ...ranked, questions, offers, turn: turns + 1, useless: closed.length };
}
