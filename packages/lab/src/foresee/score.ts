/**
 * Scores of a prediction over a few candidates, one of which comes true.
 *
 * Source: proper scoring rules, Gneiting & Raftery 2007, "Strictly proper scoring rules, prediction, and estimation",
 * JASA 102: the logarithmic score, and Brier's (1950) over all candidates.
 * @module
 */

/** Scores of one prediction. */
export interface PredictionScore {
  /** 1 when the likeliest candidate came true; a share where several are likeliest. */
  readonly accuracy: number;
  /** log2 of the chance that was given to what came true, in bits, at most 0; chances below 0.001 count as that. */
  readonly logScore: number;
  /** Sum of squared differences to what came true, 0 … 2. */
  readonly brier: number;
}

/** Least chance that the log score knows: one bold mistake must not outweigh all else. */
const LEAST = 0.001;

/** Scores chances that sum to 1. `truth` is the position of what came true. */
export function scorePrediction(chances: readonly number[], truth: number): PredictionScore {
  const most = Math.max(...chances);
  const likeliest = chances.filter((chance) => chance >= most - 1e-12).length;
  return {
    accuracy: chances[truth] >= most - 1e-12 ? 1 / likeliest : 0,
    logScore: Math.log2(Math.max(LEAST, chances[truth])),
    brier: chances.reduce((sum, chance, i) => sum + (chance - (i === truth ? 1 : 0)) ** 2, 0),
  };
}

/** Equal chances. */
export function uniform(count: number): readonly number[] {
  return Array.from({ length: count }, () => 1 / count);
}

/** The chances as given, scaled to sum to 1; undefined when they are none: wrong in number, negative, not finite, all 0. */
export function asChances(given: readonly number[] | undefined, count: number): readonly number[] | undefined {
  if (given?.length !== count || given.some((chance) => !(chance >= 0 && Number.isFinite(chance)))) return undefined;
  const sum = given.reduce((total, chance) => total + chance, 0);
  return sum > 0 ? given.map((chance) => chance / sum) : undefined;
}
