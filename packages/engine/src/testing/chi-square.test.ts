import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { chiSquareTest } from './chi-square.ts';

const counts = (entries: Record<string, number>): Map<string, number> => new Map(Object.entries(entries));

describe('the chi-square test', () => {
  it('agrees with the tabulated critical values of the 5% level', () => {
    // Two categories: statistic 3.841. 100 draws at ½: a deviation d gives 4d²/100.
    const deviation = Math.sqrt(3.841 * 25);
    const p = chiSquareTest(counts({ a: 0.5, b: 0.5 }), counts({ a: 50 + deviation, b: 50 - deviation }));
    expect(p).toBeCloseTo(0.05, 2);
  });

  it('is about uniform when the draws are right', () => {
    const expected = counts({ 0: 0.1, 1: 0.2, 2: 0.3, 3: 0.4 });
    const low = Array.from({ length: 400 }, (_, seed) => {
      const random = createRandom(seed);
      const observed = new Map<string, number>();
      for (let i = 0; i < 500; i++) {
        const drawn = String(random.weighted([0.1, 0.2, 0.3, 0.4]));
        observed.set(drawn, (observed.get(drawn) ?? 0) + 1);
      }
      return chiSquareTest(expected, observed) < 0.1;
    }).filter(Boolean).length;
    expect(low / 400).toBeGreaterThan(0.06);
    expect(low / 400).toBeLessThan(0.14);
  });

  it('has no doubt about what cannot happen, nor about what must', () => {
    expect(chiSquareTest(counts({ a: 1 }), counts({ a: 9, b: 1 }))).toBe(0);
    expect(chiSquareTest(counts({ a: 1 }), counts({ a: 10 }))).toBe(1);
  });
});
