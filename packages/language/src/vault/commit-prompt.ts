/**
 * The forced private step: what must be decided in secret is decided before the reply goes out, in a call of its own.
 * @module
 */
import { z } from 'zod';
import type { JsonCall } from '../model/caller.ts';
import { DATA_RULE, dataBlock } from '../model/data-block.ts';
import { instructionsPart } from '../model/prompt-parts.ts';
import { shorten } from '../model/shorten.ts';
import { words } from '../read/tolerant.ts';
import type { Transcript } from '../transcript/transcript.ts';

const form: z.ZodType<{ decision: string }> = z.preprocess(
  (value) => (typeof value === 'string' ? { decision: value } : value),
  z.object({ decision: words }),
);

const SYSTEM = `You are the private memory of an assistant. The user never sees what you write. ${DATA_RULE} Reply with one JSON object only.`;

/** The call that makes the decision `about` ("an animal for the user to guess"). */
export function commitCall(transcript: Transcript, about: string): JsonCall<{ decision: string }> {
  const talk = transcript.messages
    .filter(({ role }) => role === 'user' || role === 'assistant')
    .slice(-6)
    .map(({ role, text }) => `${role}: ${shorten(text, 1000)}`)
    .join('\n');
  const parts = [
    ...instructionsPart(transcript, 2000),
    `The conversation:\n${dataBlock('conversation', talk)}`,
    `Before the assistant replies it must decide in secret: ${dataBlock('decide', about)}`,
    'Decide now, definitely, and fit it to what was said. For a word, name, number, price or thing give just that and nothing around it ("otter", "450 euros"), in the language of the conversation; for a plan or a character one or two exact sentences. If it was public before or nothing needs deciding, give "".\nReply as {"decision": "…"}',
  ];
  // Some warmth, or every game has the same word.
  return { label: 'commit', system: SYSTEM, prompt: parts.join('\n\n'), schema: form, maxTokens: 200, temperature: 1 };
}
