/**
 * From what confidence on to answer, so that wrong answers stay within a stated share of all cases.
 *
 * Source: conformal risk control, Angelopoulos, Bates, Fisch, Lei & Schuster, 2022, arXiv 2208.02814, eq. 4 and theorem 1.
 * @module
 */
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';

/** A threshold above every confidence: no answer is confident enough. A number, so that it survives JSON. */
export const ANSWER_NOTHING = 2;

/**
 * The lowest threshold such that, answering when confidence ≥ threshold, the chance that the next case is *answered and
 * wrong* is at most `risk` (from 0 to 1).
 *
 * What is guaranteed: E[answered and wrong] ≤ risk, for the next case and over the draw of the calibration data together
 * (marginally), whatever the confidences mean, provided that calibration cases and the next one are exchangeable (same
 * source, not used for fitting the scaling). Not guaranteed: anything about one particular set of calibration data, about
 * a subgroup, or about the share of wrong ones *among the answered*: for that, see `selectiveThreshold`.
 *
 * With n cases nothing below 1/(n + 1) can be promised: then ANSWER_NOTHING. The loss, answered and wrong, falls as the
 * threshold rises, as the theorem demands. Throws NoForecastsError without calibration data.
 */
export function conformalThreshold(calibration: readonly ResolvedForecast[], risk: number): number {
  const n = checkedForecasts(calibration).length;
  // n/(n+1) · wrong/n + 1/(n+1) ≤ risk; a hair is added, as 0.29 × 100 is 28.999999999999996.
  const tolerated = Math.floor(risk * (n + 1) - 1 + 1e-9);
  if (tolerated < 0) return ANSWER_NOTHING;
  const wrong = calibration.filter(({ outcome }) => !outcome).map(({ probability }) => probability);
  if (wrong.length <= tolerated) return 0;
  wrong.sort((a, b) => b - a);
  // The first wrong one that may not be answered: the theorem's loss is continuous from the right, so strictly above it.
  return nextAbove(wrong[tolerated]);
}

/** The next greater double of a number from 0 to 1. */
function nextAbove(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}
