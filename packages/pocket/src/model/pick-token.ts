/**
 * From log-probabilities to a token.
 * @module
 */
import type { Random } from '@sente/engine';

/** The likeliest token; of two that are equally likely, the first. */
export function likeliest(logProbabilities: Float32Array): number {
  let best = 0;
  for (let token = 1; token < logProbabilities.length; token++) {
    if (logProbabilities[token] > logProbabilities[best]) best = token;
  }
  return best;
}

/**
 * Draws a token in proportion to p^(1/temperature), with one number of the dice; at temperature 0 the likeliest, with none.
 * `temperature` is 0 or more; throws RangeError otherwise.
 */
export function pickToken(logProbabilities: Float32Array, temperature: number, random: Random): number {
  if (!(temperature >= 0)) throw new RangeError(`a temperature is 0 or more, not ${temperature}`);
  const best = likeliest(logProbabilities);
  if (temperature === 0) return best;
  // Taken against the likeliest, so that small temperatures do not underflow to nothing.
  const weights = Float64Array.from(logProbabilities, (one) => Math.exp((one - logProbabilities[best]) / temperature));
  return random.weighted(weights);
}
