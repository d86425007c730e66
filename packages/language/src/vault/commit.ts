/**
 * Deciding in private, before the reply that rests on it: when, and in a call of its own.
 * @module
 */
import type { Caller } from '../model/caller.ts';
import type { Reading } from '../read/reading.ts';
import type { Session } from '../session/session.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { commitCall } from './commit-prompt.ts';
import { writeCommitment } from './commitments.ts';

/** A decision is called for and none stands: what was decided first is kept to, unless something new begins. */
export function mustCommit({ vault }: Session, { commit, kind }: Reading): boolean {
  return commit !== '' && (kind === 'new' || vault.commitments.every(({ isReleased }) => isReleased));
}

/** The session with what was decided `about` something in its vault; as it was when nothing needed deciding. */
export async function commit(
  caller: Caller,
  transcript: Transcript,
  session: Session,
  about: string,
  signal: AbortSignal | undefined,
): Promise<Session> {
  const { decision } = await caller.json({ ...commitCall(transcript, about), signal });
  if (decision.trim() === '') return session;
  return { ...session, vault: writeCommitment(session.vault, { about, value: decision.trim(), turn: session.turn }) };
}
