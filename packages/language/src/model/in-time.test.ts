import { describe, expect, it } from 'vitest';
import { inTime } from './in-time.ts';

const spent = (): Error => new Error('spent');
const never = (): Promise<never> => new Promise(() => {});

describe('inTime', () => {
  it('gives what the work gives, and its error', async () => {
    expect(await inTime({ left: 1000, spent }, async () => 1)).toBe(1);
    await expect(inTime({ left: 1000, spent }, () => Promise.reject(new Error('own')))).rejects.toThrow('own');
  });

  it('ends work that does not listen', async () => {
    await expect(inTime({ left: 5, spent }, never)).rejects.toThrow('spent');
    const signal = AbortSignal.timeout(5);
    await expect(inTime({ signal, left: Number.POSITIVE_INFINITY, spent }, never)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('throws its own reason, whatever the work makes of the abort', async () => {
    const work = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('provider: aborted'))));
    await expect(inTime({ left: 5, spent }, work)).rejects.toThrow('spent');
  });

  it('does not begin for a client that has left', async () => {
    let began = false;
    const signal = AbortSignal.abort(new Error('left'));
    const work = async (): Promise<void> => {
      began = true;
    };
    await expect(inTime({ signal, left: 5, spent }, work)).rejects.toThrow('left');
    expect(began).toBe(false);
  });
});
