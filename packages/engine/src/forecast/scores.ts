/**
 * How good forecasts were. All functions are pure, take at least one resolved forecast, and throw NoForecastsError or
 * BadProbabilityError otherwise.
 *
 * `areaUnderRiskCoverage` and `selectiveAccuracy` read `probability` as the confidence in an answer and `outcome` as
 * whether it was right; pass yes-or-no forecasts through `sideCalled` first.
 * @module
 */
import { checkedForecasts, checkedProbability, type ResolvedForecast } from './resolved.ts';

type Forecasts = readonly ResolvedForecast[];

/**
 * Mean squared difference between probability and outcome, from 0 (perfect) to 1; always saying ½ scores 0.25.
 * Source: Brier, "Verification of forecasts expressed in terms of probability", 1950 (halved, as is usual for two
 * outcomes).
 */
export function brierScore(forecasts: Forecasts): number {
  return mean(checkedForecasts(forecasts), ({ probability, outcome }) => (probability - Number(outcome)) ** 2);
}

/** Share of outcomes that came true. */
export function baseRate(forecasts: Forecasts): number {
  return mean(checkedForecasts(forecasts), ({ outcome }) => Number(outcome));
}

/**
 * 1 − Brier / Brier of always saying the base rate: 1 is perfect, 0 no better than the base rate, below 0 worse. The base
 * rate is that of the list unless another is given (one known beforehand, as of training data, is the fairer opponent).
 * Where the base rate itself is never wrong, 0 for forecasts that are not either and −∞ for others.
 * Source: Murphy, "Skill scores based on the mean square error", 1988; used so by Sicilia et al. 2024, arXiv 2402.03284.
 */
export function brierSkillScore(forecasts: Forecasts, rate: number = baseRate(forecasts)): number {
  const own = brierScore(forecasts);
  const reference = brierScore(forecasts.map(({ outcome }) => ({ probability: rate, outcome })));
  if (reference === 0) return own === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return 1 - own / reference;
}

/**
 * Mean distance between probability and share of true outcomes, over bins of equal width, weighted by their size; from 0
 * to 1. Biased upwards for few forecasts a bin.
 * Source: Naeini, Cooper & Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", 2015; in the form
 * of Guo et al. 2017, arXiv 1706.04599, eq. 3.
 */
export function expectedCalibrationError(forecasts: Forecasts, bins = 10): number {
  const gaps = new Array<number>(bins).fill(0);
  for (const { probability, outcome } of checkedForecasts(forecasts)) {
    gaps[Math.min(bins - 1, Math.floor(probability * bins))] += probability - Number(outcome);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / forecasts.length;
}

/**
 * Mean probability less share of true outcomes, from −1 to 1: above 0 the forecasts are too hopeful.
 * Source: Murphy & Winkler, "A general framework for forecast verification", 1987 (unconditional bias).
 */
export function forecastBias(forecasts: Forecasts): number {
  return mean(checkedForecasts(forecasts), ({ probability, outcome }) => probability - Number(outcome));
}

/**
 * AURC: the share of wrong answers among the k most confident ones, averaged over k = 1 … n; from 0 to 1, lower is better.
 * Equal confidences are taken in random order, in expectation.
 * Source: Geifman, Uziel & El-Yaniv, "Bias-reduced uncertainty estimation for deep neural classifiers", 2019, arXiv
 * 1805.08206, sec. 2.
 */
export function areaUnderRiskCoverage(answers: Forecasts): number {
  return rightAmongTop(answers).reduce((sum, right, i) => sum + 1 - right / (i + 1), 0) / answers.length;
}

/**
 * Share of right answers among the most confident ones when `coverage` of all (from 0 to 1, rounded up, at least one) are
 * answered. Equal confidences are taken in random order, in expectation.
 * Source: El-Yaniv & Wiener, "On the foundations of noise-free selective classification", 2010 (1 − selective risk).
 */
export function selectiveAccuracy(answers: Forecasts, coverage: number): number {
  const right = rightAmongTop(answers);
  // Less a little: 0.07 × 100 is 7.000000000000001, and that is 7 answers.
  const answered = Math.max(1, Math.ceil(checkedProbability(coverage) * answers.length - 1e-9));
  return right[answered - 1] / answered;
}

/** The expected number of right answers among the k most confident, for k = 1 … n. */
function rightAmongTop(answers: Forecasts): number[] {
  const sorted = [...checkedForecasts(answers)].sort((a, b) => b.probability - a.probability);
  const result: number[] = [];
  let before = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let right = 0;
    for (; end < sorted.length && sorted[end].probability === sorted[start].probability; end++) {
      right += Number(sorted[end].outcome);
    }
    for (let i = start; i < end; i++) result.push(before + (right * (i - start + 1)) / (end - start));
    before += right;
    start = end;
  }
  return result;
}

function mean(forecasts: Forecasts, of: (forecast: ResolvedForecast) => number): number {
  return forecasts.reduce((sum, forecast) => sum + of(forecast), 0) / forecasts.length;
}
