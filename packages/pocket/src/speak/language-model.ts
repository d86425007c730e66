/**
 * A checkpoint as a model of the AI SDK: for `generateText`, `streamText`, middleware, the layer, probes and proxy.
 *
 * It knows its shop and nothing else: the system prompt is left out, words that it has never met are read as unknown.
 * The same prompt, seed and checkpoint give the same reply.
 * @module
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { fingerprint } from '../checkpoint/fingerprint.ts';
import { special } from '../model/special.ts';
import { promptTurns } from './prompt-turns.ts';
import { createSpeaker, REPLY_LIMIT } from './speaker.ts';
import { createSpelling } from './spell-out.ts';
import { stopAt } from './stop-at.ts';

/** What calls go by that do not say. */
export interface PocketLanguageModelOptions {
  /** 0 unless given. */
  readonly seed?: number | string;
  /** 1 unless given: the model as it was trained. 0: the likeliest word in each place. */
  readonly temperature?: number;
}

/** Makes the model. Its `modelId` ends in a fingerprint of the weights. Throws RangeError as `createSpeaker` does. */
export function pocketLanguageModel(
  checkpoint: Checkpoint,
  { seed: ownSeed = 0, temperature: own = 1 }: PocketLanguageModelOptions = {},
): LanguageModelV4 {
  const speaker = createSpeaker(checkpoint);
  const modelId = `${checkpoint.card.name}@${fingerprint(checkpoint)}`;

  /** Says the words one after the other; the stream's parts between `text-start` and `finish`. */
  function* speak(options: LanguageModelV4CallOptions): Generator<string, Said, void> {
    const { abortSignal, maxOutputTokens = REPLY_LIMIT, temperature = own, seed = ownSeed } = options;
    abortSignal?.throwIfAborted();
    const { turns } = promptTurns(options.prompt);
    const prompt = speaker.prompt(turns);
    const random = createRandom(seed).split(JSON.stringify(turns));
    const limit = Math.max(1, Math.min(REPLY_LIMIT, maxOutputTokens));
    const speaking = speaker.model.speak(prompt, { temperature, random, limit, stop: special('<end>') });
    const spell = createSpelling();
    const stop = stopAt(options.stopSequences ?? []);
    let drawn = 0;
    for (;;) {
      const { value, done } = speaking.next();
      abortSignal?.throwIfAborted();
      if (done) {
        yield stop.rest();
        return { prompt: prompt.length, drawn: drawn + (value ? 1 : 0), finished: value };
      }
      drawn++;
      const word = speaker.tokenizer.decode([value]);
      if (word !== '') yield stop.push(spell(word));
      if (stop.stopped) return { prompt: prompt.length, drawn, finished: true };
    }
  }

  return {
    specificationVersion: 'v4',
    provider: 'pocket',
    modelId,
    supportedUrls: {},
    async doGenerate(options) {
      let text = '';
      const speaking = speak(options);
      for (;;) {
        const { value, done } = speaking.next();
        if (!done) {
          text += value;
          continue;
        }
        return {
          content: text === '' ? [] : [{ type: 'text', text }],
          ...endOf(value),
          warnings: warningsOf(options),
          response: { modelId },
        };
      }
    },
    async doStream(options) {
      options.abortSignal?.throwIfAborted();
      const parts = streamParts(speak(options), warningsOf(options), modelId);
      const stream = new ReadableStream<LanguageModelV4StreamPart>({
        // An abort is thrown here, and is the stream's error.
        pull(controller) {
          const { value, done } = parts.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
      });
      return { stream };
    },
  };
}

/** How a reply came to its end. */
interface Said {
  /** Tokens that were read. */
  readonly prompt: number;
  /** Tokens that were drawn, `<end>` included. */
  readonly drawn: number;
  /** By itself, or at a stop sequence. */
  readonly finished: boolean;
}

function* streamParts(
  speaking: Generator<string, Said, void>,
  warnings: SharedV4Warning[],
  modelId: string,
): Generator<LanguageModelV4StreamPart, void, void> {
  const id = '0';
  yield { type: 'stream-start', warnings };
  yield { type: 'response-metadata', modelId };
  let isOpen = false;
  for (;;) {
    const { value, done } = speaking.next();
    if (done) {
      if (isOpen) yield { type: 'text-end', id };
      yield { type: 'finish', ...endOf(value) };
      return;
    }
    if (value === '') continue;
    if (!isOpen) yield { type: 'text-start', id };
    isOpen = true;
    yield { type: 'text-delta', id, delta: value };
  }
}

function endOf({ prompt, drawn, finished }: Said): {
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
} {
  return {
    finishReason: finished ? { unified: 'stop', raw: 'stop' } : { unified: 'length', raw: 'length' },
    usage: {
      inputTokens: { total: prompt, noCache: prompt, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: drawn, text: drawn, reasoning: undefined },
    },
  };
}

/** What a call wants and does not get. */
function warningsOf(options: LanguageModelV4CallOptions): SharedV4Warning[] {
  const { tools = [], responseFormat, reasoning } = options;
  const settings = (['topP', 'topK', 'presencePenalty', 'frequencyPenalty'] as const).filter(
    (setting) => options[setting] !== undefined,
  );
  const unsupported = [
    ...(tools.length > 0 ? ['tools'] : []),
    ...(responseFormat?.type === 'json' ? ['responseFormat'] : []),
    ...(reasoning !== undefined && reasoning !== 'provider-default' && reasoning !== 'none' ? ['reasoning'] : []),
    ...settings,
  ].map((feature): SharedV4Warning => ({ type: 'unsupported', feature }));
  const { hasMore } = promptTurns(options.prompt);
  const unread = 'the pocket model reads words only: files and results of tools were left out';
  return hasMore ? [...unsupported, { type: 'other', message: unread }] : unsupported;
}
