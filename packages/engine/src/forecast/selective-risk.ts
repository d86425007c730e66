/**
 * From what confidence on to answer, so that the share of wrong ones among the *answered* stays within a stated risk.
 *
 * Sources: learn then test, Angelopoulos, Bates, Candès, Jordan & Lei, 2021, arXiv 2110.01052 (a threshold is allowed when
 * a test rejects that it is too risky; binomial p-values on the answered cases); the error that testing many thresholds
 * may make is shared out by the fallback procedure, Wiens & Dmitrienko, "The fallback procedure for evaluating a single
 * family of hypotheses", 2005.
 * @module
 */
import { ANSWER_NOTHING } from './conformal.ts';
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';

/** What is promised, and among which thresholds to look. */
export interface SelectiveRiskOptions {
  /** Share of wrong ones among the answered, at most; above 0 and below 1. */
  readonly risk: number;
  /** Chance that the promise is broken, at most; 0.1 by default. */
  readonly failure?: number;
  /**
   * Thresholds to choose from; 0, 0.05 … 0.95 by default. Must be named without looking at the calibration data. Fewer, near
   * the one that is expected, need less data.
   */
  readonly thresholds?: readonly number[];
}

const THRESHOLDS: readonly number[] = Array.from({ length: 20 }, (_, i) => i / 20);

/**
 * The lowest threshold that is shown to be safe: answering when confidence ≥ threshold, P(wrong | answered) ≤ risk.
 *
 * What is guaranteed: with probability at least 1 − failure over the draw of the calibration data, the threshold returned
 * keeps P(wrong | answered) ≤ risk for all further cases, whatever the confidences mean, provided that all cases are drawn
 * independently from one source and the calibration data were not used for fitting the scaling. Not guaranteed: anything
 * about a subgroup, or once the cases change. Where nothing can be shown, ANSWER_NOTHING, which keeps the promise.
 *
 * It takes data: even without any mistake, some log(failure / thresholds) / log(1 − risk) answered cases, about 50 at risk
 * 0.1 and the defaults. Throws NoForecastsError without calibration data.
 */
export function selectiveThreshold(
  calibration: readonly ResolvedForecast[],
  { risk, failure = 0.1, thresholds = THRESHOLDS }: SelectiveRiskOptions,
): number {
  checkedForecasts(calibration);
  let lowest = ANSWER_NOTHING;
  let carried = 0;
  // From the most careful threshold down; what a passed test was allowed to err is passed on to the next.
  for (const threshold of [...thresholds].sort((a, b) => b - a)) {
    const answered = calibration.filter(({ probability }) => probability >= threshold);
    const wrong = answered.filter(({ outcome }) => !outcome).length;
    const allowed = carried + failure / thresholds.length;
    const isSafe = atMost(wrong, answered.length, risk) <= allowed;
    carried = isSafe ? allowed : 0;
    if (isSafe) lowest = threshold;
  }
  return lowest;
}

/** P(X ≤ count) for X binomial with `trials` trials of chance `rate`; summed as logarithms, so that many trials do not vanish. */
function atMost(count: number, trials: number, rate: number): number {
  if (count >= trials) return 1;
  let logTerm = trials * Math.log1p(-rate);
  let sum = Math.exp(logTerm);
  for (let i = 0; i < count; i++) {
    logTerm += Math.log((trials - i) / (i + 1)) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
