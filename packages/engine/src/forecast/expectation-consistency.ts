/**
 * Expectation consistency: the temperature at which forecasts are as confident, on average, as they are right.
 *
 * Source: Clarté, Loureiro, Krzakala & Zdeborová, "Expectation consistency for calibration of neural networks", 2023,
 * arXiv 2303.02644; here for two outcomes, where confidence is max(p, 1 − p) and right is whether that side came true.
 * @module
 */
import { logit, sigmoid } from './logit.ts';
import { checkedForecasts, type ResolvedForecast, sideCalled } from './resolved.ts';
import { temperatureWhere } from './temperature.ts';

/** p ↦ sigmoid(logit(p) / temperature). From 0.1 to 1,000. */
export interface ExpectationConsistencyScaling {
  readonly kind: 'expectation-consistency';
  readonly temperature: number;
}

/**
 * The temperature at which mean confidence equals the share of right calls. Confidence cannot fall below ½: forecasts that
 * are right less often get the highest temperature, which says ½ throughout; those always right get the lowest.
 */
export function fitExpectationConsistency(validation: readonly ResolvedForecast[]): ExpectationConsistencyScaling {
  const called = sideCalled(checkedForecasts(validation));
  const logOdds = called.map(({ probability }) => logit(probability));
  const right = called.filter(({ outcome }) => outcome).length;
  const excess = (sharpness: number): number => logOdds.reduce((sum, z) => sum + sigmoid(sharpness * z), 0) - right;
  return { kind: 'expectation-consistency', temperature: temperatureWhere(excess) };
}
