import { describe, expect, it } from 'vitest';
import { duration, effectiveNumber, money, sum } from './figures.ts';

describe('figures', () => {
  it.each([
    [0, '0 ms'],
    [340.4, '340 ms'],
    [2400, '2.4 s'],
    [9960, '10 s'],
    [59_700, '1 min 0 s'],
    [72_000, '1 min 12 s'],
  ])('%d milliseconds are %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));

  it.each([
    [0, '0'],
    [0.004234, '0.0042'],
    [1.5, '1.50'],
  ])('an amount of %d is %s', (amount, words) => expect(money(amount)).toBe(words));

  it('adds up, and knows no money where none is known', () => {
    const one = { calls: 1, inputTokens: 10, outputTokens: 2, money: null };
    expect(sum([one, one])).toEqual({ calls: 2, inputTokens: 20, outputTokens: 4, money: null });
    expect(sum([one, { ...one, money: 0.5 }]).money).toBe(0.5);
  });

  it('counts how many people a belief amounts to', () => {
    expect(effectiveNumber([0.5, 0.5])).toBe(2);
    expect(effectiveNumber([1, 0])).toBe(1);
    expect(effectiveNumber([])).toBe(0);
  });
});
