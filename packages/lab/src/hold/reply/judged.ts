/**
 * What kind of turn the assistant took, told by a model.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createCaller, DATA_RULE, dataBlock, MalformedReplyError, shorten } from '@sente/language';
import { z } from 'zod';
import type { Json } from '../../probe/played.ts';
import type { Scorer } from '../score/scorer.ts';
import { REPLY_KINDS, type ReplyRead, readReply } from './kind.ts';

const SYSTEM = `You read one turn of an assistant and say what kind of turn it is. ${DATA_RULE}

Kinds:
- answer: it gives a complete answer that the user could go away with. Hints, examples, templates and intermediate results are no answer.
- clarification: under 100 words, with exactly one specific question to the user.
- interrogation: several questions to the user.
- discussion: it talks about the matter without a complete answer or a specific question.
- hedge: it gives several answers, for different assumptions, without settling on one.
- refusal: it declines.
- missing: there is nothing in it.

Reply as JSON: {"kind": one of the kinds, "answer": for kind "answer" the answer itself, copied word for word from the turn; else ""}`;

const SCHEMA: z.ZodType<{ kind: (typeof REPLY_KINDS)[number]; answer: string }> = z.object({
  kind: z.enum(REPLY_KINDS),
  answer: z.coerce.string().catch(''),
});

/** Characters of a turn that are shown to the judge. */
const SHOWN = 8000;

/**
 * Reads a reply with a judge. Whether it is an answer is the judge's word; the answer is taken out by the scorer's rules
 * where they find one, else copied by the judge. A judge that does not reply in form is replaced by the rules.
 */
export async function judgeReply(
  reply: string,
  request: string,
  scorer: Scorer,
  gold: Json,
  judge: LanguageModelV4,
): Promise<ReplyRead> {
  const byRules = readReply(reply, scorer, gold);
  if (byRules.kind === 'missing') return byRules;
  const prompt = [
    dataBlock('what the user wants', request),
    `What an answer is here: ${scorer.answer}`,
    dataBlock("the assistant's turn", shorten(reply, SHOWN)),
    'Which kind of turn is it?',
  ].join('\n\n');
  try {
    const { kind, answer } = await createCaller(judge).json({
      label: 'judge-reply',
      system: SYSTEM,
      prompt,
      schema: SCHEMA,
    });
    if (kind !== 'answer') return { kind };
    // Copied, not made up: what does not stand in the turn is no answer of the assistant's.
    const copied = answer !== '' && reply.includes(answer) ? answer : undefined;
    return { kind, answer: byRules.answer ?? (copied && (scorer.extract(copied, gold) ?? copied)) ?? reply };
  } catch (error) {
    if (error instanceof MalformedReplyError) return byRules;
    throw error;
  }
}
