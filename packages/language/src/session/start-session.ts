/**
 * A conversation in which nothing has happened yet, as the host set it up.
 * @module
 */
import type { InitiativeOptions } from '../turn/options.ts';
import { LONGEST_VALUE, MOST_COMMITMENTS, seedVault } from '../vault/commitments.ts';
import { newSession, type Session } from './session.ts';

/** The host's own commitments cannot be kept. */
export class HostCommitmentsError extends Error {
  override readonly name = 'HostCommitmentsError';

  constructor(trouble: string) {
    super(`The commitments of the options cannot be kept: ${trouble}`);
  }
}

/** With the host's goals and commitments. Throws HostCommitmentsError: ways in begin one when they are made. */
export function startSession({ goals, commitments = [] }: Pick<InitiativeOptions, 'goals' | 'commitments'>): Session {
  const session = newSession(goals);
  if (commitments.length === 0) return session;
  if (commitments.length > MOST_COMMITMENTS) {
    throw new HostCommitmentsError(
      `there are ${commitments.length} of them, and a conversation holds ${MOST_COMMITMENTS}. Leave some out, or write those that belong together as one.`,
    );
  }
  const ids = new Set<string>();
  for (const { id, about, value } of commitments) {
    const named = `the one about "${about}" (${id})`;
    if (value.trim() === '') throw new HostCommitmentsError(`${named} has no value. Say what was decided.`);
    if (value.trim().length > LONGEST_VALUE) {
      throw new HostCommitmentsError(
        `${named} is ${value.trim().length} characters long, and at most ${LONGEST_VALUE} are kept. Shorten it to what must be kept to.`,
      );
    }
    if (ids.has(id)) throw new HostCommitmentsError(`two have the id "${id}". Give each its own.`);
    ids.add(id);
  }
  return { ...session, vault: seedVault(session.vault, commitments) };
}
