/**
 * What the reading call says of the user's turn: what it does to the ledger, who the user may be, what became of what
 * the assistant raised, and whether something must be decided privately before the reply.
 * @module
 */
import type { LedgerChange } from '../ledger/ledger.ts';

/**
 * `new`: another request; `follow`: the next step in the same matter (a further question, a move in a game), the earlier
 * reply stays good; `more`: adds to a request whose reply must now be done over; `change`: changes it or takes back;
 * `reply`: answers the assistant's question; `talk`: none of these.
 */
export type TurnKind = 'new' | 'follow' | 'more' | 'change' | 'reply' | 'talk';

/** What became of a goal that was led towards. */
export interface GoalReading {
  readonly id: string;
  /** `not-now` makes it wait, `refused` drops it, `past`: the user did not take it up. */
  readonly went: 'along' | 'not-now' | 'refused' | 'past';
  /** How far the goal has come by this turn, 0 to 1. */
  readonly share: number;
  /** What was found out, in words; empty if nothing. */
  readonly found: string;
}

/** One user turn, read. */
export interface Reading {
  readonly kind: TurnKind;
  readonly ledger: LedgerChange;
  /** New imagined intents, with weights of any scale. */
  readonly imagined: readonly {
    readonly wants: string;
    readonly good: string;
    readonly next: string;
    readonly weight: number;
    /** The earlier imagined intent that this one makes more complete, and takes the place of. */
    readonly was?: string;
  }[];
  /** How well the user's words fit each earlier imagined intent, 0 to 1, parallel to the session's. */
  readonly fits: readonly number[];
  readonly goals: readonly GoalReading[];
  /** The user turned down what was offered, or asked to be left alone with such things. */
  readonly dismissed: boolean;
  /** The answer may not be known to anybody, or may easily be wrong: worth weighing an honest "I don't know". */
  readonly isHard: boolean;
  /** What only the user can tell and a reply cannot do without (names, dates, figures), in words; empty if nothing. */
  readonly missing: string;
  /** What must be decided privately before replying ("a word for the user to guess"); empty if nothing. */
  readonly commit: string;
  /** Ids of commitments that may now be said openly. */
  readonly release: readonly string[];
  /** The assistant's message at this position is an artefact under way (a document, code); −1 if none. */
  readonly artefact: number;
}
