/**
 * Whoever chooses the act.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';
import type { Decision } from './decision.ts';

/** Chooses one act for a state, on the state's belief alone. */
export interface Policy<State, A extends Act = Act> {
  readonly name: string;
  /** Throws NoActError when the domain offers no act in `state`. */
  decide(state: State, random: Random): Decision<A>;
}
