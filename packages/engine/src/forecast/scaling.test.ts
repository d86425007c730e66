import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, made, scaled, stated } from './forecasts.test.support.ts';
import { BadProbabilityError, NoForecastsError } from './resolved.ts';
import { applyScaling, fitScaling, SCALING_KINDS } from './scaling.ts';
import { brierScore } from './scores.ts';

describe('every scaling', () => {
  it.each(SCALING_KINDS)('%s keeps to 0 … 1 and survives JSON', (kind) => {
    fc.assert(
      fc.property(data, stated, (forecasts, p) => {
        const scaling = fitScaling(kind, forecasts);
        const value = applyScaling(scaling, p);
        expect(value >= 0 && value <= 1).toBe(true);
        expect(applyScaling(JSON.parse(JSON.stringify(scaling)), p)).toBe(value);
      }),
    );
  });

  it.each(SCALING_KINDS.filter((kind) => kind !== 'platt'))(
    '%s never puts a lower forecast above a higher one',
    (kind) => {
      fc.assert(
        fc.property(data, stated, stated, (forecasts, a, b) => {
          const scaling = fitScaling(kind, forecasts);
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => applyScaling(scaling, p));
          expect(low).toBeLessThanOrEqual(high + 1e-12);
        }),
      );
    },
  );

  it('refuses what it cannot work with', () => {
    for (const kind of SCALING_KINDS.slice(1)) expect(() => fitScaling(kind, [])).toThrow(NoForecastsError);
    expect(() => applyScaling({ kind: 'identity' }, 70)).toThrow(BadProbabilityError);
  });
});

describe('a known wrong', () => {
  it('is made good on new forecasts by each scaling', () => {
    const [past, future] = [made(4, 4000, 0.4), made(5, 4000, 0.4)];
    for (const kind of SCALING_KINDS.slice(1))
      expect(brierScore(scaled(fitScaling(kind, past), future))).toBeLessThan(brierScore(future) - 0.01);
  });
});
