/**
 * A model's word on whether a reply asks the user to make the request clearer, in place of the rules'.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createCaller, DATA_RULE, dataBlock } from '@sente/language';
import { z } from 'zod';
import { putsQuestion } from './read-questions.ts';

const SYSTEM = `You read one reply of an assistant to one request. Does the reply ask the user for something that is needed to serve this request: what is meant, or what is wanted?
Do not count: polite closings ("Anything else?"), offers of further help ("Shall I book it?"), asking whether the user likes what was suggested, questions that the assistant answers itself, and questions that come beside a full answer to a plain question.
${DATA_RULE}
Reply with JSON only: {"asks": true} or {"asks": false}.`;

const VERDICT = z.object({ asks: z.boolean() });

/** Whether the reply asks: by a judge where there is one, by rules otherwise. Throws what the model throws. */
export async function asksFor(request: string, reply: string, judge: LanguageModelV4 | undefined): Promise<boolean> {
  if (!judge) return putsQuestion(reply);
  const prompt = [dataBlock('request', request), dataBlock('reply', reply)].join('\n\n');
  const { asks } = await createCaller(judge).json({
    label: 'asks',
    system: SYSTEM,
    prompt,
    schema: VERDICT,
    maxTokens: 50,
  });
  return asks;
}
