/**
 * Where sessions are kept between the requests of a conversation: in memory, or in a database of the host's.
 * @module
 */
import type { PlannedTurn } from '../turn/plan.ts';
import type { Session } from './session.ts';

/** What is kept. Plain JSON. */
export interface Remembered {
  readonly session: Session;
  /** What the conversation is called, where its client gave it no id. */
  readonly name?: string;
  /** A turn under way: its reply was tool calls, whose results the client has yet to send. */
  readonly pending?: { readonly turn: PlannedTurn; readonly wasPlanned: boolean };
}

/** Keeps sessions by key. Keys are hashes; a tenant's keys are unlike every other tenant's. */
export interface SessionStore {
  /** The bare call waits for it, since it may have a commitment to keep to. That time is part of the deadline. */
  get(key: string): Remembered | undefined | Promise<Remembered | undefined>;
  /**
   * Two people may have said and heard exactly the same so far ("think of a word" — "I have one"), and then share a key
   * while each was promised another secret. A put must therefore leave an entry alone whose vault holds commitments
   * that differ from the new ones (`keepsAnother` tells): the first word given stands, for everybody with that
   * transcript, and nobody can tell; to overwrite would swap the secret under somebody who has since been given hints.
   */
  put(key: string, remembered: Remembered): void | Promise<void>;
}

/**
 * Whether an entry holds a commitment that the new one does not hold, or holds otherwise. One that was released may be
 * missing: a full vault forgets what is in the open when something new is decided.
 */
export function keepsAnother(kept: Remembered, next: Remembered): boolean {
  const values = new Map(next.session.vault.commitments.map(({ id, value }) => [id, value]));
  return kept.session.vault.commitments.some(
    ({ id, value, isReleased }) => values.get(id) !== value && !(isReleased && !values.has(id)),
  );
}
