import { NORM_EPSILON } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { checkGradient } from './gradient-check.test.support.ts';
import { rmsNorm } from './rms-norm.ts';

describe('root-mean-square norm', () => {
  it('is its equation, and takes the gradient back', async () => {
    const { result, given } = await checkGradient({ inputs: { x: [3, 4] }, build: (tape, { x }) => rmsNorm(tape, x) });
    const row = given.x.subarray(4, 8);
    const root = Math.sqrt(row.reduce((sum, one) => sum + one * one, 0) / 4 + NORM_EPSILON);
    expect(result[6]).toBeCloseTo(row[2] / root, 5);
  });
});
