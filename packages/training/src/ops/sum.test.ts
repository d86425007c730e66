import { describe, expect, it } from 'vitest';
import { multiply } from './elementwise.ts';
import { checkGradient } from './gradient-check.test.support.ts';
import { sideBySide, sum } from './sum.ts';

describe('sum', () => {
  it('adds up over any axis', async () => {
    for (const [axis, shape] of [
      [0, [3, 4]],
      [1, [2, 4]],
      [2, [2, 3]],
    ] as const) {
      const { result } = await checkGradient({
        inputs: { x: [2, 3, 4] },
        build: (tape, { x }) => sum(tape, multiply(tape, x, x), axis),
      });
      expect(result).toHaveLength(shape[0] * shape[1]);
    }
    const { result, given } = await checkGradient({ inputs: { x: [2, 3] }, build: (tape, { x }) => sum(tape, x, 1) });
    expect(result[1]).toBeCloseTo(given.x[3] + given.x[4] + given.x[5], 6);
  });
});

describe('side by side', () => {
  it('keeps rows together', async () => {
    const { result, given } = await checkGradient({
      inputs: { a: [2, 3], b: [2, 1] },
      build: (tape, { a, b }) => sideBySide(tape, a, b),
    });
    expect([...result]).toEqual([...given.a.subarray(0, 3), given.b[0], ...given.a.subarray(3), given.b[1]]);
  });
});
