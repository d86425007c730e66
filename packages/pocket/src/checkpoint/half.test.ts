import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHalf, toHalf } from './half.ts';

it('reads every half and writes it back', () => {
  for (let half = 0; half < 0x10000; half++) {
    const value = fromHalf(half);
    if (Number.isNaN(value)) expect(Number.isNaN(fromHalf(toHalf(value)))).toBe(true);
    else expect(toHalf(value)).toBe(half);
  }
});

it('knows the numbers of the standard', () => {
  expect([0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x3555].map(fromHalf)).toEqual([
    1,
    -2,
    65504,
    2 ** -14,
    2 ** -24,
    0.333251953125,
  ]);
  expect(Object.is(fromHalf(0x8000), -0)).toBe(true);
  expect(fromHalf(0xfc00)).toBe(Number.NEGATIVE_INFINITY);
});

it('rounds to the nearest half; between two, to the even one', () => {
  // Halfway between each two neighbours, and one float to either side of it.
  for (let half = 0; half < 0x7c00; half++) {
    const next = half + 1 === 0x7c00 ? 65536 : fromHalf(half + 1);
    const between = (fromHalf(half) + next) / 2;
    const even = half % 2 === 0 ? half : half + 1;
    expect([toHalf(between * (1 - 2 ** -23)), toHalf(between), toHalf(between * (1 + 2 ** -23))]).toEqual([
      half,
      even,
      half + 1,
    ]);
    expect(toHalf(-between)).toBe(even | 0x8000);
  }
});

it('is never further off than half a step', () => {
  fc.assert(
    fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
      const error = Math.abs(fromHalf(toHalf(value)) - value);
      const step = 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(value) || 1)) - 10);
      expect(error).toBeLessThanOrEqual(step / 2);
    }),
  );
});
