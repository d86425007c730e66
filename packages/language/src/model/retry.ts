/**
 * Trying again: after 408, 409, 429, 5xx and network errors, when the server says so, and never longer than is left.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Sleep } from './sleep.ts';

/** How to try again. */
export interface RetryRules {
  /** Further attempts after the first; 2 is usual. */
  readonly retries: number;
  /** Jitter is drawn from it. */
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly signal?: AbortSignal;
  /** Milliseconds left for waiting and trying; not limited by default. */
  readonly left?: () => number;
  /** Errors that another attempt would only repeat. None by default. */
  readonly final?: (error: unknown) => boolean;
}

const FIRST_WAIT = 500;
const LONGEST_BACK_OFF = 8_000;
/** A server that wants a longer wait is down for this turn. */
const LONGEST_WAIT = 60_000;

/** Errors of the AI SDK's providers say it themselves, whatever version of the class they are made from. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'isRetryable' in error && error.isRetryable === true;
}

/**
 * Milliseconds that the server asks us to wait: `retry-after-ms`, else `Retry-After` in seconds or as an HTTP date.
 * Undefined when it does not say, or says something unreadable.
 */
export function askedWait(error: unknown, now: number): number | undefined {
  const headers = (error as { readonly responseHeaders?: Record<string, string> } | null)?.responseHeaders ?? {};
  const header = (name: string): string =>
    Object.entries(headers)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      ?.trim() ?? '';
  const number = (text: string): number | undefined => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);
  const milliseconds = number(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const seconds = number(header('retry-after'));
  if (seconds !== undefined) return seconds * 1000;
  const date = Date.parse(header('retry-after'));
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Exponential back-off, between half and the whole of 0.5, 1, 2, … 8 seconds: equal jitter. */
function backOff(attempt: number, random: Random): number {
  return Math.min(LONGEST_BACK_OFF, FIRST_WAIT * 2 ** attempt) * (0.5 + random.next() / 2);
}

/**
 * Runs `attempt` until it succeeds, the retries are spent, the error is final, or the wait would exceed what is left (or
 * one minute): then the error is thrown at once rather than after a wait for nothing. Throws the signal's reason when
 * aborted.
 */
export async function retrying<T>(attempt: () => Promise<T>, rules: RetryRules): Promise<T> {
  for (let failures = 0; ; failures++) {
    rules.signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      rules.signal?.throwIfAborted();
      if (failures >= rules.retries || !isRetryable(error) || rules.final?.(error)) throw error;
      const wait = askedWait(error, rules.now()) ?? backOff(failures, rules.random);
      if (wait > LONGEST_WAIT || wait >= (rules.left?.() ?? Number.POSITIVE_INFINITY)) throw error;
      await rules.sleep(wait, rules.signal);
    }
  }
}
