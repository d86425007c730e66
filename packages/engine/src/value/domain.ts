/**
 * The heart of the engine: what a world tells it, so that planning, learning and measuring exist once.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';

/** One way in which the user may reply, with its probability under the belief. */
export interface Outcome<State> {
  /** In (0, 1]; the outcomes of one act sum to 1. */
  readonly probability: number;
  /** The state after the reply, folded in. */
  readonly state: State;
}

/**
 * A world in which conversations happen. States are values: no method changes one.
 *
 * The belief is part of the state. In a continuation the assistant acts on that belief, never on the imagined intent:
 * only `respond` and `reward` see the intent.
 */
export interface Domain<State, Intent, A extends Act = Act> {
  /** What could be done now; empty when the conversation has ended. */
  acts(state: State): readonly A[];
  /** Draws an intent from the belief. */
  imagine(state: State, random: Random): Intent;
  /** The simulated user's turn after `act`, folded into a new state. */
  respond(state: State, act: A, intent: Intent, random: Random): State;
  /** R\* if the conversation ended here, for this intent. */
  reward(state: State, intent: Intent): number;
  /** The expectation of `reward` over the belief, if the conversation ended here: what horizon 0 judges a reply by. */
  worth?(state: State): number;
  /**
   * The expectation of R\* over belief and play from here on: the tail of every value. Without it the tail is the mean
   * of `reward` over imagined intents, which sees no future.
   */
  forecast?(state: State): number;
  /**
   * All replies that `act` could bring, with their probabilities, where they can be listed. A domain that has this is
   * looked ahead in exactly; one that has not is looked ahead in by sampling.
   */
  outcomes?(state: State, act: A): readonly Outcome<State>[];
  /**
   * A quick way to the value at horizon 1: must equal the sum of `probability × forecast` over `outcomes`. Used to
   * screen acts; a domain gives it when it can compute the number without making the states.
   */
  estimate?(state: State, act: A): number;
  /**
   * All intents with their weights under the belief (summing to 1), where they can be listed: what exact solutions and
   * conformance checks are made of.
   */
  intents?(state: State): readonly { readonly intent: Intent; readonly weight: number }[];
}
