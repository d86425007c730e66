import { expect, it } from 'vitest';
import { judged } from './judge-policy.ts';

it('sums up: means, the share that was found, the standard error of the reward', () => {
  const all = judged({ rewards: Float64Array.of(1.2, 0, 0.8, 1), turns: Float64Array.of(2, 15, 6, 4) });
  expect(all).toEqual({
    reward: 0.75,
    error: expect.closeTo(Math.sqrt(0.45 ** 2 + 0.75 ** 2 + 0.05 ** 2 + 0.25 ** 2) / 4, 12),
    success: 0.75,
    turns: 6.75,
  });
});
