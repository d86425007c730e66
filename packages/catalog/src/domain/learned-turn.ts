/**
 * One turn's decision by a learned policy: scores every open question, the list, the list with an offer, and stopping. Nothing
 * is played ahead: shoppers are imagined for the belief alone, so it takes a part of the time that planning takes.
 * @module
 */
import { type Candidate, conclude, type Decision } from '@sente/engine';
import { marginal } from '../belief/item-belief.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct } from './act.ts';
import type { Effect } from './effect.ts';
import { type LearnedPoint, pointOf } from './learned-point.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import type { CatalogState } from './state.ts';

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
  /** Weight of the item, that it has the feature, or has any of the question's: 0 … 1. */
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

/**
 * Openings that were decided. Nothing was said, so they are the same for everybody; and nobody has been ruled out, so they are
 * the dearest: hundreds of milliseconds on a table of 100,000 items.
 */
const openings = new WeakMap<LearnedValues, WeakMap<CatalogIndex, Decision<CatalogAct>>>();

/** Decides. The state must have an item left. `horizon` is what the decision is filed under; values look to the end. */
export function decideLearned(
  index: CatalogIndex,
  state: CatalogState,
  learned: LearnedValues,
  horizon: number,
): Decision<CatalogAct> {
  if (!isOpening(index, state)) return { ...decide(index, state, learned), horizon };
  const known = openings.get(learned) ?? new WeakMap<CatalogIndex, Decision<CatalogAct>>();
  openings.set(learned, known);
  const decision = known.get(index) ?? decide(index, state, learned);
  known.set(index, decision);
  return { ...decision, horizon };
}

function isOpening(index: CatalogIndex, { belief, wishes, closed, dismissed, turns }: CatalogState): boolean {
  const isUntouched = belief.weights === index.prior && belief.items === index.everything;
  return isUntouched && turns === 0 && [wishes, closed, dismissed].every(({ length }) => length === 0);
}

function decide(index: CatalogIndex, state: CatalogState, learned: LearnedValues): Decision<CatalogAct> {
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
  return conclude({ policy: 'learned', horizon: Number.POSITIVE_INFINITY, candidates, cost });
}
