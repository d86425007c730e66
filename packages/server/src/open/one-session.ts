/**
 * The store of a conversation that knows which one it is: one session, whatever it is asked for.
 * @module
 */
import type { Session, SessionStore } from '@sente/language';

/** The store, and its session. */
export interface OneSession extends SessionStore {
  session: Session;
  /** Resolves when a session is put next. */
  changed(): Promise<void>;
}

/** A store that begins with a session. */
export function oneSession(session: Session): OneSession {
  let tell: () => void = () => {};
  return {
    session,
    changed() {
      return new Promise((resolve) => {
        tell = resolve;
      });
    },
    get() {
      return { session: this.session };
    },
    put(_, remembered) {
      this.session = remembered.session;
      tell();
    },
  };
}
