/**
 * The scale on which probabilities are calibrated: log-odds.
 * @module
 */

/**
 * As near to 0 and 1 as log-odds are taken. A model that says “100%” does not mean infinite odds, and one such forecast
 * gone wrong must not rule a whole fit.
 */
const EDGE = 1e-4;

/** Log-odds of a probability, from −9.21 to 9.21. */
export function logit(probability: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(inside) - Math.log1p(-inside);
}

/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : 1 - 1 / (1 + Math.exp(logOdds));
}

/** −log sigmoid(x), without overflow: the loss of a certain outcome at these log-odds. */
export function softplusLoss(logOdds: number): number {
  return logOdds >= 0 ? Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds)) - logOdds;
}
