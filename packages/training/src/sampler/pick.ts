/**
 * From chances to a token.
 * @module
 */
import type { Random } from '@sente/engine';

/** Draws a token by inverting the distribution, with one number of the dice. @param chances sum to 1 but for rounding */
export function pick(chances: Float32Array, random: Random): number {
  let left = random.next();
  for (let token = 0; token < chances.length; token++) {
    left -= chances[token];
    if (left < 0) return token;
  }
  // Rounding left a crumb.
  return likeliest(chances);
}

/** The first of the greatest. */
export function likeliest(scores: Float32Array): number {
  let best = 0;
  for (let token = 1; token < scores.length; token++) if (scores[token] > scores[best]) best = token;
  return best;
}
