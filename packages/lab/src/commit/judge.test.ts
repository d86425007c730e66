import { expect, it } from 'vitest';
import { entropy } from './judge.ts';

it('measures the spread of reveals in bits', () => {
  expect(entropy([4])).toBe(0);
  expect(entropy([2, 2])).toBe(1);
  expect(entropy([1, 1, 1, 1])).toBe(2);
  // 0.75 · log2(4/3) + 0.25 · 2, by hand.
  expect(entropy([3, 1])).toBeCloseTo(0.8112781, 6);
});
