/**
 * What a completion, or a chunk of one, says: read, and changed.
 * @module
 */
import { contentText } from '@sente/language';
import type { Choice, Chunk, ReplyPart, Said } from './reply-part.ts';

/** The first choice; there is no other where the layer decides. */
export function choiceOf(part: ReplyPart): Choice | undefined {
  return part.chunk?.choices?.[0];
}

/** What it says. */
export function saidIn(part: ReplyPart): Said {
  return choiceOf(part)?.delta ?? choiceOf(part)?.message ?? {};
}

/** Its words; a few servers send them as a list of parts. A refusal to answer is read, kept and guarded as an answer is. */
export function textOf(part: ReplyPart): string {
  const said = saidIn(part);
  return [contentText(said.content), refusalOf(said)].filter((text) => text !== '').join('\n');
}

function refusalOf({ refusal }: Said): string {
  return typeof refusal === 'string' ? refusal : '';
}

/** The chunk with other words, where the words are: a refusal stays one. */
export function withWords(part: ReplyPart, chunk: Chunk, text: string): Chunk {
  const said = saidIn(part);
  if (refusalOf(said) === '') return withSaid(chunk, { content: text });
  const isOnly = contentText(said.content) === '';
  return withSaid(chunk, isOnly ? { refusal: text } : { content: text, refusal: null });
}

/** Names of the tools that it calls. */
export function callsOf(part: ReplyPart): string[] {
  const { tool_calls: calls, function_call: call } = saidIn(part);
  const names = [...(Array.isArray(calls) ? calls.map((one) => one?.function?.name) : []), call?.name];
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** The model's thinking, under the names that servers give it. */
const THINKING = ['reasoning', 'reasoning_content', 'reasoning_details', 'thinking'];

function isThinking(said: Said): boolean {
  return Array.isArray(said.content) || THINKING.some((name) => said[name] !== undefined && said[name] !== null);
}

/** The user sees or hears something of it, or would, if clients showed all. */
export function isVisible(part: ReplyPart): boolean {
  const said = saidIn(part);
  const isSpoken = [said.content, said.refusal, ...THINKING.map((name) => said[name])].some((text) => Boolean(text));
  return isSpoken || Boolean(said.audio) || Boolean(said.tool_calls?.length) || Boolean(said.function_call);
}

/** The same chunk with the first choice's words changed. */
function withSaid(chunk: Chunk, change: Said, drop: readonly string[] = []): Chunk {
  const [first, ...rest] = chunk.choices ?? [];
  const member = first?.delta ? 'delta' : 'message';
  const said: Record<string, unknown> = { ...first?.[member], ...change };
  for (const name of drop) delete said[name];
  return { ...chunk, choices: [{ ...first, [member]: said }, ...rest] };
}

/** The chunk without the model's thinking; undefined when there is none in it. Lists of parts become their words. */
export function hushed(part: ReplyPart): Chunk | undefined {
  const said = saidIn(part);
  if (part.chunk === undefined || !isThinking(said)) return undefined;
  return withSaid(
    part.chunk,
    Array.isArray(said.content) ? { content: contentText(textParts(said.content)) } : {},
    THINKING,
  );
}

function textParts(content: readonly unknown[]): unknown[] {
  return content.filter((part) => typeof part === 'string' || (part as { type?: unknown } | null)?.type === 'text');
}
