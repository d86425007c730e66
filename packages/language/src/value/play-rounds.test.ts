import type { Draw } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { BudgetSpentError } from '../model/meter.ts';
import { allocate } from './allocate.ts';
import { createRounds, type RoundOptions } from './play-rounds.ts';

const draws = (acts: number, samples: number): Draw[] =>
  Array.from({ length: acts * samples }, (_, i) => ({ act: i % acts, sample: Math.floor(i / acts) }));

const rounds = (options: Partial<RoundOptions>) =>
  createRounds({
    play: async ({ act, sample }) => 10 * act + sample,
    calls: () => 1,
    left: () => Number.POSITIVE_INFINITY,
    concurrency: 2,
    ...options,
  });

describe('rounds of imagined conversations', () => {
  it('plays all, so many side by side', async () => {
    let now = 0;
    let most = 0;
    const round = rounds({
      concurrency: 3,
      async play() {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now--;
        return 1;
      },
    });
    const values = await round.play(draws(2, 4));
    expect([...values.values()]).toEqual(new Array(8).fill(1));
    expect(most).toBe(3);
    expect(round.isSpent).toBe(false);
  });

  it('counts no sample that some act did not get before the budget ended', async () => {
    let left = 5;
    const round = rounds({
      left: () => left,
      play: async ({ act, sample }) => {
        left--;
        return 10 * act + sample;
      },
    });
    const values = [...(await round.play(draws(2, 4))).values()];
    expect(values).toEqual([0, 10, 1, 11, undefined, undefined, undefined, undefined]);
    expect(round.isSpent).toBe(true);
  });

  it('goes on with the calls that conversations did not need', async () => {
    let left = 8;
    const round = rounds({
      calls: () => 2,
      left: () => left,
      play: async () => {
        left -= 1;
        return 1;
      },
    });
    const values = [...(await round.play(draws(2, 4))).values()];
    expect(values.filter((value) => value !== undefined)).toHaveLength(6);
    expect(left).toBeGreaterThanOrEqual(0);
  });

  it('leaves a failed sample out for its act alone, and ends at a spent budget', async () => {
    const failing = rounds({
      play: async ({ act, sample }) => {
        if (act === 1 && sample === 0) throw new Error('no');
        if (act === 0 && sample === 2) throw new BudgetSpentError('tokens', 1, 2);
        return 1;
      },
      concurrency: 1,
    });
    expect([...(await failing.play(draws(2, 3))).values()]).toEqual([1, undefined, 1, 1, undefined, undefined]);
    expect(failing.isSpent).toBe(true);
  });
});

describe('equal allocation', () => {
  it('gives each act the same samples and finds the greatest mean over those that came', () => {
    const allocation = allocate('equal', 3, 2);
    const all = allocation.next();
    expect(all).toEqual(draws(3, 2));
    const value: Record<number, (number | undefined)[]> = { 0: [1, undefined], 1: [3, 2], 2: [undefined, undefined] };
    for (const draw of all) allocation.tell(draw, value[draw.act][draw.sample]);
    expect(allocation.means()).toEqual([1, 2.5, Number.NaN]);
    expect(allocation.best()).toBe(1);
    expect(allocation.next()).toEqual([]);
  });
});
