/**
 * One call to a model, tried again while its failure is one that passes.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { createRandom, type Random } from '@sente/engine';
import { askedWait, isRetryable, type Sleep, sleepFor } from '@sente/language';
import type { Gate } from './call-store.ts';

/** What a call needs. */
interface CallToMake {
  readonly model: LanguageModelV4;
  /** Names the provider at the gate; `provider/modelId` unless given. */
  readonly id?: string;
  readonly call: LanguageModelV4CallOptions;
  readonly signal?: AbortSignal;
  readonly gate?: Gate;
  readonly random?: Random;
  readonly retries?: number;
  readonly sleep?: Sleep;
  readonly now?: () => number;
}

const RETRIES = 8;
const FIRST_WAIT = 500;
const LONGEST_BACK_OFF = 30_000;
/** A provider that wants a longer rest has a quota that is used up: the run stops, and is taken up again later. */
const LONGEST_REST = 600_000;

/** What says that the provider has too much to do: everybody waits. Other failures are the call's own. */
const REFUSALS = new Set([429, 503, 529]);

/**
 * Waits for a place at the gate for every attempt. After 429 and 503 all calls to the provider rest, as long as
 * `Retry-After` says; after 408, 409, other 5xx and network errors this one does, 0.5, 1, 2, … 30 s with jitter.
 */
export async function makeCall(options: CallToMake): Promise<LanguageModelV4GenerateResult> {
  const { model, call, signal, gate, retries = RETRIES, sleep = sleepFor, now = Date.now } = options;
  const provider = options.id ?? `${model.provider}/${model.modelId}`;
  for (let failures = 0; ; failures++) {
    const passage = await gate?.enter(provider, signal);
    try {
      const result = await model.doGenerate(call);
      passage?.done();
      return result;
    } catch (error) {
      const isRefusal = REFUSALS.has((error as { statusCode?: number } | null)?.statusCode ?? 0);
      const wait = askedWait(error, now()) ?? backOff(failures, options.random);
      if (isRefusal) passage?.refused(wait);
      else passage?.failed();
      signal?.throwIfAborted();
      if (failures >= retries || !isRetryable(error) || wait > LONGEST_REST) throw error;
      // With a gate, the rest after a refusal is kept there, by all.
      if (!isRefusal || !gate) await sleep(wait, signal);
    }
  }
}

/** Between half and the whole of 0.5, 1, 2, … 30 seconds: equal jitter. */
function backOff(failures: number, random: Random = createRandom('jitter')): number {
  return Math.min(LONGEST_BACK_OFF, FIRST_WAIT * 2 ** failures) * (0.5 + random.next() / 2);
}
