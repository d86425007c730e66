import { describe, expect, it } from 'vitest';
import { squaredReluProduct } from './feed-forward.ts';
import { checkGradient } from './gradient-check.test.support.ts';

describe('product behind a squared ReLU', () => {
  it('squares what is above zero, multiplies, and takes the gradient back to both', async () => {
    const { result, given } = await checkGradient({
      inputs: { x: [4, 5], matrix: [5, 3] },
      build: (tape, { x, matrix }) => squaredReluProduct(tape, x, matrix),
    });
    const { x, matrix } = given;
    let first = 0;
    for (let i = 0; i < 5; i++) first += Math.max(0, x[i]) ** 2 * matrix[3 * i];
    expect(result[0]).toBeCloseTo(first, 5);
    expect(x.some((one) => one < 0) && x.some((one) => one > 0)).toBe(true);
  });
});
