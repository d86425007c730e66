/**
 * The question that a model is asked about its own answer: would it be true? One word in reply.
 * @module
 */
import type { TextCall } from '../model/caller.ts';
import { DATA_RULE, dataBlock } from '../model/data-block.ts';
import { shorten } from '../model/shorten.ts';
import { systemText, type Transcript } from '../transcript/transcript.ts';

const SYSTEM: string = `You say whether a reply would be true. ${DATA_RULE} Reply with one word: yes or no.`;

/** Messages shown, and characters of each. */
const SHOWN = 4;
const LONGEST = 2000;

/** The call about the reply whose gist is given. */
export function knowCall(transcript: Transcript, gist: string): TextCall {
  const talk = transcript.messages
    .filter(({ role }) => role !== 'system')
    .slice(-SHOWN)
    .map(({ role, text }) => `${role}: ${shorten(text || '(no text)', LONGEST)}`)
    .join('\n');
  const system = systemText(transcript);
  const parts = [
    ...(system ? [`What the assistant was told:\n${dataBlock('instructions', shorten(system, LONGEST))}`] : []),
    `The conversation:\n${dataBlock('conversation', talk)}`,
    `A reply that says this is proposed:\n${dataBlock('reply', gist)}`,
    'Would everything that it states be true, with nothing made up? A reply that openly says what is not known is true. Answer yes or no.',
  ];
  return { label: 'know', system: SYSTEM, prompt: parts.join('\n\n'), maxTokens: 5 };
}
