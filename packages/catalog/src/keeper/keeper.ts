/**
 * What a shopkeeper is, from outside: a conversation about a table in which the assistant also has goals of its own,
 * prices that it keeps to itself, and things that it has thought of. JSON but for the methods.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { ShownItem } from '../concierge/reply.ts';

/** A goal of the shopkeeper's own. */
export interface KeeperGoal {
  readonly id: string;
  /** "learn the visitor's budget" */
  readonly what: string;
  /** An attribute of the table that is to be learnt, by key. */
  readonly attribute?: string;
  /** How it is put to the user: "May I send the packing list to your e-mail?". */
  readonly words?: string;
  /** R\* when it is reached; a shopper who was served is 1. */
  readonly worth: number;
  /** Last turn of the shopkeeper, counted from 0, in which it counts. */
  readonly deadline?: number;
}

/** The lowest price at which an item is let go; the list price stands in the table. Never told. */
export interface Reserve {
  readonly item: number;
  readonly price: number;
}

/** Settings of a conversation. */
export interface ShopkeeperOptions {
  /** User turns to look ahead, 0 … 4; 2 by default. 0 is a passive table: no goals are raised and no price is bargained over. */
  readonly horizon?: number;
  /** Seed of every draw and of every choice of words; 1 by default. */
  readonly seed?: number | string;
  readonly goals?: readonly KeeperGoal[];
  readonly reserves?: readonly Reserve[];
  /**
   * Whether what it says that it has thought of is written down at once; true by default. False is what an assistant
   * without private memory does: it draws anew, each time, among what fits what was said.
   */
  readonly vault?: boolean;
  /** `by value` by default; `column order`: asks for one attribute a turn, from the first column on, until one item fits or all are asked. */
  readonly asks?: 'by value' | 'column order';
}

/** One candidate of a decision as a person reads it. */
export interface KeeperCandidate {
  readonly label: string;
  readonly kind: ActKind;
  /** Expected R\*. */
  readonly value: number;
  /** Standard error of the value. */
  readonly error: number;
  readonly suppressed?: string;
}

/** One decision as a person reads it. */
export interface KeeperDecision {
  readonly horizon: number;
  readonly why: string;
  /** Best first; the chosen one is the first. */
  readonly candidates: readonly KeeperCandidate[];
}

/** The shopkeeper's turn. */
export interface KeeperReply {
  /** Plain text; empty when it says nothing. */
  readonly text: string;
  readonly act: ActKind;
  readonly items: readonly ShownItem[];
  readonly decision: KeeperDecision;
  /** True once the user has taken an item or said goodbye. */
  readonly ended: boolean;
}

/** What became of a goal. */
export interface GoalStanding {
  readonly id: string;
  readonly reached: boolean;
  /** How often it was raised. */
  readonly raised: number;
  readonly refusals: number;
  /** What was found out, in the user's words. */
  readonly found?: string;
}

/** Something that the shopkeeper has thought of, or agreed to, and does not tell before it is asked to. */
export interface Commitment {
  /** `trip`, `number`, `word`, "dog's name". */
  readonly about: string;
  readonly value: string;
  /** The shopkeeper's turn in which it was made. */
  readonly turn: number;
  readonly released: boolean;
}

/** A conversation. Everything that it says depends on its options and on what it was told. */
export interface Shopkeeper {
  /** The opening line, for conversations that the shopkeeper opens. */
  open(): KeeperReply;
  /** One user turn in, one of the shopkeeper out. At most 2,000 characters are read. */
  say(text: string): KeeperReply;
  /** Something happened that nobody spoke of. An empty text is silence, and silence changes nothing. */
  notice(event: string): KeeperReply;
  /** Chance, 0 … 1, that the user takes an item in this conversation. Changes nothing. */
  forecast(): number;
  /** Chance of each of these being the user's next turn, given that one of them is; sums to 1. Changes nothing. */
  foresee(next: readonly string[]): readonly number[];
  /** The same conversation, to be gone on with by other dice. What was committed to stays. Changes nothing. */
  fork(seed: number | string): Shopkeeper;
  goals(): readonly GoalStanding[];
  /** What it keeps to itself. For the host's eyes, never for the user's. */
  vault(): readonly Commitment[];
}
