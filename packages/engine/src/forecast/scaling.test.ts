import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { fitExpectationConsistency } from './expectation-consistency.ts';
import { fitIsotonic } from './isotonic.ts';
import { logit, sigmoid } from './logit.ts';
import { fitPlatt } from './platt.ts';
import { BadProbabilityError, NoForecastsError, type ResolvedForecast, sideCalled } from './resolved.ts';
import { applyScaling, fitScaling, SCALING_KINDS, type Scaling } from './scaling.ts';
import { brierScore } from './scores.ts';
import { fitTemperature } from './temperature.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
// Even, coarse and extreme probabilities, so that ties, 0 and 1 come up often.
const stated = fc.oneof(probability, fc.constantFrom(0, 0.1, 0.5, 0.9, 1));
const data = fc.array(fc.record({ probability: stated, outcome: fc.boolean() }), { minLength: 1, maxLength: 30 });

const scaled = (scaling: Scaling, forecasts: readonly ResolvedForecast[]): ResolvedForecast[] =>
  forecasts.map((forecast) => ({ ...forecast, probability: applyScaling(scaling, forecast.probability) }));

/** Stated probabilities whose true log-odds are slope · stated + intercept. */
function made(seed: number, size: number, slope: number, intercept = 0): ResolvedForecast[] {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => {
    const p = 0.02 + 0.96 * random.next();
    return { probability: p, outcome: random.next() < sigmoid(slope * logit(p) + intercept) };
  });
}

/** Log-loss at log-odds that Platt's or temperature scaling would give. */
function logLoss(forecasts: readonly ResolvedForecast[], slope: number, intercept: number, smooth: boolean): number {
  const up = forecasts.filter(({ outcome }) => outcome).length;
  const [high, low] = smooth ? [(up + 1) / (up + 2), 1 / (forecasts.length - up + 2)] : [1, 0];
  return forecasts.reduce((sum, { probability: p, outcome }) => {
    const q = sigmoid(slope * logit(p) + intercept);
    const target = outcome ? high : low;
    return sum - (target > 0 ? target * Math.log(q) : 0) - (target < 1 ? (1 - target) * Math.log(1 - q) : 0);
  }, 0);
}

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
    const same = Array.from({ length: 8 }, () => ({ probability: 0.5, outcome: true }));
    expect(applyScaling(fitPlatt(same), 0.5)).toBeCloseTo(0.9);
  });
});

describe('temperature scaling', () => {
  it('finds the temperature that made the data', () => {
    expect(fitTemperature(made(2, 20_000, 0.5)).temperature).toBeCloseTo(2, 0);
    expect(fitTemperature(made(2, 20_000, 1)).temperature).toBeCloseTo(1, 1);
  });

  it('never does worse on its own data than leaving them alone, by log-loss', () => {
    fc.assert(
      fc.property(data, (forecasts) => {
        const { temperature } = fitTemperature(forecasts);
        const bound = Math.max(temperature, 0.2); // Colder, the loss itself runs into rounding.
        expect(logLoss(forecasts, 1 / bound, 0, false)).toBeLessThanOrEqual(logLoss(forecasts, 1, 0, false) + 1e-6);
      }),
    );
  });

  it('leaves even chances alone', () => {
    expect(fitTemperature([{ probability: 0.5, outcome: true }]).temperature).toBe(1);
  });
});

describe('expectation consistency', () => {
  it('makes mean confidence equal to the share of right calls, wherever that is possible', () => {
    let reached = 0;
    fc.assert(
      fc.property(data, (forecasts) => {
        const scaling = fitExpectationConsistency(forecasts);
        const called = sideCalled(forecasts);
        const right = called.filter(({ outcome }) => outcome).length / called.length;
        const mean = (at: Scaling): number =>
          called.reduce((sum, { probability: p }) => sum + applyScaling(at, p), 0) / called.length;
        const lowest = mean({ kind: 'temperature', temperature: 1000 });
        const highest = mean({ kind: 'temperature', temperature: 0.01 });
        expect(mean(scaling)).toBeCloseTo(Math.min(highest, Math.max(lowest, right)), 6);
        if (right > lowest && right < highest) reached++;
      }),
    );
    expect(reached).toBeGreaterThan(10);
  });

  it('finds the temperature that made the data', () => {
    expect(fitExpectationConsistency(made(3, 20_000, 0.5)).temperature).toBeCloseTo(2, 0);
  });
});

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

describe('a known wrong', () => {
  it('is made good on new forecasts by each scaling', () => {
    const [past, future] = [made(4, 4000, 0.4), made(5, 4000, 0.4)];
    for (const kind of SCALING_KINDS.slice(1))
      expect(brierScore(scaled(fitScaling(kind, past), future))).toBeLessThan(brierScore(future) - 0.01);
  });
});
