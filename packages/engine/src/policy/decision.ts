/**
 * The record of one choice: every candidate, its value and error, what was chosen, why, and what it cost.
 * @module
 */
import type { Act } from '../conversation/act.ts';

/** One act with what looking ahead said about it. */
export interface Candidate<A extends Act = Act> {
  readonly act: A;
  /** Expected R\* of the whole conversation if this act comes next. */
  readonly value: number;
  /** Standard error of `value`; 0 when the value is exact. */
  readonly error: number;
  /** Simulated conversations behind `value`; 0 when it was computed. */
  readonly samples: number;
  /** User turns that `value` looks ahead, where that is not the decision's horizon: acts screened out early have less. */
  readonly depth?: number;
  /** Why restraint ruled the act out, if it did. */
  readonly suppressed?: string;
}

/** What a choice used up. Decisions are budgeted in these counts, never in milliseconds. */
export interface DecisionCost {
  /** Simulated conversations played. */
  readonly samples: number;
  /** States expanded by exact lookahead. */
  readonly expansions: number;
  /** Language-model calls. */
  readonly calls: number;
  /** Language-model tokens. */
  readonly tokens: number;
}

/** One choice. */
export interface Decision<A extends Act = Act> {
  /** The policy that chose: `passive`, `planned`, `learned`, or a name of one's own. */
  readonly policy: string;
  /** How many user turns ahead the values look. */
  readonly horizon: number;
  readonly chosen: A;
  /** Every candidate, best first, suppressed ones last. */
  readonly candidates: readonly Candidate<A>[];
  /** One sentence for a person: why this act. */
  readonly why: string;
  readonly cost: DecisionCost;
}
