/**
 * What a line of each file must be, by the rules that the trainers publish. The files are checked against it after they
 * are written.
 *
 * Sources: TRL, "Dataset formats and types" (conversational prompt-completion and preference with explicit prompt), and its
 * `data_utils.py`: the keys decide what a record is, so a further key among theirs makes it another one or none; a prompt
 * ends with the user. OpenAI, "Supervised fine-tuning" (10 examples at least, `messages` with a reply of the assistant's at the
 * end) and "Direct preference optimization" (`input.messages`, `preferred_output` and `non_preferred_output`, one
 * turn each: a single message of the assistant's). Nobody can learn from empty content.
 * @module
 */
import { z } from 'zod';
import type { Message } from './step.ts';

const content: z.ZodString = z.string().refine((text) => text.trim() !== '', 'content must not be empty');
const message: z.ZodType<Message> = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content });
const reply = z.tuple([z.strictObject({ role: z.literal('assistant'), content })]);

/** Roles in an order that chat templates take: a system message at most, first; then user and assistant in turns. */
function takesTurns(messages: readonly Message[]): boolean {
  const turns = messages[0]?.role === 'system' ? messages.slice(1) : messages;
  return turns.every(({ role }, at) => role === (at % 2 === 0 ? 'user' : 'assistant'));
}

const endsWith = (role: Message['role']) => (messages: readonly Message[]) => messages.at(-1)?.role === role;
const conversation = z.array(message).min(1).refine(takesTurns, 'user and assistant must take turns, the user first');
const prompt = conversation.refine(endsWith('user'), 'the prompt must end with a message of the user');
const example = conversation.refine(endsWith('assistant'), 'the last message must be the assistant’s');

/** A line of `sft.trl.jsonl`. */
export interface TrlSft {
  readonly prompt: readonly Message[];
  readonly completion: readonly [Message];
}
/** A line of `dpo.trl.jsonl`. */
export interface TrlDpo {
  readonly prompt: readonly Message[];
  readonly chosen: readonly [Message];
  readonly rejected: readonly [Message];
}
/** A line of `sft.openai.jsonl`. */
export interface OpenAiSft {
  readonly messages: readonly Message[];
}
/** A line of `dpo.openai.jsonl`. */
export interface OpenAiDpo {
  readonly input: { readonly messages: readonly Message[] };
  readonly preferred_output: readonly [Message];
  readonly non_preferred_output: readonly [Message];
}

/** A line of `grpo.trl.jsonl`: prompts for a trainer that samples and scores replies itself; its reward function is given the rest. */
export interface TrlPrompt {
  readonly prompt: readonly Message[];
  /** All that the user wants, for `task.goal` of the reward endpoint. */
  readonly goal: string;
  /** Reference answer, if there is one. Never absent: a column has one type. */
  readonly answer: string | null;
}

/** By file name. */
export const SCHEMAS: {
  readonly 'sft.trl.jsonl': z.ZodType<TrlSft>;
  readonly 'dpo.trl.jsonl': z.ZodType<TrlDpo>;
  readonly 'grpo.trl.jsonl': z.ZodType<TrlPrompt>;
  readonly 'sft.openai.jsonl': z.ZodType<OpenAiSft>;
  readonly 'dpo.openai.jsonl': z.ZodType<OpenAiDpo>;
} = {
  'sft.trl.jsonl': z.strictObject({ prompt, completion: reply }),
  'dpo.trl.jsonl': z
    .strictObject({ prompt, chosen: reply, rejected: reply })
    .refine(({ chosen, rejected }) => chosen[0].content !== rejected[0].content, 'chosen and rejected are the same'),
  'grpo.trl.jsonl': z.strictObject({ prompt, goal: content, answer: content.nullable() }),
  'sft.openai.jsonl': z.strictObject({ messages: example }),
  'dpo.openai.jsonl': z
    .strictObject({ input: z.strictObject({ messages: prompt }), preferred_output: reply, non_preferred_output: reply })
    .refine(
      (one) => one.preferred_output[0].content !== one.non_preferred_output[0].content,
      'both outputs are the same',
    ),
};

/** Name of a file of records. */
export type DataFile = keyof typeof SCHEMAS;

/** OpenAI takes no file with fewer examples. */
export const OPENAI_LEAST = 10;

/** A line that its trainer would not take. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  constructor(file: string, line: number, what: string) {
    super(`${file}, line ${line}: ${what}`);
  }
}

/** Checks a file's text; gives the number of records. Throws RecordError. */
export function checkFile(file: DataFile, text: string): number {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new RecordError(file, lines.length + 1, 'it does not end with a line break');
  for (const [at, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new RecordError(file, at + 1, 'it is no JSON');
    }
    const { error } = SCHEMAS[file].safeParse(value);
    if (!error) continue;
    const [{ path, message: what }] = error.issues;
    throw new RecordError(file, at + 1, [path.join('.'), what].filter((part) => part !== '').join(': '));
  }
  return lines.length;
}
