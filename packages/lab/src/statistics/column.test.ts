import { describe, expect, it } from 'vitest';
import { differences, mean, present, quantile } from './column.ts';

describe('columns', () => {
  it('means leave missing cases out', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([1, Number.NaN, 3])).toBe(2);
    expect(mean([])).toBeNaN();
    expect(present([1, Number.NaN, 3])).toBe(2);
  });

  it('differences pair case by case', () => {
    const result = differences(Float64Array.of(3, 5, Number.NaN), Float64Array.of(1, 9, 2));
    expect([...result]).toEqual([2, -4, Number.NaN]);
    expect(() => differences(new Float64Array(2), new Float64Array(3))).toThrow(RangeError);
  });

  it('quantiles interpolate', () => {
    expect(quantile([10, 20, 30, 40, 50], 0.5)).toBe(30);
    expect(quantile([10, 20, 30, 40, 50], 0.1)).toBeCloseTo(14, 12);
    expect(quantile([7], 0.975)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
