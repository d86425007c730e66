/**
 * From what a model of the AI SDK says to a completion of OpenAI's protocol, whole or in events.
 * @module
 */
import type {
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';

/** What every completion and every chunk begins with. */
export interface CompletionHead {
  readonly id: string;
  /** Seconds. */
  readonly created: number;
  readonly model: string;
}

/** A whole one. */
export function completionDocument(head: CompletionHead, result: LanguageModelV4GenerateResult): Response {
  const content = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const message = { role: 'assistant', content, refusal: null };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: reasonOf(result.finishReason) }];
  return Response.json({ ...head, object: 'chat.completion', choices, usage: usageOf(result.usage) });
}

/** One in server-sent events; `wantsUsage`: with a last chunk that has it. What breaks off breaks the response off. */
export function completionEvents(
  head: CompletionHead,
  stream: ReadableStream<LanguageModelV4StreamPart>,
  wantsUsage: boolean,
): Response {
  const chunk = (rest: object): string => event(JSON.stringify({ ...head, object: 'chat.completion.chunk', ...rest }));
  const saying = (delta: object, reason: string | null = null): string =>
    chunk({ choices: [{ index: 0, delta, finish_reason: reason }], ...(wantsUsage && { usage: null }) });
  const events = stream.pipeThrough(
    new TransformStream<LanguageModelV4StreamPart, string>({
      transform(part, controller) {
        if (part.type === 'stream-start') controller.enqueue(saying({ role: 'assistant', content: '' }));
        if (part.type === 'text-delta') controller.enqueue(saying({ content: part.delta }));
        if (part.type === 'error') controller.error(part.error);
        if (part.type !== 'finish') return;
        controller.enqueue(saying({}, reasonOf(part.finishReason)));
        if (wantsUsage) controller.enqueue(chunk({ choices: [], usage: usageOf(part.usage) }));
        controller.enqueue(event('[DONE]'));
      },
    }),
  );
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  return new Response(events.pipeThrough(new TextEncoderStream()), { headers });
}

function event(data: string): string {
  return `data: ${data}\n\n`;
}

function reasonOf({ unified }: LanguageModelV4FinishReason): string {
  return unified === 'length' ? 'length' : 'stop';
}

function usageOf({ inputTokens, outputTokens }: LanguageModelV4Usage): object {
  const [read, written] = [inputTokens.total ?? 0, outputTokens.total ?? 0];
  return { prompt_tokens: read, completion_tokens: written, total_tokens: read + written };
}
