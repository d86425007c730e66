import { expect, it } from 'vitest';
import { rangeInWords, valueInWords } from './figure-words.ts';

it.each([
  [0.934, 'share', '93.4%'],
  [1, 'share', '100%'],
  [4.206, 'turns', '4.21'],
  [1234.5, 'tokens', '1,235'],
  [-0.5, 'number', '−0.500'],
  [-0.0001, 'turns', '0.00'],
  [null, 'share', '–'],
] as const)('%d as %s is %s', (value, unit, words) => expect(valueInWords(value, unit)).toBe(words));

it('gives no range for a point, or for nothing', () => {
  expect(rangeInWords({ mean: 0.5, low: 0.4, high: 0.6, n: 9 }, 'share')).toBe('40.0–60.0');
  expect(rangeInWords({ mean: 0, low: -1, high: 1, n: 9 }, 'turns')).toBe('−1.00 … 1.00');
  expect(rangeInWords({ mean: 1, low: 1, high: 1, n: 9 }, 'share')).toBe('');
  expect(rangeInWords({ mean: 1, low: null, high: 1, n: 9 }, 'share')).toBe('');
});
