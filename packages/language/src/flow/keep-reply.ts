/**
 * Keeps the session that a reply leads to: at once when the turn was decided, and otherwise for the time being as it was
 * before, until the decision lands. Whoever asks again in between is recognised, with goals, secrets and name.
 * @module
 */
import { keep, keepForNow, keepLate, type Place } from '../session/recall.ts';
import type { Session } from '../session/session.ts';
import type { Remembered, SessionStore } from '../session/session-store.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Layer } from '../turn/layer.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import { NO_COST } from '../turn/turn-cost.ts';

/** Whose reply it is, and where it is kept. */
export interface KeepOptions {
  readonly layer: Layer;
  readonly sessions: SessionStore;
  readonly place: Place;
  readonly name: string;
  readonly transcript: Transcript;
}

/** A reply that went out: what it said, and the tools that it called. */
export interface WentOut {
  readonly text: string;
  readonly tools: readonly string[];
}

/** Keeps one reply. */
export interface ReplyKeeper {
  /** The turn was decided. */
  decided(reply: WentOut, turn: PlannedTurn, wasPlanned: boolean): Promise<void>;
  /** Nothing is decided yet. */
  forNow(reply: WentOut, before: Session): Promise<void>;
  /** The decision has landed after all. */
  late(reply: WentOut, turn: PlannedTurn, wasPlanned: boolean): Promise<void>;
}

/** A turn about which nothing is decided. */
export function undecided(session: Session): PlannedTurn {
  return { plan: { do: 'pass' }, session, suppressed: [], cost: NO_COST };
}

/** A keeper for the reply to one request. */
export function replyKeeper({ layer, sessions, place, name, transcript }: KeepOptions): ReplyKeeper {
  const next = ({ text, tools }: WentOut, turn: PlannedTurn, wasPlanned: boolean): Remembered =>
    tools.length > 0
      ? { session: turn.session, name, pending: { turn, wasPlanned } }
      : { session: layer.settle(turn, transcript, text, wasPlanned), name };
  const said = (reply: WentOut) => ({ role: 'assistant' as const, ...reply });
  return {
    decided: async (reply, turn, wasPlanned) => keep(sessions, place, said(reply), next(reply, turn, wasPlanned)),
    forNow: async (reply, before) => keepForNow(sessions, place, said(reply), next(reply, undecided(before), false)),
    late: async (reply, turn, wasPlanned) => keepLate(sessions, place, said(reply), next(reply, turn, wasPlanned)),
  };
}
