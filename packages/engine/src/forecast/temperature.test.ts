import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, logLoss, made } from './forecasts.test.support.ts';
import { fitTemperature } from './temperature.ts';

describe('temperature scaling', () => {
  it('finds the temperature that made the data', () => {
    expect(1 / fitTemperature(made(2, 20_000, 0.5)).temperature).toBeCloseTo(0.5, 1);
    expect(fitTemperature(made(2, 20_000, 1)).temperature).toBeCloseTo(1, 1);
  });

  it('never does worse on its own data than leaving them alone, by log-loss', () => {
    fc.assert(
      fc.property(data, (forecasts) => {
        const { temperature } = fitTemperature(forecasts);
        expect(logLoss(forecasts, 1 / temperature, 0, false)).toBeLessThanOrEqual(
          logLoss(forecasts, 1, 0, false) + 1e-6,
        );
      }),
    );
  });

  it('leaves even chances alone', () => {
    expect(fitTemperature([{ probability: 0.5, outcome: true }]).temperature).toBe(1);
  });
});
