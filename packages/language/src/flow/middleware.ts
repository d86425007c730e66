/**
 * The layer as a middleware of the AI SDK, around a model's `doGenerate` and `doStream`.
 * @module
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4Middleware,
  LanguageModelV4StreamPart,
  LanguageModelV4StreamResult,
} from '@ai-sdk/provider';
import { memorySessions } from '../session/memory-sessions.ts';
import type { SessionStore } from '../session/session-store.ts';
import { startSession } from '../session/start-session.ts';
import { fromPrompt } from '../transcript/from-prompt.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Layer } from '../turn/layer.ts';
import type { InitiativeOptions } from '../turn/options.ts';
import { carryOut } from './carry-out.ts';
import { describeTurn } from './describe-turn.ts';
import type { Exchange, Service } from './exchange.ts';
import { readRequestOptions } from './request-options.ts';
import { resultForm } from './result-form.ts';
import { rewritePrompt, type WritePlan } from './rewrite.ts';
import { partsOf, through, toStream } from './source.ts';
import { streamForm } from './stream-form.ts';

/** Settings of the way in, beside the layer's. */
export interface WayInOptions extends InitiativeOptions, Pick<Service, 'begin' | 'safe' | 'sleep'> {
  /** Where sessions are kept; in memory by default. */
  readonly sessions?: SessionStore;
}

/** The parts of a reply's head that the AI SDK wants back. */
type StreamHead = Pick<LanguageModelV4StreamResult, 'request' | 'response'>;

/** The client's own options but for the signal, which calls the request off when another reply goes out. */
function asked(
  params: LanguageModelV4CallOptions,
  plan: WritePlan | undefined,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  return plan === undefined
    ? { ...params, abortSignal }
    : { ...params, abortSignal, prompt: rewritePrompt(params.prompt, plan) };
}

/** The middleware around any layer. Throws HostCommitmentsError. */
export function layerMiddleware(layer: Layer, options: WayInOptions = {}): LanguageModelV4Middleware {
  const begin = options.begin ?? (() => startSession(options));
  if (options.begin === undefined) begin(); // what is wrong with the options shows now, and not in every turn
  const service: Service = {
    layer,
    sessions: options.sessions ?? memorySessions({ now: options.now }),
    begin,
    deadline: options.deadline,
    safe: options.safe,
    sleep: options.sleep,
    now: options.now,
  };
  const request = (
    params: LanguageModelV4CallOptions,
    model: LanguageModelV4,
    transcript: Transcript,
  ): Omit<Exchange<never, never>, 'form' | 'call'> => ({
    ...service,
    mode: options.mode,
    ...readRequestOptions(params),
    transcript,
    model,
    signal: params.abortSignal,
  });

  return {
    specificationVersion: 'v4',
    async wrapGenerate({ doGenerate, params, model }) {
      if (readRequestOptions(params).off) return doGenerate();
      const transcript = fromPrompt(params);
      const { source, report } = await carryOut<LanguageModelV4GenerateResult, undefined>({
        ...request(params, model, transcript),
        form: resultForm,
        call: async (plan, signal) => ({
          head: undefined,
          stream: single(await model.doGenerate(asked(params, plan, signal))),
        }),
      });
      let result: LanguageModelV4GenerateResult | undefined;
      for await (const whole of partsOf(source)) result = whole;
      const { providerMetadata, ...rest } = result!;
      return { ...rest, providerMetadata: { ...providerMetadata, sente: describeTurn(report(), transcript) } };
    },
    async wrapStream({ doStream, params, model }) {
      if (readRequestOptions(params).off) return doStream();
      const transcript = fromPrompt(params);
      const { head, source, report } = await carryOut<LanguageModelV4StreamPart, StreamHead>({
        ...request(params, model, transcript),
        form: streamForm,
        call: async (plan, signal) => {
          const { stream, ...head } = await model.doStream(asked(params, plan, signal));
          return { head, stream };
        },
      });
      async function* marked(): AsyncGenerator<LanguageModelV4StreamPart, void> {
        for await (const part of partsOf(source)) {
          if (part.type !== 'finish') yield part;
          else {
            const sente = describeTurn(report(), transcript);
            yield { ...part, providerMetadata: { ...part.providerMetadata, sente } };
          }
        }
      }
      return { ...head, stream: toStream(through(marked(), (reason) => source.cancel(reason))) };
    },
  };
}

function single<Part>(part: Part): ReadableStream<Part> {
  return new ReadableStream<Part>({
    start(controller) {
      controller.enqueue(part);
      controller.close();
    },
  });
}
