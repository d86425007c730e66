import { describe, expect, it } from 'vitest';
import { add, multiply } from './elementwise.ts';
import { checkGradient } from './gradient-check.test.support.ts';
import { reshape, transpose, unstack } from './layout.ts';

describe('layout', () => {
  it('reshapes', async () => {
    const { result, given } = await checkGradient({
      inputs: { x: [2, 6] },
      build: (tape, { x }) => reshape(tape, x, [3, 2, 2]),
    });
    expect([...result]).toEqual([...given.x]);
  });

  it('transposes in an order that is not its own inverse', async () => {
    const { result, given } = await checkGradient({
      inputs: { x: [2, 3, 4] },
      build: (tape, { x }) => transpose(tape, x, [2, 0, 1]),
    });
    expect(result[(3 * 2 + 1) * 3 + 2]).toBe(given.x[(1 * 3 + 2) * 4 + 3]);
  });

  it('takes apart, with a use of its own for each part', async () => {
    await checkGradient({
      inputs: { x: [3, 2, 2, 2] },
      build: (tape, { x }) => {
        const [a, b, c] = unstack(tape, x);
        return add(tape, multiply(tape, a, b), c);
      },
    });
  });
});
