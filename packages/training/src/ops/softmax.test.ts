import { describe, expect, it } from 'vitest';
import { addFixed } from './elementwise.ts';
import { checkGradient } from './gradient-check.test.support.ts';
import { softmax } from './softmax.ts';

describe('softmax', () => {
  it('sums to 1 along the last axis, and takes the gradient back', async () => {
    const { result } = await checkGradient({ inputs: { s: [2, 3, 4] }, build: (tape, { s }) => softmax(tape, s) });
    for (let row = 0; row < 6; row++)
      expect(result.subarray(4 * row, 4 * row + 4).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
  });

  it('gives nothing to what is masked', async () => {
    const mask = Float32Array.of(0, -1e9, -1e9, 0, 0, -1e9, 0, 0, 0);
    const { result } = await checkGradient({
      inputs: { s: [2, 3, 3] },
      build: (tape, { s }) => softmax(tape, addFixed(tape, s, tape.graph.constant(mask, [3, 3]))),
    });
    for (const block of [0, 9]) {
      expect(result[block]).toBe(1);
      expect([result[block + 1], result[block + 2], result[block + 5]]).toEqual([0, 0, 0]);
    }
  });
});
