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
});
