/**
 * Temperature scaling: one number that makes all forecasts bolder or more cautious, and never changes which side they call.
 *
 * Source: Guo, Pleiss, Sun & Weinberger, "On calibration of modern neural networks", 2017, arXiv 1706.04599, sec. 4.2.
 * @module
 */
import { logit, sigmoid } from './logit.ts';
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';

/** p ↦ sigmoid(logit(p) / temperature); above 1 more cautious. From 0.1 to 1,000. */
export interface TemperatureScaling {
  readonly kind: 'temperature';
  readonly temperature: number;
}

/** The temperature of least log-loss. */
export function fitTemperature(validation: readonly ResolvedForecast[]): TemperatureScaling {
  const points = checkedForecasts(validation).map(({ probability, outcome }) => ({ z: logit(probability), outcome }));
  // In 1/temperature the loss is convex, so its derivative rises and crosses zero once.
  const slope = (sharpness: number): number =>
    points.reduce((sum, { z, outcome }) => sum + (sigmoid(sharpness * z) - Number(outcome)) * z, 0);
  return { kind: 'temperature', temperature: temperatureWhere(slope) };
}

/**
 * The temperature at which a function that does not fall in 1/temperature reaches zero, or the bound nearest to it. Where
 * the function is level (every forecast is ½), no temperature would change anything: 1.
 */
export function temperatureWhere(rising: (sharpness: number) => number): number {
  let low = 1e-3;
  let high = 10;
  if (rising(low) === rising(high)) return 1;
  if (rising(low) >= 0) return 1 / low;
  if (rising(high) <= 0) return 1 / high;
  for (let round = 0; round < 100; round++) {
    const middle = Math.sqrt(low * high);
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return 1 / Math.sqrt(low * high);
}

/** The calibrated probability. */
export function applyTemperature(scaling: { readonly temperature: number }, probability: number): number {
  return sigmoid(logit(probability) / scaling.temperature);
}
