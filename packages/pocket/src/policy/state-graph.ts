/**
 * What a learned policy sees: the conversation as a graph of the user, the candidate items, and the answers to questions.
 *
 * Edges: user — item, with the belief as weight; item — answer, where the item's owner would give that answer; answer —
 * question. What was asked, taken or turned down is in the belief, and its question is no longer open. Nothing in the graph
 * depends on how many items or attributes a catalogue has, or in which order they stand.
 *
 * Source of the idea: Deng et al. 2021, "Unified Conversational Recommendation Policy Learning via Graph-based Reinforcement
 * Learning", arXiv 2105.09710, section 4.1. There ten items and ten attributes are kept; here all are.
 * @module
 */

/** Which items would give which answers. The layout is that of the catalogue's features: an answer is a number. */
export interface AnswerEdges {
  /** Number of answers. */
  readonly count: number;
  /** Number of items. */
  readonly items: number;
  /** Answers of item i, ascending: `codes[offsets[i] … offsets[i + 1])`. */
  readonly codes: Uint32Array;
  readonly offsets: Uint32Array;
  /** 1 where item i gives answer a, at [a × items + i]. */
  readonly has: Uint8Array;
}

/** A point in a conversation. */
export interface StateGraph {
  readonly edges: AnswerEdges;
  /** Candidates, likeliest first. */
  readonly items: ArrayLike<number>;
  /** Their belief; sums to 1. */
  readonly weights: ArrayLike<number>;
  readonly count: number;
  /** Open questions, each with the answers that it may get; who would give none of them says no. */
  readonly questions: readonly (readonly number[])[];
  /** Answers that may be suggested along with a list ("most of these have it: would that do?"); none unless given. */
  readonly offers?: readonly number[];
  /** The assistant's turn to come, from 1. */
  readonly turn: number;
  /** Questions that were of no use to the user so far. */
  readonly useless: number;
}

/** What the conversation is like, as far as an assistant knows. */
export interface PolicyGame {
  /** Assistant turns before the user leaves. */
  readonly turns: number;
  /** Items of a recommendation. */
  readonly listSize: number;
  /** Chance of a wrong answer, 0 … 0.5. */
  readonly noise: number;
  /** Chance of "I don't know", 0 … 1. */
  readonly unknown: number;
  /** Chance to leave after the n-th useless question is n times this, 0 … 1. */
  readonly hazard: number;
  /** Chance that a user who turns a list down reacts to what was offered with it, 0 … 1; 0.5 unless given. */
  readonly heeds?: number;
  /** R\* of success at a turn (from 1) with the item at a rank (from 1). Failure, and stopping, is worth 0. */
  reward(turn: number, rank: number): number;
}
