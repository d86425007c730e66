import { describe, expect, it } from 'vitest';
import { bootstrapP, holm } from './holm.ts';

describe("Holm's correction", () => {
  it('gives the values worked out by hand', () => {
    // Sorted .005, .01, .03, .04: times 4, 3, 2, 1 is .02, .03, .06, .04; none below an earlier one, so the last is .06.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((value, i) => void expect(adjusted[i]).toBeCloseTo(value, 12));
  });

  it('never exceeds 1, leaves one value alone, and passes over what is no number', () => {
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([Number.NaN, 0.02, 0.5])).toEqual([Number.NaN, 0.04, 0.5]);
  });
});

describe('the p-value of a bootstrap', () => {
  it('is twice the smaller tail, never 0', () => {
    expect(bootstrapP([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(0.2, 12);
    expect(bootstrapP([-1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(0.4, 12);
    expect(bootstrapP([0, 0, 0])).toBe(1);
    expect(bootstrapP([Number.NaN])).toBeNaN();
  });

  it('goes on into the tail when no draw crosses 0 and the cases are known', () => {
    // Mean 1, deviation 0.2: z is 5, and 2 φ(5) / 5 = 2 · 1.48672e-6 / 5.
    const draws = Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 0.8 : 1.2));
    expect(bootstrapP(draws, 200)).toBeCloseTo(5.94688e-7, 11);
    expect(bootstrapP(draws)).toBeCloseTo(2 / 1001, 12);
    // Nor less than all of so few cases can show, whatever was counted: draws of one case never cross 0.
    expect(bootstrapP(draws, 4)).toBeCloseTo(2 ** -3, 12);
    expect(bootstrapP(draws, 1)).toBe(1);
    expect(bootstrapP(draws, 12)).toBeCloseTo(2 ** -11, 12);
    expect(bootstrapP(new Float64Array(1000).fill(1), 20)).toBeCloseTo(2 ** -19, 12);
    expect(bootstrapP(new Float64Array(1000).fill(0), 20)).toBe(1);
    expect(bootstrapP([-1, 2, 3, 4, 5, 6, 7, 8, 9], 200)).toBeCloseTo(0.4, 12);
  });
});
