import { describe, expect, it } from 'vitest';
import { admit, afterFailure, type Breaker, BreakerOpenError, closedBreaker, createBreaker } from './breaker.ts';

function failing(times: number, now = 0): Breaker {
  let breaker = closedBreaker;
  for (let i = 0; i < times; i++) breaker = afterFailure(breaker, now);
  return breaker;
}

describe('breaker', () => {
  it('opens after five failures in a row, for 30 seconds', () => {
    expect(admit(failing(4), 0).admitted).toBe(true);
    expect(admit(failing(5), 29_999).admitted).toBe(false);
    expect(admit(failing(5), 30_000).admitted).toBe(true);
  });

  it('lets one trial through, and waits twice as long when it fails, ten minutes at most', () => {
    let breaker = failing(5);
    let now = 0;
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      if (breaker.is !== 'open') throw new Error('should be open');
      waits.push(breaker.until - now);
      now = breaker.until;
      breaker = admit(breaker, now).breaker;
      expect(admit(breaker, now).admitted).toBe(false);
      breaker = afterFailure(breaker, now);
    }
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
  });

  it('does not wait for a trial that never reports back', () => {
    const trial = admit(failing(5), 30_000).breaker;
    expect(admit(trial, 59_999).admitted).toBe(false);
    expect(admit(trial, 60_000).admitted).toBe(true);
  });
});

describe('createBreaker', () => {
  const fail = (): Promise<never> => Promise.reject(new Error('down'));

  it('stops running work that keeps failing, and closes after a trial that succeeds', async () => {
    let now = 0;
    let ran = 0;
    const breaker = createBreaker(() => now, { failures: 2, cool: 100 });
    for (let i = 0; i < 2; i++) await expect(breaker.run(fail)).rejects.toThrow('down');
    const work = (): Promise<number> => Promise.resolve(++ran);
    await expect(breaker.run(work)).rejects.toThrow(BreakerOpenError);
    expect(ran).toBe(0);
    now = 100;
    expect(await breaker.run(work)).toBe(1);
    expect(breaker.state()).toEqual(closedBreaker);
  });

  it('starts counting anew after a success', async () => {
    const breaker = createBreaker(() => 0, { failures: 2 });
    await expect(breaker.run(fail)).rejects.toThrow('down');
    await breaker.run(() => Promise.resolve());
    await expect(breaker.run(fail)).rejects.toThrow('down');
    expect(breaker.state().is).toBe('closed');
  });

  it('does not count what is not the model’s failure', async () => {
    let now = 0;
    const breaker = createBreaker(
      () => now,
      { failures: 1, cool: 10 },
      (error) => (error as Error).message === 'down',
    );
    const leave = (): Promise<never> => Promise.reject(new Error('client left'));
    await expect(breaker.run(leave)).rejects.toThrow('client left');
    expect(breaker.state().is).toBe('closed');
    await expect(breaker.run(fail)).rejects.toThrow('down');
    now = 10;
    await expect(breaker.run(leave)).rejects.toThrow('client left');
    expect(await breaker.run(() => Promise.resolve('next trial'))).toBe('next trial');
  });
});
