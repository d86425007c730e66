/**
 * The weigher's form as it comes back, made into a matrix: rows of the right length, whatever a rough model gives.
 * @module
 */
import { z } from 'zod';
import { plainWords } from '../read/plain-words.ts';
import { along, flag, listOf, type Row, row, share, tenth, words } from '../read/tolerant.ts';
import type { ImaginedIntent } from '../session/session.ts';
import type { ToolInfo } from '../transcript/transcript.ts';
import { toLeads, toOffers, type UnaskedForm, unaskedMembers } from './unasked-form.ts';
import type { QuestionOption, Weighing } from './weighing.ts';

const answer: z.ZodType<AnswerRow> = z.object({
  gist: words,
  fits: row(tenth).catch([]).default([]),
  sure: share.catch(0.9).default(0.9),
  tokens: z.coerce.number().catch(200).default(200),
  recommends: flag.optional(),
});
const question: z.ZodType<QuestionRow> = z.object({
  ask: words,
  choices: listOf(words),
  replies: z.union([z.array(words), z.record(z.string(), words)]).catch([]),
  tool: words.catch('').default(''),
  better: tenth.optional().catch(undefined),
});

/** The form, filled in. */
export interface WeighForm extends UnaskedForm {
  readonly answers: readonly AnswerRow[];
  readonly questions: readonly QuestionRow[];
}

interface AnswerRow {
  readonly gist: string;
  readonly fits: Row;
  readonly sure: number;
  readonly tokens: number;
  readonly recommends?: boolean;
}

interface QuestionRow {
  readonly ask: string;
  readonly choices: string[];
  readonly replies: string[] | Record<string, string>;
  readonly tool: string;
  readonly better?: number;
}

/** The form. */
export const weighForm: z.ZodType<WeighForm> = z.object({
  answers: listOf(answer),
  questions: listOf(question),
  ...unaskedMembers,
});

/** No detail makes a reply serve for certain: without this bar, every small blank would be worth a question. */
const SERVES = 0.95;

/** How well an answer made for one intent serves the others, where the model did not say. */
const ELSEWHERE = 0.3;

/** The matrix. Without any answer, one a user is assumed: each imagined user's own. */
export function toWeighing(
  form: WeighForm,
  intents: readonly ImaginedIntent[],
  tools: readonly ToolInfo[],
  goals: readonly string[],
): Weighing {
  const answers = form.answers.map(({ gist, fits, sure, tokens, recommends }) => ({
    gist,
    fits: along(fits, intents, 0.5),
    sure,
    tokens: Math.min(4000, Math.max(1, tokens)),
    isRecommendation: recommends ?? false,
  }));
  return {
    answers: answers.length > 0 ? answers : ownAnswers(intents),
    questions: form.questions.flatMap((given) => toQuestion(given, intents, tools)),
    offers: toOffers(form, intents),
    leads: toLeads(form, goals),
  };
}

/** The answers of a turn on which the weigher was not asked, or said nothing. */
export function ownAnswers(intents: readonly ImaginedIntent[], sure = 0.97): Weighing['answers'] {
  return intents.map(({ wants }, i) => ({
    gist: wants,
    fits: intents.map((_, j) => (i === j ? 1 : ELSEWHERE)),
    sure,
    tokens: 200,
    isRecommendation: false,
  }));
}

function toQuestion(
  given: QuestionRow,
  intents: readonly ImaginedIntent[],
  tools: readonly ToolInfo[],
): QuestionOption[] {
  const said = intents.map(({ id }, i) => (Array.isArray(given.replies) ? given.replies[i] : given.replies[id]) ?? '');
  const choices = [...given.choices];
  const replies = said.map((reply) => {
    const key = plainWords(reply);
    if (key === '') return -1;
    const at = choices.findIndex((choice) => plainWords(choice) === key);
    if (at >= 0) return at;
    const near = choices.findIndex(
      (choice) => plainWords(choice) && (key.includes(plainWords(choice)) || plainWords(choice).includes(key)),
    );
    if (near >= 0) return near;
    choices.push(reply);
    return choices.length - 1;
  });
  if (given.ask.trim() === '') return [];
  const tool = tools.find(({ name }) => name === given.tool.trim())?.name;
  const better = given.better === undefined ? undefined : Math.min(SERVES, given.better);
  return [{ text: given.ask.trim(), choices, replies, ...(better !== undefined && { better }), ...(tool && { tool }) }];
}
