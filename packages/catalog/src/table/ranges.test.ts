import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRanges as makeRangesOfSorted, rangeOf } from './ranges.ts';

const makeRanges: typeof makeRangesOfSorted = (numbers, style, edges) =>
  makeRangesOfSorted(numbers.slice().sort(), style, edges);

const euros = { unit: '€', grouped: true };
const spread = (low: number, high: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.round(low + ((high - low) * i) / (n - 1)));

describe('ranges', () => {
  it('have round limits and are named in words, with the unit', () => {
    const { values, edges } = makeRanges(spread(310, 1890, 200), euros);
    expect(edges).toEqual([750, 1100, 1500]);
    expect(values).toEqual(['under €750', '€750 to €1,100', '€1,100 to €1,500', '€1,500 or more']);
  });

  it('say a unit that follows the number once', () => {
    expect(makeRanges(spread(310, 1890, 200), { unit: 'm', grouped: true }).values[1]).toBe('750 to 1,100 m');
  });

  it('are single values where few heaped values exist', () => {
    const ram = Float64Array.from({ length: 60 }, (_, i) => [8, 16, 32][i % 3]);
    expect(makeRanges(ram, { unit: 'GB', grouped: true })).toEqual({
      values: ['8 GB', '16 GB', '32 GB'],
      edges: [16, 32],
    });
  });

  it('do not overlap in words for small whole numbers', () => {
    const days = Float64Array.from({ length: 140 }, (_, i) => 1 + (i % 14));
    expect(makeRanges(days, { unit: 'days', grouped: true }, [2, 4, 5, 8]).values).toEqual([
      '1 day',
      '2 or 3 days',
      '4 days',
      '5 to 7 days',
      '8 days or more',
    ]);
  });

  it('leave years ungrouped', () => {
    const years = Float64Array.from({ length: 300 }, (_, i) => 1960 + (i % 60));
    expect(makeRanges(years, { grouped: false }).values.join()).not.toContain(',0');
  });

  it('tell the rest from a number that nearly all items share', () => {
    const numbers = Float64Array.from({ length: 1000 }, (_, i) => (i < 980 ? 0 : i));
    const { edges } = makeRanges(numbers, { grouped: true });
    expect(edges.length).toBe(1);
    expect(rangeOf(0, edges)).toBe(0);
    expect(rangeOf(999, edges)).toBe(1);
  });

  it('of nothing are none, and of one value one', () => {
    expect(makeRanges(new Float64Array(0), euros)).toEqual({ values: [], edges: [] });
    expect(makeRanges(new Float64Array([5, 5]), euros)).toEqual({ values: ['€5'], edges: [] });
  });

  it('are 2 to 8, ascending, differently named, and each holds an item', () => {
    const numbers = fc.array(
      fc.oneof(fc.integer({ min: -500, max: 5000 }), fc.double({ min: -50, max: 1e6, noNaN: true })),
      {
        minLength: 20,
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(numbers, (list) => {
        fc.pre(new Set(list).size > 1);
        const { values, edges } = makeRanges(Float64Array.from(list), euros);
        expect(values.length).toBe(edges.length + 1);
        expect(values.length).toBeGreaterThanOrEqual(2);
        expect(values.length).toBeLessThanOrEqual(8);
        for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeGreaterThan(edges[i - 1]);
        const filled = new Set(list.map((value) => rangeOf(value, edges)));
        expect(filled.size).toBe(values.length);
        for (const value of list) {
          const range = rangeOf(value, edges);
          if (range > 0) expect(value).toBeGreaterThanOrEqual(edges[range - 1]);
          if (range < edges.length) expect(value).toBeLessThan(edges[range]);
        }
      }),
    );
  });
});
