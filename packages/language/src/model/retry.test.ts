import { APICallError } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { askedWait, type RetryRules, retrying } from './retry.ts';

function failure(statusCode: number, responseHeaders: Record<string, string> = {}): APICallError {
  return new APICallError({
    message: `status ${statusCode}`,
    url: 'http://x',
    requestBodyValues: {},
    statusCode,
    responseHeaders,
  });
}

/** Fails in this order, then succeeds; the waits between are recorded. */
async function run(
  failures: Error[],
  rules: Partial<RetryRules> = {},
): Promise<{ waits: number[]; tries: number; error?: unknown }> {
  const waits: number[] = [];
  let tries = 0;
  const all: RetryRules = {
    retries: 2,
    random: createRandom(1),
    now: () => 0,
    sleep: async (wait) => void waits.push(wait),
    ...rules,
  };
  try {
    await retrying(async () => {
      if (tries < failures.length) throw failures[tries++];
      tries++;
    }, all);
    return { waits, tries };
  } catch (error) {
    return { waits, tries, error };
  }
}

describe('retrying', () => {
  it('tries again after each status that passes', async () => {
    for (const status of [408, 409, 429, 500, 502, 503, 529]) {
      const { tries, error } = await run([failure(status)]);
      expect([status, tries, error]).toEqual([status, 2, undefined]);
    }
  });

  it('does not after others', async () => {
    for (const error of [failure(400), failure(401), failure(404), new Error('a bug')])
      expect(await run([error])).toMatchObject({ tries: 1, error });
  });

  it('gives up after two retries, with the last error', async () => {
    const last = failure(503);
    const { tries, error } = await run([failure(500), failure(500), last, failure(500)]);
    expect(tries).toBe(3);
    expect(error).toBe(last);
  });

  it('waits as long as the server asks', async () => {
    const date = new Date(5000).toUTCString();
    const { waits } = await run(
      [
        failure(429, { 'retry-after': '7' }),
        failure(429, { 'retry-after-ms': '120', 'retry-after': '9' }),
        failure(503, { 'Retry-After': date }),
      ],
      { retries: 3, now: () => 2000 },
    );
    expect(waits).toEqual([7000, 120, 3000]);
  });

  it('backs off exponentially otherwise, with jitter from the seed', async () => {
    const failures = Array.from({ length: 7 }, () => failure(500));
    const { waits } = await run(failures, { retries: 7 });
    const again = await run(failures, { retries: 7 });
    const other = await run(failures, { retries: 7, random: createRandom(2) });
    for (const [i, wait] of waits.entries()) {
      const whole = Math.min(8000, 500 * 2 ** i);
      expect(wait).toBeGreaterThanOrEqual(whole / 2);
      expect(wait).toBeLessThanOrEqual(whole);
    }
    expect(again.waits).toEqual(waits);
    expect(other.waits).not.toEqual(waits);
  });

  it('gives up at once when the wait would exceed what is left, or a minute', async () => {
    const slow = failure(429, { 'retry-after': '3' });
    expect(await run([slow], { left: () => 2999 })).toMatchObject({ waits: [], tries: 1, error: slow });
    expect(await run([slow], { left: () => 3001 })).toMatchObject({ waits: [3000], tries: 2 });
    expect(await run([failure(429, { 'retry-after': '61' })])).toMatchObject({ waits: [], tries: 1 });
  });

  it('stops with the signal’s reason', async () => {
    const stop = new AbortController();
    const left = new Error('client left');
    const { tries, error } = await run([failure(500)], { signal: stop.signal, sleep: async () => stop.abort(left) });
    expect(error).toBe(left);
    expect(tries).toBe(1);
  });
});

describe('askedWait', () => {
  it('is nothing when the server says nothing readable', () => {
    expect(askedWait(failure(429), 0)).toBeUndefined();
    expect(askedWait(failure(429, { 'retry-after': 'soon' }), 0)).toBeUndefined();
    expect(askedWait(new Error('network'), 0)).toBeUndefined();
    expect(askedWait(failure(429, { 'retry-after': new Date(0).toUTCString() }), 9000)).toBe(0);
  });
});
