/**
 * The sessions of one conversation. Keyed by what was said, as everywhere: a decision that comes late lands where it
 * belongs, even when the conversation has gone on.
 * @module
 */
import { placeOf, recall } from '../session/recall.ts';
import type { Session } from '../session/session.ts';
import type { Remembered, SessionStore } from '../session/session-store.ts';
import type { Said } from '../transcript/fingerprint.ts';

/** Turns that are remembered, so that a late decision has something to land on. */
const MOST = 16;

/** A store that holds one conversation, and can be set by hand. */
export interface OwnSessions extends SessionStore {
  /** The conversation before anything was said, or as it was last known. */
  begin(): Session;
  /** The session as of the last of these messages. */
  at(messages: readonly Said[]): Session;
  /** Sets it. What the layer still has to say about that moment does not count any more. */
  set(messages: readonly Said[], session: Session): void;
}

/** With the session as of `messages`. */
export function ownSessions(messages: readonly Said[], session: Session): OwnSessions {
  const entries = new Map<string, { readonly remembered: Remembered; readonly isByHand: boolean }>();
  let last = session;
  const put = (key: string, remembered: Remembered, isByHand: boolean): void => {
    entries.delete(key);
    entries.set(key, { remembered, isByHand });
    if (entries.size > MOST) entries.delete(entries.keys().next().value!);
  };
  const store: OwnSessions = {
    get: (key) => entries.get(key)?.remembered,
    put(key, remembered) {
      if (entries.get(key)?.isByHand) return;
      // What was decided late may belong to a turn that is long past.
      if (remembered.session.turn >= last.turn) last = remembered.session;
      put(key, remembered, false);
    },
    begin: () => last,
    at(said) {
      const found = recall(store, placeOf(said, {})) as Remembered | undefined; // this store answers at once
      return found?.session ?? last;
    },
    set(said, changed) {
      last = changed;
      const [key] = placeOf(said, {}).candidates;
      if (key === undefined) return;
      const name = entries.get(key)?.remembered.name;
      put(key, { session: changed, ...(name !== undefined && { name }) }, true);
    },
  };
  store.set(messages, session);
  return store;
}
