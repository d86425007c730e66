import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, percentileInterval, resampledMeans } from './bootstrap.ts';

describe('bootstrap', () => {
  it('agrees with the normal interval where that is exact in the limit', () => {
    const random = createRandom('shares');
    const n = 4000;
    const column = Float64Array.from({ length: n }, () => (random.next() < 0.3 ? 1 : 0));
    const share = column.reduce((sum, value) => sum + value, 0) / n;
    const error = Math.sqrt((share * (1 - share)) / n);
    const { low, high } = bootstrapInterval(column, createRandom(1), 2000);
    expect(low).toBeCloseTo(share - 1.96 * error, 2);
    expect(high).toBeCloseTo(share + 1.96 * error, 2);
    expect(high - low).toBeGreaterThan(0.9 * 3.92 * error);
    expect(high - low).toBeLessThan(1.1 * 3.92 * error);
  });

  it('two cases resample to the binomial by hand: 1/4, 1/2, 1/4', () => {
    const [means] = resampledMeans([Float64Array.of(0, 1)], createRandom(3), 8000);
    const share = (value: number): number => means.filter((m) => m === value).length / means.length;
    expect(share(0)).toBeCloseTo(0.25, 1);
    expect(share(0.5)).toBeCloseTo(0.5, 1);
    expect(share(1)).toBeCloseTo(0.25, 1);
    expect(share(0) + share(0.5) + share(1)).toBe(1);
  });

  it('draws the same cases for every column', () => {
    const a = Float64Array.of(1, 5, 2, 8);
    const [first, second] = resampledMeans([a, a.map((value) => 10 - value)], createRandom(4), 200);
    for (let r = 0; r < 200; r++) expect(first[r] + second[r]).toBeCloseTo(10, 12);
  });

  it('covers the truth about 95 times in 100', () => {
    let covered = 0;
    for (let trial = 0; trial < 400; trial++) {
      const random = createRandom(`trial ${trial}`);
      const column = Float64Array.from({ length: 80 }, () => random.next());
      const { low, high } = bootstrapInterval(column, random.split('draws'), 400);
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.91);
    expect(covered / 400).toBeLessThan(0.98);
  });

  it('leaves missing cases out, and says NaN when all are missing', () => {
    const [means] = resampledMeans([Float64Array.of(2, Number.NaN, 2)], createRandom(5), 300);
    for (const value of means) expect(Number.isNaN(value) || value === 2).toBe(true);
    expect(percentileInterval(Float64Array.of(Number.NaN)).low).toBeNaN();
  });

  it('stays between the least and the greatest case, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (list) => {
          const { low, high } = bootstrapInterval(Float64Array.from(list), createRandom(7), 60);
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-6);
          expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });
});
