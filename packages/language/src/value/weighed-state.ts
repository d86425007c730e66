/**
 * Where an imagined conversation stands, in the world of a weighing. A value, all of it data.
 * @module
 */

/** Where an imagined conversation stands. */
export interface WeighedState {
  /** Belief over the imagined intents; sums to 1. */
  readonly weights: readonly number[];
  readonly status: 'open' | 'served' | 'left' | 'abstained';
  /** Costs so far. */
  readonly spent: number;
  /** Questions put, to the user or to a tool. */
  readonly asked: readonly number[];
  /** Those of them that were answered. */
  readonly told: readonly number[];
  readonly offered: readonly number[];
  /** Answers that did not serve. */
  readonly failed: readonly number[];
}

/** Where the conversation stands when the weighing was made. */
export function startOf(weights: readonly number[]): WeighedState {
  return { weights, status: 'open', spent: 0, asked: [], told: [], offered: [], failed: [] };
}
