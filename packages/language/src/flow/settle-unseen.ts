/**
 * The session of a turn whose end was not seen here: its tools ran, and the reply that followed comes with the client's
 * next request.
 * @module
 */
import type { Session } from '../session/session.ts';
import type { Remembered } from '../session/session-store.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Layer } from '../turn/layer.ts';

/** Settled by the last reply of the transcript; as it is when nothing is pending. */
export function settleUnseen(layer: Layer, transcript: Transcript, { session, pending }: Remembered): Session {
  if (pending === undefined) return session;
  const at = transcript.messages.findLastIndex(({ role }) => role === 'assistant');
  const before = { ...transcript, messages: transcript.messages.slice(0, at) };
  return layer.settle(pending.turn, before, transcript.messages[at]?.text ?? '', pending.wasPlanned);
}
