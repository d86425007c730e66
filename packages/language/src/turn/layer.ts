/**
 * The layer as transports see it: decide a turn, and hear what was said in the end.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { PlannedTurn, TurnPlan } from './plan.ts';

/** One request to decide on. */
export interface TurnRequest {
  readonly transcript: Transcript;
  readonly session: Session;
  /** The host's model: the layer's calls go to it unless the options name a planner. */
  readonly model: LanguageModelV4;
  /** User turns to look ahead in this turn; the layer's own setting by default. */
  readonly horizon?: number;
  /** Aborts the layer's calls: the client left, or the decision is no longer wanted. */
  readonly signal?: AbortSignal;
}

/** Decides turns. Holds no conversation: sessions are passed in and come back. */
export interface Layer {
  /**
   * What the bare call is while nothing is decided: `pass`, or `write` with nothing but the private commitments put back.
   * Cheap and immediate. Transports start their bare call with it, so that a secret is kept to even when the layer is late.
   */
  standing(session: Session): TurnPlan;
  /** Never throws: whatever goes wrong gives the plan `pass`, with `aside` saying why. */
  decide(request: TurnRequest): Promise<PlannedTurn>;
  /**
   * The session after the reply went out: what was shown is noted. `reply` is what the user was in fact sent; when
   * something other than the plan went out (the bare answer after a deadline), `wasPlanned` is false and the acts of
   * initiative that did not happen are forgotten.
   */
  settle(turn: PlannedTurn, transcript: Transcript, reply: string, wasPlanned: boolean): Session;
}
