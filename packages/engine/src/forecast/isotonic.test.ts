import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, scaled } from './forecasts.test.support.ts';
import { fitIsotonic } from './isotonic.ts';
import { applyScaling, fitScaling } from './scaling.ts';
import { brierScore } from './scores.ts';

describe('isotonic regression', () => {
  it('pools what stands the wrong way round', () => {
    const outcomes = [false, true, false, true];
    const forecasts = outcomes.map((outcome, i) => ({ probability: (i + 1) / 5, outcome }));
    const scaling = fitIsotonic(forecasts);
    expect([0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 0.9].map((p) => applyScaling(scaling, p))).toEqual([
      0, 0, 0.5, 0.5, 0.5, 1, 1,
    ]);
    expect(applyScaling(scaling, 0.7)).toBeCloseTo(0.75);
  });

  it('gives equal forecasts one value, whatever order they come in', () => {
    fc.assert(
      fc.property(data, (forecasts) => {
        expect(fitIsotonic([...forecasts].reverse())).toEqual(fitIsotonic(forecasts));
      }),
    );
    const tied: [number, boolean][] = [
      [0.4, true],
      [0.4, false],
      [0.5, false],
      [0.5, true],
      [0.5, true],
      [0.5, true],
    ];
    const { value } = fitIsotonic(tied.map(([p, outcome]) => ({ probability: p, outcome })));
    expect(value).toEqual([0.5, 0.75]);
  });

  it('has on its own data no greater Brier score than leaving them alone, or than any other rising curve', () => {
    fc.assert(
      fc.property(data, data, (forecasts, others) => {
        const own = brierScore(scaled(fitIsotonic(forecasts), forecasts));
        expect(own).toBeLessThanOrEqual(brierScore(forecasts) + 1e-12);
        for (const kind of ['temperature', 'expectation-consistency', 'isotonic'] as const)
          expect(own).toBeLessThanOrEqual(brierScore(scaled(fitScaling(kind, others), forecasts)) + 1e-12);
      }),
    );
  });
});
