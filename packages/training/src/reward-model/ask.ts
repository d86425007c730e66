/**
 * Calls of one item's models: held back by the gate, timed, tried again, counted.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import { type Caller, createCaller, sleepFor } from '@sente/language';
import { callFailure, type RewardError, type RewardRole } from './reward-error.ts';
import type { FullRewardSettings } from './settings.ts';

/** All calls of one item. */
export interface Asking {
  /**
   * Makes a call. Throws RewardError when it failed after its retries, and the signal's reason when that was aborted.
   * @param about tells calls of one role apart, for the jitter between attempts
   */
  ask<T>(role: RewardRole, about: string, call: (caller: Caller, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Calls that were answered, and the tokens that they read and wrote. */
  used(): { readonly calls: number; readonly tokens: number };
}

const FIRST_WAIT = 500;
const LONGEST_BACK_OFF = 8_000;
/** A server that wants a longer wait is down for this item. */
const LONGEST_WAIT = 60_000;

/** Makes them. `random` draws the jitter. */
export function createAsking(settings: FullRewardSettings, random: Random, signal?: AbortSignal): Asking {
  const { gate, retries, timeout, sleep = sleepFor } = settings;
  const models: Readonly<Partial<Record<RewardRole, LanguageModelV4>>> = settings;
  const callers = new Map<RewardRole, Caller>();

  function callerOf(role: RewardRole, model: LanguageModelV4): Caller {
    const caller = callers.get(role) ?? createCaller(model, { retries: 0 });
    callers.set(role, caller);
    return caller;
  }

  async function attempt<T>(
    role: RewardRole,
    call: (caller: Caller, signal: AbortSignal) => Promise<T>,
  ): Promise<{ readonly value: T } | { readonly failure: RewardError }> {
    const model = models[role];
    if (model === undefined) throw new TypeError(`there is no model for the ${role}`);
    const passage = await gate?.enter(`${model.provider}/${model.modelId}`, signal);
    // The time for a call runs from here on: waiting in line is not the server's fault.
    const timer = AbortSignal.timeout(timeout);
    try {
      const value = await call(callerOf(role, model), signal === undefined ? timer : AbortSignal.any([signal, timer]));
      passage?.done();
      return { value };
    } catch (error) {
      const failure = callFailure(error, role, Date.now());
      if (failure.code === 'rate-limited') passage?.refused(failure.retryAfter);
      else passage?.failed();
      signal?.throwIfAborted();
      return { failure };
    }
  }

  return {
    async ask(role, about, call) {
      const jitter = random.split(`${role} ${about}`);
      for (let failures = 0; ; failures++) {
        signal?.throwIfAborted();
        const tried = await attempt(role, call);
        if ('value' in tried) return tried.value;
        const backOff = Math.min(LONGEST_BACK_OFF, FIRST_WAIT * 2 ** failures) * (0.5 + jitter.next() / 2);
        const wait = tried.failure.retryAfter ?? backOff;
        if (failures >= retries || !tried.failure.retryable || wait > LONGEST_WAIT) throw tried.failure;
        await sleep(wait, signal);
      }
    },
    used() {
      let calls = 0;
      let tokens = 0;
      for (const caller of callers.values()) {
        const usage = caller.usage();
        calls += usage.calls;
        tokens += usage.inputTokens + usage.outputTokens;
      }
      return { calls, tokens };
    },
  };
}
