import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, logLoss, made } from './forecasts.test.support.ts';
import { fitPlatt } from './platt.ts';
import { applyScaling } from './scaling.ts';

describe('Platt scaling', () => {
  it('finds the curve that made the data', () => {
    const { slope, intercept } = fitPlatt(made(1, 20_000, 0.4, -0.7));
    expect(slope).toBeCloseTo(0.4, 1);
    expect(intercept).toBeCloseTo(-0.7, 1);
  });

  it('reaches the least loss: no neighbour and not the identity is better', () => {
    fc.assert(
      fc.property(data, (forecasts) => {
        const { slope, intercept } = fitPlatt(forecasts);
        const loss = logLoss(forecasts, slope, intercept, true);
        expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
        for (const [a, b] of [
          [1, 0],
          [slope + 0.1, intercept],
          [slope - 0.1, intercept],
          [slope, intercept + 0.1],
          [slope, intercept - 0.1],
        ])
          expect(loss).toBeLessThanOrEqual(logLoss(forecasts, a, b, true) + 1e-6);
      }),
    );
  });

  it('stays finite where the outcomes can be told apart, and where all are the same', () => {
    const apart = [0.1, 0.2, 0.8, 0.9].map((p) => ({ probability: p, outcome: p > 0.5 }));
    expect(applyScaling(fitPlatt(apart), 0.99)).toBeLessThan(0.95);
    for (const [p, outcome] of [
      [0, true],
      [1, false],
    ] as const) {
      const wrong = Array.from({ length: 6 }, () => ({ probability: p, outcome }));
      expect(applyScaling(fitPlatt(wrong), p)).toBeCloseTo(outcome ? 7 / 8 : 1 / 8);
    }
    const same = Array.from({ length: 8 }, () => ({ probability: 0.5, outcome: true }));
    expect(applyScaling(fitPlatt(same), 0.5)).toBeCloseTo(0.9);
  });
});
