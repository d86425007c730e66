import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place, scaleFor } from './scale.ts';

const points = fc.array(
  fc.record({
    value: fc.double({ min: -5, max: 5, noNaN: true }),
    error: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('scaleFor', () => {
  it('holds every value with its error', () => {
    fc.assert(
      fc.property(points, (some) => {
        const scale = scaleFor(some);
        expect(scale.high).toBeGreaterThan(scale.low);
        for (const { value, error } of some) {
          expect(value - error).toBeGreaterThanOrEqual(scale.low - 1e-9);
          expect(value + error).toBeLessThanOrEqual(scale.high + 1e-9);
        }
      }),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(points, (some) => {
        const scale = scaleFor(some);
        const sorted = [...some].sort((a, b) => a.value - b.value).map(({ value }) => place(scale, value));
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });

  it('starts at zero when that still shows the differences, and says so when it does not', () => {
    expect(
      scaleFor([
        { value: 0.1, error: 0 },
        { value: 0.8, error: 0.1 },
      ]),
    ).toMatchObject({ low: 0, cut: false });
    const near = scaleFor([
      { value: 0.8, error: 0.01 },
      { value: 0.82, error: 0.01 },
    ]);
    expect(near.cut).toBe(true);
    expect(near.low).toBeGreaterThan(0.7);
  });
});
