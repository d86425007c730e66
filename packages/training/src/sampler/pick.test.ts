import { createRandom, type Random } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { likeliest, pick } from './pick.ts';

const dice = (number: number): Random => ({ ...createRandom(1), next: () => number });

describe('pick', () => {
  it('inverts the distribution', () => {
    const chances = Float32Array.of(0.25, 0, 0.5, 0.25);
    const picked = [0, 0.2499, 0.25, 0.7499, 0.75, 0.9999].map((number) => pick(chances, dice(number)));
    expect(picked).toEqual([0, 0, 2, 2, 3, 3]);
  });

  it('takes the likeliest where rounding leaves nothing to pick', () => {
    expect(pick(Float32Array.of(0.3, 0.4, 0.2), dice(0.95))).toBe(1);
    expect(likeliest(Float32Array.of(-3, -1, -1))).toBe(1);
  });
});
