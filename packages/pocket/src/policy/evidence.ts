/**
 * Which edges of a state moved the values of acts: each is left out in turn, and what the value loses is its effect.
 *
 *   effect(e, a) = Q(a) − Q(a without e)        lead(e) = effect(e, a) − effect(e, b)   a: the act, b: its rival
 *
 * An item is left out by its edge from the user: the belief of the others is scaled to sum to 1. An answer is left out by
 * its edges from all items: nobody would give it, and who would have says no to its question. Effects are differences of two
 * full evaluations; those of several edges do not add up.
 *
 * Source: Robnik-Šikonja & Kononenko 2008, "Explaining Classifications for Individual Instances", IEEE TKDE 20(5), with the
 * difference of values for the difference of probabilities; the same by occlusion of images: Zeiler & Fergus 2014, "Visualizing
 * and Understanding Convolutional Networks", arXiv 1311.2901, section 4.2.
 * @module
 */
import type { AnswerEdges, StateGraph } from './state-graph.ts';

/** The number of the act of stopping, which is worth 0. */
export const STOP = -1;

/** Values of a state's acts. Acts have the same numbers whatever edges there are: do not choose questions by uncertainty. */
export type ScoreGraph = (state: StateGraph) => ArrayLike<number>;

/** What is explained, and how much work that may be. */
export interface EvidenceOptions {
  /** Number of the act, as it is scored, or `STOP`. */
  readonly act: number;
  /** Number of the act that it is compared with. */
  readonly rival: number;
  /** At most so many candidates are left out, the likeliest; 12 unless given. */
  readonly items?: number;
  /** At most so many open answers are left out, those that are the least certain; 16 unless given. */
  readonly answers?: number;
}

/** What an edge, or the edges of one answer, did for two acts; in R\*. */
export interface EdgeEffect {
  /** `item`: user — item; `answer`: all edges from items to this answer. */
  readonly kind: 'item' | 'answer';
  /** The item, or the answer. */
  readonly node: number;
  /** Belief in the item, or that the answer would be given: 0 … 1. */
  readonly share: number;
  readonly onAct: number;
  readonly onRival: number;
  /** onAct − onRival: above 0 if the edge speaks for the act. */
  readonly onLead: number;
}

/** Edges in order of what they did to the lead, the strongest first; of equals, items come first, likeliest first. */
export function edgeEffects(state: StateGraph, score: ScoreGraph, options: EvidenceOptions): EdgeEffect[] {
  const { act, rival, items = 12, answers = 16 } = options;
  const whole = score(state);
  const lost = (kind: EdgeEffect['kind'], node: number, share: number, without: StateGraph): EdgeEffect => {
    const left = score(without);
    const of = (number: number): number => (number === STOP ? 0 : whole[number] - left[number]);
    return { kind, node, share, onAct: of(act), onRival: of(rival), onLead: of(act) - of(rival) };
  };
  const effects: EdgeEffect[] = [];
  for (let k = 0; k < Math.min(state.count, items); k++) {
    const weight = state.weights[k];
    // Without the only candidate there is no belief to score.
    if (!(weight > 0 && weight < 1)) continue;
    effects.push(lost('item', state.items[k], weight, withoutItem(state, k)));
  }
  for (const { answer, share } of leastCertain(state).slice(0, answers)) {
    effects.push(lost('answer', answer, share, { ...state, edges: withoutAnswer(state.edges, answer) }));
  }
  return effects.sort((a, b) => Math.abs(b.onLead) - Math.abs(a.onLead));
}

/** The state without its k-th candidate. */
export function withoutItem(state: StateGraph, k: number): StateGraph {
  const others = (_: unknown, at: number): boolean => at !== k && at < state.count;
  const weights = Float64Array.from(state.weights).filter(others);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    ...state,
    items: Uint32Array.from(state.items).filter(others),
    weights: weights.map((weight) => weight / total),
    count: state.count - 1,
  };
}

/** Edges of which none leads to an answer. */
export function withoutAnswer(edges: AnswerEdges, answer: number): AnswerEdges {
  const { items, count } = edges;
  const has = edges.has.slice().fill(0, answer * items, (answer + 1) * items);
  const codes = new Uint32Array(edges.codes.length);
  const offsets = new Uint32Array(items + 1);
  let to = 0;
  for (let item = 0; item < items; item++) {
    for (let c = edges.offsets[item]; c < edges.offsets[item + 1]; c++) {
      if (edges.codes[c] !== answer) codes[to++] = edges.codes[c];
    }
    offsets[item + 1] = to;
  }
  return { count, items, codes: codes.subarray(0, to), offsets, has };
}

/** Open answers that somebody would give, with the belief that they would be given; nearest to one half first. */
function leastCertain({ edges, items, weights, count, questions }: StateGraph): { answer: number; share: number }[] {
  const mass = new Float64Array(edges.count);
  for (let k = 0; k < count; k++) {
    for (let c = edges.offsets[items[k]]; c < edges.offsets[items[k] + 1]; c++) mass[edges.codes[c]] += weights[k];
  }
  const open = [...new Set(questions.flat())].map((answer) => ({ answer, share: mass[answer] }));
  const evenness = (share: number): number => share * (1 - share);
  return open
    .filter(({ share }) => share > 0)
    .sort((a, b) => evenness(b.share) - evenness(a.share) || a.answer - b.answer);
}
