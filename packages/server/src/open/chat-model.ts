/**
 * A chat model as the studio uses it, and how one is opened from its ID.
 * @module
 */
import type { openModel } from '@sente/language';

/** Any chat model of the AI SDK. */
export type ChatModel = ReturnType<typeof openModel>;

/** What a model is called with. */
export type ModelCall = Parameters<ChatModel['doStream']>[0];

/** Messages as a model takes them. */
export type Prompt = ModelCall['prompt'];

/** One part of a streamed reply. */
export type StreamPart =
  Awaited<ReturnType<ChatModel['doStream']>>['stream'] extends ReadableStream<infer Part> ? Part : never;

/** Opens a model by its ID; `key` goes before any key of the environment. Throws when the ID makes no sense. */
export type ModelOpener = (id: string, key: string | undefined) => ChatModel;

/** A prompt of plain texts. */
export function promptOf(system: string, said: readonly { role: 'user' | 'assistant'; text: string }[]): Prompt {
  const prompt: Prompt = system.trim() === '' ? [] : [{ role: 'system', content: system }];
  for (const { role, text } of said) prompt.push({ role, content: [{ type: 'text', text }] });
  return prompt;
}
