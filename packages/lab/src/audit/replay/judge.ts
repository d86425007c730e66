/**
 * Whether what the user said next bears out what Sente would have done, asked of a model in one small call. The judge
 * is not told whose idea it was, and never marks anybody down for asking.
 * @module
 */
import { type Caller, DATA_RULE, dataBlock, type Message, shorten } from '@sente/language';
import { z } from 'zod';
import { nextUserTurns } from '../hindsight/hindsight.ts';
import { type Judgement, LOOK_AHEAD } from './borne-out.ts';
import type { Did, Would } from './moment.ts';

const form = z.object({
  because: z.string().catch(''),
  verdict: z.string().catch('unclear'),
});

const SYSTEM = `You look back at one moment of a conversation. The assistant did one thing; it could have done another. Go by what the user said next, and by nothing else.
${DATA_RULE}
Asking is neither good nor bad in itself. Reply with JSON: {"because": one short sentence, "verdict": "yes", "no" or "unclear"}.`;

const QUESTIONS: Readonly<Record<string, string>> = {
  ask: 'The assistant could have ASKED this instead. Did the user, in what they said next, give the answer to this question without being asked, or set the assistant right about this very point?',
  offer: 'The assistant could have OFFERED this as well. Did the user go on to ask for it, or to need it?',
  lead: 'The assistant could have RAISED this as well. Did the user come to it by themselves, or would they clearly have welcomed it?',
  answer:
    'The assistant asked. It could have ANSWERED this at once instead. Did the user’s reply bring nothing that the answer needed?',
  recommend: 'The assistant could have RECOMMENDED this at once instead. Did the user go on to want just that?',
  abstain:
    'The assistant could have said that it DOES NOT KNOW. Did the user show that the answer was wrong or made up?',
  wait: 'The assistant could have said NOTHING. Did the user show that the words were not wanted?',
  lookup: 'The assistant could have LOOKED THIS UP first. Did the user go on to miss what the lookup would have told?',
};

/** Asks the judge. Throws what the caller throws. */
export async function judge(
  caller: Caller,
  messages: readonly Message[],
  at: number,
  did: Did,
  would: Would,
  signal?: AbortSignal,
): Promise<Judgement> {
  const before = messages
    .slice(Math.max(0, at - 5), at)
    .filter(({ role, text }) => role !== 'system' && text.trim() !== '')
    .map(({ role, text }) => `${role}: ${shorten(text, 600)}`);
  const next = nextUserTurns(messages, at, LOOK_AHEAD).map(({ text }, i) => `${i + 1}. ${shorten(text, 600)}`);
  const prompt = [
    dataBlock('conversation so far', before.join('\n')),
    dataBlock(did === 'ask' ? 'the assistant asked' : 'the assistant answered', shorten(messages[at].text, 1000)),
    dataBlock('it could have said', shorten([would.text, ...would.choices].join(' / '), 600)),
    dataBlock('what the user said next', next.join('\n')),
    QUESTIONS[would.kind],
  ].join('\n\n');
  const reply = await caller.json({ label: 'audit', system: SYSTEM, prompt, schema: form, maxTokens: 200, signal });
  const word = /^\W*(yes|true|no|false)\b/i.exec(reply.verdict)?.[1].toLowerCase();
  const verdict = word === 'yes' || word === 'true' ? 'yes' : word === undefined ? 'unclear' : 'no';
  return { verdict, because: shorten(reply.because.trim(), 300) };
}
