/**
 * Platt scaling: a logistic curve through the log-odds.
 *
 * Source: Platt, "Probabilistic outputs for support vector machines", 1999 (with its smoothed targets, which keep the fit
 * finite where the classes can be told apart); fitted by Newton's method with backtracking as in Lin, Lin & Weng, "A note
 * on Platt's probabilistic outputs", 2007. Their score f is the log-odds of the forecast here.
 * @module
 */
import { logit, sigmoid, softplusLoss } from './logit.ts';
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';

/** p ↦ sigmoid(slope · logit(p) + intercept). A negative slope means that the forecasts pointed the wrong way. */
export interface PlattScaling {
  readonly kind: 'platt';
  readonly slope: number;
  readonly intercept: number;
}

/** The slope and intercept of least log-loss against Platt's smoothed targets. */
export function fitPlatt(validation: readonly ResolvedForecast[]): PlattScaling {
  const points = smoothed(checkedForecasts(validation));
  const loss = (a: number, b: number): number =>
    points.reduce((sum, { z, target }) => {
      const logOdds = a * z + b;
      return sum + target * softplusLoss(logOdds) + (1 - target) * softplusLoss(-logOdds);
    }, 0);
  let slope = 1;
  let intercept = 0;
  let current = loss(slope, intercept);
  for (let round = 0; round < 100; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { z, target } of points) {
      const p = sigmoid(slope * z + intercept);
      // Far out the curve is flat, and a step by its own curvature would leave for infinity.
      const weight = Math.max(p * (1 - p), 1e-4);
      ga += (p - target) * z;
      gb += p - target;
      haa += weight * z * z;
      hab += weight * z;
      hbb += weight;
    }
    if (Math.abs(ga) < 1e-9 && Math.abs(gb) < 1e-9) break;
    // A little on the diagonal keeps the Hessian invertible when all forecasts are equal.
    const ridge = 1e-8 * (haa + hbb);
    haa += ridge;
    hbb += ridge;
    const determinant = haa * hbb - hab * hab;
    const stepA = -(hbb * ga - hab * gb) / determinant;
    const stepB = -(haa * gb - hab * ga) / determinant;
    const slant = ga * stepA + gb * stepB;
    let length = 1;
    let next = loss(slope + stepA, intercept + stepB);
    while (!(next <= current + 1e-4 * length * slant) && length > 1e-10) {
      length /= 2;
      next = loss(slope + length * stepA, intercept + length * stepB);
    }
    if (!(next < current)) break;
    slope += length * stepA;
    intercept += length * stepB;
    current = next;
  }
  return { kind: 'platt', slope, intercept };
}

/** Log-odds with targets (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2) in place of 1 and 0: the outcomes seen, with one more of each. */
function smoothed(validation: readonly ResolvedForecast[]): { z: number; target: number }[] {
  const positive = validation.filter(({ outcome }) => outcome).length;
  const high = (positive + 1) / (positive + 2);
  const low = 1 / (validation.length - positive + 2);
  return validation.map(({ probability, outcome }) => ({ z: logit(probability), target: outcome ? high : low }));
}

/** The calibrated probability. */
export function applyPlatt(scaling: PlattScaling, probability: number): number {
  return sigmoid(scaling.slope * logit(probability) + scaling.intercept);
}
