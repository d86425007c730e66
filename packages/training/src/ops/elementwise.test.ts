import { describe, expect, it } from 'vitest';
import { add, multiply } from './elementwise.ts';
import { checkGradient } from './gradient-check.test.support.ts';

describe('number by number', () => {
  it('adds arrays of one shape', async () => {
    await checkGradient({ inputs: { a: [2, 3], b: [2, 3] }, build: (tape, { a, b }) => add(tape, a, b) });
  });

  it('adds an array again and again over leading axes, and sums its gradient over them', async () => {
    const { result, given } = await checkGradient({
      inputs: { a: [2, 2, 3], b: [3] },
      build: (tape, { a, b }) => add(tape, a, b),
    });
    expect(result[11]).toBeCloseTo(given.a[11] + given.b[2], 6);
    await checkGradient({ inputs: { a: [3, 2, 2], b: [2, 2] }, build: (tape, { a, b }) => add(tape, a, b) });
  });

  it('multiplies, by rows and by columns too', async () => {
    await checkGradient({ inputs: { a: [2, 3], b: [2, 3] }, build: (tape, { a, b }) => multiply(tape, a, b) });
    await checkGradient({ inputs: { a: [2, 3], b: [3] }, build: (tape, { a, b }) => multiply(tape, a, b) });
    const { result, given } = await checkGradient({
      inputs: { a: [2, 3], b: [2, 1] },
      build: (tape, { a, b }) => multiply(tape, a, b),
    });
    expect(result[4]).toBeCloseTo(given.a[4] * given.b[1], 6);
  });

  it('takes one value twice, and counts both', async () => {
    await checkGradient({ inputs: { a: [2, 3] }, build: (tape, { a }) => add(tape, multiply(tape, a, a), a) });
  });
});
