/**
 * What the server says about which policy decides in conversations about the table: the client's copy of its shapes.
 * @module
 */

/** `planned`: imagines people each turn. `learned`: a network that has played with such people beforehand. */
export type PolicyName = 'planned' | 'learned';

/** The learned policy at hand for the current table. */
export interface LearnedCard {
  readonly name: string;
  /** `own`: trained on this table; `shipped`: on a generated catalogue; `file`: the server was started with it. */
  readonly origin: 'own' | 'shipped' | 'file';
  /** Turns of conversations that it was trained on. */
  readonly states: number;
  /** Turns of the whole training, if that is known: it may have been stopped, or gone on for nothing better. */
  readonly whole: number | null;
  readonly seed: number;
  /** Items of what it was trained on. */
  readonly items: number;
  /** Mean R\* on held-out people, by agent and kind of user: `learned@exact`, `planned@exact`, … */
  readonly figures: Readonly<Record<string, number>>;
}

/** Who decides, and how a training goes. */
export interface PolicyStatus {
  /** What the owner wants. */
  readonly chosen: PolicyName;
  /** What decides in conversations that begin now: planning while no learned policy is there. */
  readonly serving: PolicyName;
  readonly learned: LearnedCard | null;
  /** `share`: 0 to 1, of the whole training; `iteration` from 1. */
  readonly training: { readonly share: number; readonly iteration: number; readonly of: number } | null;
  /** How the last training for this table ended; null while one goes on. */
  readonly ended: 'done' | 'stopped' | 'failed' | null;
  /** Why the last training came to nothing, with what to do; null for visitors. */
  readonly problem: string | null;
  /** Whether this visitor may choose and train. */
  readonly mayChange: boolean;
}
