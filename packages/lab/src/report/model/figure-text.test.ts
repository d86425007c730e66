import { expect, it } from 'vitest';
import { differenceRange, differenceText, figureText, rangeText, valueText } from './figure-text.ts';

it.each([
  [0.934, 'share', '93.4%'],
  [1, 'share', '100%'],
  [0.0004, 'share', '0.0%'],
  [4.206, 'turns', '4.21'],
  [10.96, 'turns', '11.0'],
  [12345.6, 'tokens', '12,346'],
  [-0.001, 'turns', '0.00'],
  [-3, 'turns', '−3.00'],
  [0.2281, 'number', '0.228'],
  [Number.NaN, 'share', '–'],
  [null, 'share', '–'],
  [Number.POSITIVE_INFINITY, 'turns', '–'],
] as const)('%d as %s is %s', (value, unit, text) => expect(valueText(value, unit)).toBe(text));

it('gives differences a sign, and shares points', () => {
  expect([differenceText(0.12, 'share'), differenceText(-1.5, 'turns')]).toEqual(['+12.0 pts', '−1.50']);
  expect([differenceText(0, 'share'), differenceText(-0.001, 'turns')]).toEqual(['0.0 pts', '0.00']);
  expect(differenceRange(-0.04, 0.19, 'share')).toBe('−4.0 … +19.0');
  expect(differenceRange(0, 0)).toBe('');
});

it('leaves an interval out that is a point or none', () => {
  const figure = { mean: 0.93, low: 0.9, high: 0.95, n: 10 };
  expect(rangeText(figure, 'share')).toBe('90.0–95.0');
  expect(rangeText({ ...figure, low: -0.5 }, 'turns')).toBe('−0.50 … 0.95');
  expect(rangeText({ ...figure, low: 0.93, high: 0.93 })).toBe('');
  expect(figureText({ ...figure, low: Number.NaN }, 'share')).toBe('93.0%');
  expect(figureText(undefined)).toBe('–');
});
