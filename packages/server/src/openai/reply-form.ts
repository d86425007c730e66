/**
 * What racing, guarding and ending a reply must know of OpenAI's completions, in one piece and as chunks.
 * @module
 */
import type { Ending, PartForm } from '@sente/language';
import {
  type Choice,
  type Chunk,
  DONE_PART,
  madeDocument,
  madeEvent,
  type ReplyPart,
  type Said,
} from './reply-part.ts';

/** Who speaks, for replies of our own. */
export interface Speaker {
  /** `chatcmpl-…` */
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
  /** A chunk with the usage is wanted. */
  readonly wantsUsage: boolean;
  /** What the reply used up. */
  usage(): { readonly inputTokens: number; readonly outputTokens: number };
}

const choiceOf = (part: ReplyPart): Choice | undefined => part.chunk?.choices?.[0];
const saidIn = (part: ReplyPart): Said => choiceOf(part)?.delta ?? choiceOf(part)?.message ?? {};

function textOf(part: ReplyPart): string {
  const { content } = saidIn(part);
  return typeof content === 'string' ? content : '';
}

function callsOf(part: ReplyPart): string[] {
  const { tool_calls: calls, function_call: call } = saidIn(part);
  const names = [...(Array.isArray(calls) ? calls.map((one) => one?.function?.name) : []), call?.name];
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** Blanks, tabs and line ends are up to here; some servers send them while the model thinks. */
const BLANK = 0x20;

/** The model's thinking, under the names that servers give it. */
const THINKING = ['reasoning', 'reasoning_content', 'reasoning_details', 'thinking'];

function isThinking(said: Said): boolean {
  return THINKING.some((name) => said[name] !== undefined && said[name] !== null);
}

function isVisible(part: ReplyPart): boolean {
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

/** Chunks of a stream. */
export function chunkForm(speaker: Speaker): PartForm<ReplyPart> {
  const { id, created, model } = speaker;
  const own = (rest: Chunk): ReplyPart => madeEvent({ id, object: 'chat.completion.chunk', created, model, ...rest });
  const choice = (delta: Said, finish: string | null, as: Chunk = {}): ReplyPart =>
    own({
      ...as,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(speaker.wantsUsage ? { usage: null } : {}),
    });
  const usage = (): ReplyPart[] => (speaker.wantsUsage ? [own({ choices: [], usage: usageOf(speaker) })] : []);
  const ending = (): Ending<ReplyPart> => {
    let as: Chunk = {};
    let isOpened = false;
    let isFinished = false;
    let isDone = false;
    return {
      see(part) {
        isDone ||= part.isDone === true;
        if (part.chunk === undefined) return;
        isOpened = true;
        isFinished ||= Boolean(choiceOf(part)?.finish_reason);
        const { id: theirs = id, created: at = created, model: name = model } = part.chunk;
        as = { id: theirs, created: at, model: name };
      },
      close: () => [],
      words: (text) => [choice({ ...(isOpened ? {} : { role: 'assistant' }), content: text }, null, as)],
      finish: (isBroken) => [
        ...(isFinished ? [] : [choice({}, isBroken ? 'length' : 'stop', as)]),
        ...(isDone ? [] : [DONE_PART]),
      ],
    };
  };
  return {
    isFirst: isVisible,
    failure: ({ chunk }) => (chunk?.error ? { error: chunk.error } : undefined),
    size: ({ raw }) => raw.byteLength,
    text: textOf,
    withText: (part, text) => (part.chunk === undefined ? part : madeEvent(withSaid(part.chunk, { content: text }))),
    calls: callsOf,
    hush(part) {
      const said = saidIn(part);
      if (part.chunk === undefined || !isThinking(said)) return part;
      const rest = withSaid(part.chunk, {}, THINKING);
      const isEmpty = !said.content && !said.tool_calls && !said.role && !choiceOf(part)?.finish_reason;
      return isEmpty ? undefined : madeEvent(rest);
    },
    isBoundary: (part) => part.isDone === true || Boolean(choiceOf(part)?.finish_reason),
    isOpening: (part) => saidIn(part).role !== undefined && !isVisible(part) && !choiceOf(part)?.finish_reason,
    said: (text) => [
      choice({ role: 'assistant', content: '' }, null),
      choice({ content: text }, null),
      choice({}, 'stop'),
      ...usage(),
      DONE_PART,
    ],
    ending,
  };
}

/** A completion in one piece, or a piece of one. */
export function documentForm(speaker: Speaker): PartForm<ReplyPart> {
  const saying = (text: string): ReplyPart => {
    const { id, created, model } = speaker;
    const message = { role: 'assistant', content: text, refusal: null };
    return madeDocument({
      id,
      object: 'chat.completion',
      created,
      model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
      usage: usageOf(speaker),
    });
  };
  return {
    isFirst: ({ raw, chunk }) => chunk !== undefined || raw.some((byte) => byte > BLANK),
    failure: () => undefined,
    size: ({ raw }) => raw.byteLength,
    text: textOf,
    withText: (part, text) =>
      part.chunk === undefined || text === textOf(part) ? part : madeDocument(withSaid(part.chunk, { content: text })),
    calls: callsOf,
    hush: (part) =>
      part.chunk === undefined || !isThinking(saidIn(part)) ? part : madeDocument(withSaid(part.chunk, {}, THINKING)),
    isBoundary: () => true,
    isOpening: () => false,
    said: (text) => [saying(text)],
    ending() {
      let isSeen = false;
      let words = '';
      return {
        see: () => {
          isSeen = true;
        },
        close: () => [],
        words: (text) => {
          words += text;
          return [];
        },
        finish: () => (isSeen ? [] : [saying(words)]),
      };
    },
  };
}

function usageOf(speaker: Speaker): Record<string, number> {
  const { inputTokens, outputTokens } = speaker.usage();
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}
