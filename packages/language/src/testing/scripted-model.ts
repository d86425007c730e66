/**
 * A language model for tests that answers by the label of the layer's prompt (`read`, `weigh`, …).
 * @module
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { type Sleep, sleepFor } from '../model/sleep.ts';

/**
 * What a script replies: text; an object, written as JSON; an Error, thrown; a wait before another reply; or a whole
 * result of the AI SDK (an object with `content` and `finishReason`), for log-probabilities, warnings and usage.
 */
export type ScriptReply = string | object | Error | { readonly delayMs: number; readonly reply?: ScriptReply };

/** One call as a script sees it. */
export interface ScriptedCall {
  /** The layer's label, `bare` for calls that carry none: the host's own. */
  readonly label: string;
  /** All text of the prompt, one line break between messages. */
  readonly prompt: string;
  readonly options: LanguageModelV4CallOptions;
  readonly streamed: boolean;
  /** How many calls with this label came before: 0 for the first. */
  readonly before: number;
}

/** A reply, a list of replies (the last one repeats), or a function of the call. */
export type Script =
  | ScriptReply
  | readonly ScriptReply[]
  | ((call: ScriptedCall) => ScriptReply | Promise<ScriptReply>);

/** A scripted model, and what it was asked. */
export interface ScriptedModel extends LanguageModelV4 {
  readonly calls: readonly ScriptedCall[];
}

function promptText(options: LanguageModelV4CallOptions): string {
  return options.prompt
    .map((message) =>
      typeof message.content === 'string'
        ? message.content
        : message.content.map((part) => (part.type === 'text' ? part.text : `[${part.type}]`)).join('\n'),
    )
    .join('\n');
}

function isResult(reply: object): reply is LanguageModelV4GenerateResult {
  return 'content' in reply && Array.isArray(reply.content) && 'finishReason' in reply;
}

function result(reply: string | object, prompt: string): LanguageModelV4GenerateResult {
  if (typeof reply === 'object' && isResult(reply)) return reply;
  const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
  const input = Math.ceil(prompt.length / 4);
  const output = Math.ceil(text.length / 4);
  return {
    content: [{ type: 'text', text }],
    finishReason: { unified: 'stop', raw: 'stop' },
    usage: {
      inputTokens: { total: input, noCache: input, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: output, text: output, reasoning: undefined },
    },
    warnings: [],
  };
}

/** The result as a stream: text in deltas of a word each, other parts as they are. */
function* parts(made: LanguageModelV4GenerateResult): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: made.warnings };
  for (const [i, part] of made.content.entries()) {
    const id = String(i);
    if (part.type === 'text' || part.type === 'reasoning') {
      yield { type: `${part.type}-start`, id };
      for (const delta of part.text.match(/\s*\S+\s*/g) ?? [part.text]) yield { type: `${part.type}-delta`, id, delta };
      yield { type: `${part.type}-end`, id };
    } else yield part;
  }
  const { finishReason, usage, providerMetadata } = made;
  yield { type: 'finish', finishReason, usage, ...(providerMetadata === undefined ? {} : { providerMetadata }) };
}

/**
 * Answers each label by its script: `read`, `read:repair`, …; a label without one is answered by `default`, and with
 * neither the call throws, naming the label. Waits are called off by the call's abort signal. `usage` is a quarter of
 * the characters.
 */
export function scriptedModel(scripts: Readonly<Record<string, Script>>, sleep: Sleep = sleepFor): ScriptedModel {
  const calls: ScriptedCall[] = [];
  async function answer(
    options: LanguageModelV4CallOptions,
    streamed: boolean,
  ): Promise<LanguageModelV4GenerateResult> {
    const label = String(options.providerOptions?.sente?.label ?? 'bare');
    const before = calls.filter((call) => call.label === label).length;
    const call: ScriptedCall = { label, prompt: promptText(options), options, streamed, before };
    calls.push(call);
    options.abortSignal?.throwIfAborted();
    const script = Object.hasOwn(scripts, label) ? scripts[label] : scripts.default;
    if (script === undefined)
      throw new Error(`No script for \`${label}\`, and no \`default\`: add one to scriptedModel.`);
    let reply: ScriptReply;
    if (typeof script === 'function') reply = await (script as (call: ScriptedCall) => ScriptReply)(call);
    else reply = Array.isArray(script) ? script[Math.min(before, script.length - 1)] : (script as ScriptReply);
    while (typeof reply === 'object' && 'delayMs' in reply) {
      await sleep(reply.delayMs, options.abortSignal);
      reply = reply.reply ?? '';
    }
    if (reply instanceof Error) throw reply;
    return result(reply, call.prompt);
  }
  return {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    calls,
    doGenerate: (options) => answer(options, false),
    async doStream(options) {
      const made = parts(await answer(options, true));
      const stream = new ReadableStream<LanguageModelV4StreamPart>({
        pull(controller) {
          const next = made.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        },
      });
      return { stream };
    },
  };
}
