import { describe, expect, it } from 'vitest';
import { checkGradient } from './gradient-check.test.support.ts';
import { matmul, matmulTransposed } from './matmul.ts';

describe('products of matrices', () => {
  it('multiplies, and takes the gradient back to both sides', async () => {
    const { result, given } = await checkGradient({
      inputs: { a: [3, 4], b: [4, 2] },
      build: (tape, { a, b }) => matmul(tape, a, b),
    });
    const { a, b } = given;
    const last = a[8] * b[1] + a[9] * b[3] + a[10] * b[5] + a[11] * b[7];
    expect(result[5]).toBeCloseTo(last, 5);
  });

  it('does so with the second one transposed', async () => {
    const { result, given } = await checkGradient({
      inputs: { a: [3, 4], b: [5, 4] },
      build: (tape, { a, b }) => matmulTransposed(tape, a, b),
    });
    const { a, b } = given;
    expect(result[14]).toBeCloseTo(a[8] * b[16] + a[9] * b[17] + a[10] * b[18] + a[11] * b[19], 5);
  });
});
