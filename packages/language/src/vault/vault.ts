/**
 * The vault: what the assistant has privately decided (the word it thought of, its reserve price, the character it
 * plays, the plan it promised). Written before the reply that rests on it goes out, put back into every later prompt,
 * never shown to the user until it is released.
 *
 * An agent that sees only the public transcript cannot be both secret and consistent (arXiv 2601.06973): so this is
 * kept beside the transcript.
 * @module
 */

/** One private commitment. */
export interface Commitment {
  /** `v1`, `v2`, or the host's own name. */
  readonly id: string;
  /** What was decided on: "the word to be guessed", "the lowest price". */
  readonly about: string;
  /** What was decided: "otter", "450 euros", a plan. */
  readonly value: string;
  /** May be said openly from now on: the user guessed it, gave up, or the host said so. */
  readonly isReleased: boolean;
  /** The assistant's turn in which it was written, counted from 0; −1 when the host wrote it. */
  readonly turn: number;
}

/** All commitments of a conversation. */
export interface Vault {
  readonly commitments: readonly Commitment[];
}

/** A vault with nothing in it. */
export const emptyVault: Vault = { commitments: [] };
