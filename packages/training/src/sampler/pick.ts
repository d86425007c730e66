/**
 * From logits to a token.
 * @module
 */
import type { Random } from '@sente/engine';

/** log softmax of logits, in nats; a new array. */
export function logSoftmax(logits: Float32Array): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > most) most = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - most);
  const shift = most + Math.log(sum);
  return logits.map((logit) => logit - shift);
}

/** Draws a token by inverting the distribution, one number of the dice; at temperature 0 the likeliest, none of the dice. */
export function pick(logProbabilities: Float32Array, temperature: number, random: Random): number {
  if (temperature === 0) {
    let best = 0;
    for (let token = 1; token < logProbabilities.length; token++) {
      if (logProbabilities[token] > logProbabilities[best]) best = token;
    }
    return best;
  }
  const scale = 1 / temperature;
  let total = 1;
  if (scale !== 1) {
    total = 0;
    for (const one of logProbabilities) total += Math.exp(one * scale);
  }
  let left = random.next() * total;
  for (let token = 0; token < logProbabilities.length; token++) {
    left -= Math.exp(logProbabilities[token] * scale);
    if (left < 0) return token;
  }
  // Rounding left a crumb: the likeliest.
  return pick(logProbabilities, 0, random);
}
