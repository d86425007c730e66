/**
 * Which edges of a state moved the values of acts: each is left out in turn, and what the value loses is its effect.
 *
 *   effect(e, a) = Q(a) − Q(a without e)        lead(e) = effect(e, a) − effect(e, b)   a: the act, b: its rival
 *
 * An item is left out by its edge from the user: the belief of the others is scaled to sum to 1. An answer is left out by
 * its edges from all items: nobody would give it, and who would have says no to its question. A question with several answers
 * is left out by all of theirs: it tells nobody apart, while each of them alone would be missed by few, as who gives none is
 * told apart as well. Effects are differences of two full evaluations; those of several edges do not add up.
 *
 * Source: Robnik-Šikonja & Kononenko 2008, "Explaining Classifications for Individual Instances", IEEE TKDE 20(5), with the
 * difference of values for the difference of probabilities; the same by occlusion of images: Zeiler & Fergus 2014, "Visualizing
 * and Understanding Convolutional Networks", arXiv 1311.2901, section 4.2.
 * @module
 */
import type { AnswerEdges, StateGraph } from './state-graph.ts';

/** The number of the act of stopping, which is worth 0. */
export const STOP = -1;

/**
 * Values of a state's acts, numbered as in `Cells` when all questions are weighed: 0 is the list, 1 + n the n-th question of the
 * state, then come its offers.
 */
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
  /** At most so many open questions, the act's and its rival's first, then those whose answers are the least certain; 8 unless given. */
  readonly questions?: number;
}

/** What an edge, or the edges of one answer or question, did for two acts; in R\*. */
export interface EdgeEffect {
  /** `item`: user — item; `answer`: all edges from items to it; `question`: all edges from items to its answers. */
  readonly kind: 'item' | 'answer' | 'question';
  /** The item, the answer, or the question by its place in the state. */
  readonly node: number;
  /** Belief in the item, that the answer would be given, or that any of the question's would: 0 … 1. */
  readonly share: number;
  readonly onAct: number;
  readonly onRival: number;
  /** onAct − onRival: above 0 if the edge speaks for the act. */
  readonly onLead: number;
}

/** Edges in order of what they did to the lead, the strongest first; of equals, items come first, then answers. */
export function edgeEffects(state: StateGraph, score: ScoreGraph, options: EvidenceOptions): EdgeEffect[] {
  const { act, rival, items = 12, answers = 16, questions = 8 } = options;
  const whole = score(state);
  const lost = (kind: EdgeEffect['kind'], node: number, share: number, without: StateGraph): EdgeEffect => {
    const left = score(without);
    const of = (number: number): number => (number === STOP ? 0 : whole[number] - left[number]);
    return { kind, node, share, onAct: of(act), onRival: of(rival), onLead: of(act) - of(rival) };
  };
  const unanswered = (gone: readonly number[]): StateGraph => ({ ...state, edges: withoutAnswers(state.edges, gone) });
  const effects: EdgeEffect[] = [];
  for (let k = 0; k < Math.min(state.count, items); k++) {
    const weight = state.weights[k];
    // Without the only candidate there is no belief to score.
    if (!(weight > 0 && weight < 1)) continue;
    effects.push(lost('item', state.items[k], weight, withoutItem(state, k)));
  }
  const mass = answerMass(state);
  const evenness = (answer: number): number => mass[answer] * (1 - mass[answer]);
  const given = [...new Set(state.questions.flat())].filter((answer) => mass[answer] > 0);
  for (const answer of given.sort((a, b) => evenness(b) - evenness(a) || a - b).slice(0, answers)) {
    effects.push(lost('answer', answer, mass[answer], unanswered([answer])));
  }
  const rank = (at: number): number =>
    at === act - 1 || at === rival - 1 ? Number.POSITIVE_INFINITY : Math.max(...state.questions[at].map(evenness));
  const several = state.questions.map((_, at) => at).filter((at) => state.questions[at].length > 1);
  for (const at of several
    .sort((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : a - b))
    .slice(0, questions)) {
    effects.push(lost('question', at, massOfAny(state, state.questions[at]), unanswered(state.questions[at])));
  }
  return effects.sort((a, b) => Math.abs(b.onLead) - Math.abs(a.onLead));
}

/** The state without its k-th candidate. */
export function withoutItem(state: StateGraph, k: number): StateGraph {
  const left = state.count - 1;
  const items = new Uint32Array(left);
  const weights = new Float64Array(left);
  let total = 0;
  for (let at = 0; at < left; at++) {
    const from = at < k ? at : at + 1;
    items[at] = state.items[from];
    weights[at] = state.weights[from];
    total += weights[at];
  }
  for (let at = 0; at < left; at++) weights[at] /= total;
  return { ...state, items, weights, count: left };
}

/** Edges of which none leads to any of these answers. */
export function withoutAnswers(edges: AnswerEdges, gone: readonly number[]): AnswerEdges {
  const { items, count } = edges;
  const has = edges.has.slice();
  const isGone = new Uint8Array(count);
  for (const answer of gone) {
    has.fill(0, answer * items, (answer + 1) * items);
    isGone[answer] = 1;
  }
  const codes = new Uint32Array(edges.codes.length);
  const offsets = new Uint32Array(items + 1);
  let to = 0;
  for (let item = 0; item < items; item++) {
    for (let c = edges.offsets[item]; c < edges.offsets[item + 1]; c++) {
      codes[to] = edges.codes[c];
      to += 1 - isGone[edges.codes[c]];
    }
    offsets[item + 1] = to;
  }
  return { count, items, codes: codes.subarray(0, to), offsets, has };
}

/** Belief that each answer would be given. */
function answerMass({ edges, items, weights, count }: StateGraph): Float64Array {
  const mass = new Float64Array(edges.count);
  for (let k = 0; k < count; k++) {
    for (let c = edges.offsets[items[k]]; c < edges.offsets[items[k] + 1]; c++) mass[edges.codes[c]] += weights[k];
  }
  return mass;
}

/** Belief that one of these answers would be given. */
function massOfAny({ edges, items, weights, count }: StateGraph, answers: readonly number[]): number {
  let mass = 0;
  for (let k = 0; k < count; k++) {
    if (answers.some((answer) => edges.has[answer * edges.items + items[k]] === 1)) mass += weights[k];
  }
  return mass;
}
