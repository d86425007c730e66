/**
 * Reads a user turn: one call, and the session after it.
 * @module
 */
import type { Caller } from '../model/caller.ts';
import type { Session } from '../session/session.ts';
import type { Message, Transcript } from '../transcript/transcript.ts';
import { READER, readPrompt } from './read-prompt.ts';
import { readForm, toReading } from './read-schema.ts';
import type { Reading } from './reading.ts';
import { takeIn } from './take-in.ts';

/** The reading, and the session that took it in. */
export interface ReadTurn {
  readonly reading: Reading;
  readonly session: Session;
}

/** Reads the last message of the transcript, which must be the user's. Throws what the caller throws. */
export async function readTurn(
  caller: Caller,
  transcript: Transcript,
  session: Session,
  options: { readonly intents: number; readonly signal?: AbortSignal },
): Promise<ReadTurn> {
  const form = await caller.json({
    label: 'read',
    system: READER,
    prompt: readPrompt(transcript, session),
    schema: readForm,
    maxTokens: 1200,
    signal: options.signal,
  });
  const lastReply = transcript.messages.findLast((message) => message.role === 'assistant');
  const reading = toReading(form, session, lastReply?.at ?? -1);
  return { reading, session: takeIn(session, reading, wordsOf(transcript, session), options.intents) };
}

/** Where the user's words stand: in the last message; in all of theirs when the layer joins a conversation under way. */
function wordsOf(transcript: Transcript, session: Session): Message {
  const turn = transcript.messages.at(-1)!;
  if (session.turn > 0) return turn;
  const own = transcript.messages.filter((message) => message.role === 'user');
  return { ...turn, text: own.map((message) => message.text).join('\n\n') };
}
