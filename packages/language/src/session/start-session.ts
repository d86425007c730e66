/**
 * A conversation in which nothing has happened yet, as the host set it up.
 * @module
 */
import type { InitiativeOptions } from '../turn/options.ts';
import { newSession, type Session } from './session.ts';

/** With the host's goals and commitments. */
export function startSession({ goals, commitments = [] }: Pick<InitiativeOptions, 'goals' | 'commitments'>): Session {
  const session = newSession(goals);
  if (commitments.length === 0) return session;
  return {
    ...session,
    vault: { commitments: commitments.map((made) => ({ ...made, isReleased: false, turn: -1 })) },
  };
}
