/**
 * Made forecasts that the tests of scalings share.
 * @module
 */
import fc from 'fast-check';
import { createRandom } from '../random/random.ts';
import { logit, sigmoid } from './logit.ts';
import type { ResolvedForecast } from './resolved.ts';
import { applyScaling, type Scaling } from './scaling.ts';

/** Probabilities in which even chances, ties, 0 and 1 come up often. */
export const stated: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
);

/** Any few resolved forecasts. */
export const data: fc.Arbitrary<ResolvedForecast[]> = fc.array(
  fc.record({ probability: stated, outcome: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);

/** The forecasts as a scaling calibrates them. */
export const scaled = (scaling: Scaling, forecasts: readonly ResolvedForecast[]): ResolvedForecast[] =>
  forecasts.map((forecast) => ({ ...forecast, probability: applyScaling(scaling, forecast.probability) }));

/** Stated probabilities whose true log-odds are slope · stated + intercept. */
export function made(seed: number, size: number, slope: number, intercept = 0): ResolvedForecast[] {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => {
    const p = 0.02 + 0.96 * random.next();
    return { probability: p, outcome: random.next() < sigmoid(slope * logit(p) + intercept) };
  });
}

/** Log-loss at log-odds that Platt's or temperature scaling would give. */
export function logLoss(
  forecasts: readonly ResolvedForecast[],
  slope: number,
  intercept: number,
  smooth: boolean,
): number {
  const up = forecasts.filter(({ outcome }) => outcome).length;
  const [high, low] = smooth ? [(up + 1) / (up + 2), 1 / (forecasts.length - up + 2)] : [1, 0];
  return forecasts.reduce((sum, { probability: p, outcome }) => {
    const q = sigmoid(slope * logit(p) + intercept);
    const target = outcome ? high : low;
    return sum - (target > 0 ? target * Math.log(q) : 0) - (target < 1 ? (1 - target) * Math.log(1 - q) : 0);
  }, 0);
}
