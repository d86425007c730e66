import { describe, expect, it } from 'vitest';
import { readShares } from './predict.ts';

describe('stated shares', () => {
  it.each([
    ['50, 30, 20', [0.5, 0.3, 0.2]],
    ['Here you are:\n50%, 25%, 25%', [0.5, 0.25, 0.25]],
    ['1: 10, 20, 30', undefined],
    ['10, 20, 30\nI am fairly sure.', [1 / 6, 2 / 6, 3 / 6]],
    ['0, 0, 0', undefined],
    ['no idea', undefined],
  ])('%j', (text, shares) => {
    const read = readShares(text, 3);
    if (shares === undefined) expect(read).toBeUndefined();
    else shares.forEach((share, k) => void expect(read![k]).toBeCloseTo(share, 12));
  });
});
