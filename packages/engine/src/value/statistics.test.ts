import { describe, expect, it } from 'vitest';
import { compare, pooledVariance, standardError, summarise } from './comparison.ts';
import { normalTail, studentTail } from './statistics.ts';

describe('tails', () => {
  it('agree with published values of the normal distribution', () => {
    const known: [number, number][] = [
      [0, 0.5],
      [1, 0.15865525393145705],
      [1.96, 0.024997895148220435],
      [2.5, 0.006209665325776132],
      [3, 0.0013498980316300946],
      [6, 9.865876450376946e-10],
    ];
    for (const [z, tail] of known) {
      expect(normalTail(z) / tail).toBeCloseTo(1, 8);
      expect(normalTail(-z)).toBeCloseTo(1 - tail, 12);
    }
  });

  it('agree with tabulated critical values of Student’s t, and err to the safe side', () => {
    const known: [number, number, number][] = [
      [2.353, 3, 0.05],
      [5.841, 3, 0.005],
      [1.895, 7, 0.05],
      [3.499, 7, 0.005],
      [2.764, 10, 0.01],
      [1.697, 30, 0.05],
    ];
    for (const [t, freedom, tail] of known) {
      expect(studentTail(t, freedom) / tail).toBeGreaterThan(0.995);
      expect(studentTail(t, freedom) / tail).toBeLessThan(1.12);
    }
  });
});

describe('comparisons', () => {
  it('pair what both have and leave out what is missing', () => {
    const { pairs, mean, variance } = compare([1, 2, Number.NaN, 4, 9], [0, 0, 0, 1]);
    expect([pairs, mean, variance]).toEqual([3, 2, 1]);
  });

  it('find no variance in a constant difference, however great the numbers', () => {
    const base = [1e9, 2e9 + 0.1, 3e9 - 0.7, 0.3];
    expect(compare(base, base).variance).toBe(0);
    expect(summarise([0.1, 0.1, 0.1]).variance).toBe(0);
  });

  it('lean on the others while they are few', () => {
    const agreeing = { pairs: 2, mean: 1, variance: 0 };
    expect(standardError(agreeing, 1)).toBeCloseTo(Math.sqrt(0.8 / 2));
    expect(standardError({ pairs: 1000, mean: 1, variance: 4 }, 1)).toBeCloseTo(2 / Math.sqrt(1000), 3);
    expect(
      pooledVariance([agreeing, { pairs: 9, mean: 0, variance: 3 }, { pairs: 1, mean: 0, variance: Number.NaN }]),
    ).toBe(1.5);
  });
});
