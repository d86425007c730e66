/**
 * Runs a turn on a model through the AI SDK, which runs the tools.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  generateText,
  isStepCount,
  type LanguageModelCallOptions,
  type ModelMessage,
  streamText,
  type ToolSet,
} from 'ai';
import type { StreamedReply } from './assistant.ts';
import type { Answered, Reply } from './reply.ts';

const STEPS = 8;

/** One turn. */
export interface RunOptions {
  readonly model: LanguageModelV4;
  readonly system?: string;
  readonly tools: ToolSet;
  readonly steps?: number;
  readonly settings?: LanguageModelCallOptions;
  readonly messages: ModelMessage[];
  readonly signal?: AbortSignal;
}

function forSdk({ model, system, tools, steps = STEPS, settings, messages, signal }: RunOptions) {
  return {
    ...settings,
    model,
    messages,
    stopWhen: isStepCount(steps),
    ...(system && { instructions: system }),
    ...(Object.keys(tools).length > 0 && { tools }),
    ...(signal && { abortSignal: signal }),
  };
}

/** Whole. */
export async function askWhole(options: RunOptions): Promise<Answered> {
  return generateText(forSdk(options));
}

/** A run whose words are passed on as they come. */
export interface Streaming {
  readonly done: Promise<Answered>;
  /** What was passed on so far. */
  seen(): string;
}

/**
 * A reply as a stream. `start` is given what runs a turn and passes its words on, and a signal that is aborted when the
 * stream is cancelled.
 */
export function streamed(
  start: (push: (options: RunOptions) => Streaming, signal: AbortSignal) => Promise<Reply>,
): StreamedReply {
  const left = new AbortController();
  let out: ReadableStreamDefaultController<string>;
  // Nobody need read it, so it takes all that comes.
  const textStream = new ReadableStream<string>({
    start: (controller) => {
      out = controller;
    },
    cancel: (reason) => left.abort(reason),
  });
  const push = (options: RunOptions): Streaming => {
    let text = '';
    const pass = (delta: string): void => {
      text += delta;
      if (!left.signal.aborted) out.enqueue(delta);
    };
    return { done: passOn(options, pass), seen: () => text };
  };
  const reply = start(push, left.signal);
  reply.then(
    () => left.signal.aborted || out.close(),
    (error) => left.signal.aborted || out.error(error),
  );
  return { textStream, reply };
}

async function passOn(options: RunOptions, pass: (delta: string) => void): Promise<Answered> {
  options.signal?.throwIfAborted();
  const result = streamText({ ...forSdk(options), onError: () => {} }); // it is thrown below
  let step = '';
  let isFirst = true;
  for await (const part of result.stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'abort')
      throw options.signal?.reason ?? new DOMException('The reply was called off.', 'AbortError');
    if (part.type === 'start-step') step = '';
    if (part.type !== 'text-delta' || part.text === '') continue;
    // Steps are set apart as they are in the whole reply.
    if (step === '' && !isFirst) pass('\n\n');
    step += part.text;
    isFirst = false;
    pass(part.text);
  }
  const [steps, finishReason, usage, responseMessages] = await Promise.all([
    result.steps,
    result.finishReason,
    result.usage,
    result.responseMessages,
  ]);
  return { steps, finishReason, usage, responseMessages };
}
