import { describe, expect, it } from 'vitest';
import { checkGradient } from './gradient-check.test.support.ts';
import { relu } from './relu.ts';

describe('relu', () => {
  it('lets through what is above 0, and the gradient where it did', async () => {
    const { result, given } = await checkGradient({ inputs: { x: [3, 5] }, build: (tape, { x }) => relu(tape, x) });
    expect([...result]).toEqual([...given.x].map((one) => Math.max(0, one)));
    expect(result.some((one) => one === 0)).toBe(true);
  });
});
