/**
 * Turns of an imagined conversation, and how they are shown to whoever plays or judges it.
 * @module
 */
import { shorten } from '../model/shorten.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** One turn that was played. */
export interface ImaginedTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

const SHOWN = 6;
const LONGEST = 1500;
/** Characters of a reply that does nothing but ask. */
const LONGEST_QUESTION = 300;

/** The real conversation's end and the turns played after it, a line each. */
export function talkText(transcript: Transcript, turns: readonly ImaginedTurn[]): string {
  const real = transcript.messages.filter(({ role, text }) => (role === 'user' || role === 'assistant') && text !== '');
  return [...real.slice(-SHOWN), ...turns].map(({ role, text }) => `${role}: ${shorten(text, LONGEST)}`).join('\n');
}

/** Whether a reply does nothing but ask. */
export function isQuestion(text: string): boolean {
  return text.length <= LONGEST_QUESTION && /[?？؟]\s*$/u.test(text) && !text.trim().includes('\n');
}
