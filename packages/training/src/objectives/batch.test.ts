import { describe, expect, it } from 'vitest';
import { batchOf } from './batch.ts';
import { rateAt } from './learner.ts';
import { tieAt } from './multi-turn.ts';
import { textBatch } from './next-token.ts';

describe('batchOf', () => {
  it('weighs the tokens of replies alone, by the number of texts', () => {
    const { tokens, targets, weights, count } = batchOf(
      [
        { context: [2, 20], reply: [21, 4], weight: 3 },
        { context: [2], reply: [22, 23, 4], weight: [1, -1, 0.5] },
      ],
      { batch: 3, length: 4 },
    );
    expect([...tokens]).toEqual([2, 20, 21, 0, 2, 22, 23, 0, 0, 0, 0, 0]);
    expect([...targets]).toEqual([20, 21, 4, 0, 22, 23, 4, 0, 0, 0, 0, 0]);
    expect([...weights]).toEqual([0, 1.5, 1.5, 0, 0.5, -0.5, 0.25, 0, 0, 0, 0, 0]);
    expect(count).toBe(6);
  });

  it('cuts what is too long, and refuses more texts than there are rows', () => {
    const long = { context: [2, 20], reply: [21, 22, 23, 24], weight: 1 };
    expect([...batchOf([long], { batch: 1, length: 3 }).targets]).toEqual([20, 21, 22]);
    expect(() => batchOf([long, long], { batch: 1, length: 3 })).toThrow(RangeError);
  });

  it('makes the loss of whole texts the mean over their tokens', () => {
    const { weights } = textBatch(
      [
        [2, 20, 21],
        [2, 20, 21, 22, 23],
      ],
      { batch: 2, length: 6 },
    );
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
    expect(new Set(weights)).toEqual(new Set([0, Math.fround(1 / 6)]));
  });
});

describe('step sizes and ties', () => {
  it('rise over a tenth of the steps, then fall to a tenth of the peak', () => {
    const rates = Array.from({ length: 100 }, (_, step) => rateAt(step, 100, 2));
    expect(rates[0]).toBeCloseTo(0.2, 12);
    expect(Math.max(...rates)).toBe(2);
    expect(rates[10]).toBe(2);
    expect(rates.at(-1)).toBeCloseTo(0.22, 12);
    expect(tieAt(0, 100, 0.03)).toBe(0.03);
    expect(tieAt(99, 100, 0.03)).toBeCloseTo(0.003, 12);
  });
});
