/**
 * A model whose replies are recorded: a call that was answered once is never made again, neither in this run nor when it
 * is taken up later, nor by another worker.
 * @module
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4Prompt,
} from '@ai-sdk/provider';
import { createRandom, type Random } from '@sente/engine';
import { estimateTokens, type Prices, type Sleep } from '@sente/language';
import { simulateStreamingMiddleware, wrapLanguageModel } from 'ai';
import { occurrenceKey, requestKey } from './call-key.ts';
import type { CallStore, Gate, StoredCall } from './call-store.ts';
import type { CostMeter } from './cost-meter.ts';
import { makeCall } from './make-call.ts';
import { createOccurrences } from './occurrences.ts';
import { priceOf, type RunBudget } from './run-budget.ts';
import { createSingleFlight, type SingleFlight } from './single-flight.ts';
import { readReply, writeReply } from './stored-reply.ts';

/** One model for one conversation. */
export interface RecordOptions {
  readonly model: LanguageModelV4;
  /** Its ID as the person typed it; goes into keys, and must be the same on every machine. `provider/modelId` unless given. */
  readonly id?: string;
  readonly calls: CallStore;
  readonly gate?: Gate;
  readonly budget?: RunBudget;
  readonly meter?: CostMeter;
  readonly prices?: Prices;
  /** 0 unless given. */
  readonly repeat?: number;
  /** Tells samplings of one request apart; '' unless given. */
  readonly fork?: string;
  /** The run's: stops everything. */
  readonly signal?: AbortSignal;
  /** Its replies are a function of prompt and seed: calls that name no seed get one from their key, so that repeats differ. */
  readonly isSeeded?: boolean;
  /** Jitter of waits is drawn from it; it shapes no reply. */
  readonly random?: Random;
  /** Further attempts after failures that pass; 8 unless given. */
  readonly retries?: number;
  readonly sleep?: Sleep;
  readonly now?: () => number;
}

/** Calls under way, for each store: conversations that ask the same at once wait for one call. */
const underWay = new WeakMap<CallStore, SingleFlight<StoredCall>>();

/**
 * `doGenerate` and `doStream` answer from the store, or make the call and keep it. Equal requests are counted: the second
 * one of a conversation is another call than the first, and stays so when the conversation is played again. What is
 * returned is always what is kept.
 *
 * Throws BudgetReachedError before a call that does not fit, the signal's reason when aborted, and what the model throws:
 * at once where another attempt would only repeat it, after the last attempt otherwise.
 */
export function recordModel(options: RecordOptions): LanguageModelV4 {
  const { model, calls, budget, meter, prices, repeat = 0, fork = '', isSeeded = false, signal: ofRun } = options;
  const id = options.id ?? `${model.provider}/${model.modelId}`;
  const jitter = options.random ?? createRandom('jitter');
  const occurrences = createOccurrences();
  const flights = underWay.get(calls) ?? createSingleFlight<StoredCall>();
  underWay.set(calls, flights);

  async function answered(key: string, call: LanguageModelV4CallOptions, signal: AbortSignal): Promise<StoredCall> {
    const known = await (calls.claim ? calls.claim(key, signal) : calls.get(key));
    if (known) {
      meter?.replayed(known);
      return known;
    }
    try {
      const allowed = await budget?.begin({ model: id, input: estimateTokens(promptText(call.prompt)), prices });
      let result: LanguageModelV4GenerateResult;
      try {
        result = await makeCall({
          ...options,
          id,
          random: jitter.split(key),
          call: {
            ...call,
            ...(isSeeded && { seed: call.seed ?? Number.parseInt(key.slice(0, 8), 16) }),
            abortSignal: signal,
          },
          signal,
        });
      } catch (error) {
        if (signal.aborted) allowed?.brokenOff();
        else allowed?.failed();
        throw error;
      }
      const input = result.usage.inputTokens.total || estimateTokens(promptText(call.prompt));
      const output = result.usage.outputTokens.total || estimateTokens(replyText(result));
      allowed?.answered(input, output);
      const usd = priceOf(input, output, prices);
      const made = { reply: writeReply(result), model: id, input, output, ...(usd === undefined ? {} : { usd }) };
      const kept = await calls.put(key, made);
      meter?.made(made);
      return kept;
    } catch (error) {
      calls.letGo?.(key);
      throw error;
    }
  }

  async function generate(call: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
    const signal = joined(ofRun, call.abortSignal);
    signal?.throwIfAborted();
    const request = requestKey({ model: id, options: call, repeat, fork });
    const occurrence = occurrences.take(request);
    const key = occurrenceKey(request, occurrence);
    try {
      return readReply((await flights.run(key, (stop) => answered(key, call, stop), signal)).reply);
    } catch (error) {
      occurrences.giveBack(request, occurrence);
      throw error;
    }
  }

  return wrapLanguageModel({
    model: {
      specificationVersion: 'v4',
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      doGenerate: generate,
      doStream: () => Promise.reject(new Error('streams are made from whole replies')),
    },
    middleware: simulateStreamingMiddleware(),
  });
}

function joined(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one && other ? AbortSignal.any([one, other]) : (one ?? other);
}

/** All words that are sent, for an estimate of their number. */
function promptText(prompt: LanguageModelV4Prompt): string {
  return prompt
    .map(({ content }) =>
      typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join('\n'),
    )
    .join('\n');
}

function replyText(result: LanguageModelV4GenerateResult): string {
  return result.content.map((part) => ('text' in part ? part.text : '')).join('');
}
