/**
 * Whether the promise of conformal risk control is kept: a threshold is set on one half of the conversations so that calls
 * that are made and wrong stay within a share of all, and counted on the other half.
 *
 * One forecast stands for a conversation, at a drawn place: forecasts of one conversation are not exchangeable with those of
 * others. Conversations keep their half in every draw of the bootstrap, so that none is in both. Counted by level rather
 * than sorted; tests hold the threshold against the engine's `conformalThreshold`.
 *
 * Source: Angelopoulos, Bates, Fisch, Lei & Schuster 2022, arXiv 2208.02814, theorem 1.
 * @module
 */
import type { Group } from '../probe/probe.ts';
import { LEVELS, logOf, SPLITS } from './forecast-log.ts';

/** Share of all conversations that may be called, and called wrongly. */
export const PROMISED = 0.1;

/** Averages over the splittings. */
interface Kept {
  /** Share of test conversations called and wrong. */
  readonly risk: number;
  /** Share of test conversations called at all. */
  readonly called: number;
}

const HALF = LEVELS / 2;

/** Realised risk and coverage; NaN when a half is empty in every splitting. */
export function conformalRisk(groups: readonly Group[], promised: number = PROMISED): Kept {
  // Confidence above an even chance, in levels.
  const confidence: number[] = [];
  const right: boolean[] = [];
  const halves: number[] = [];
  for (const group of groups) {
    for (const row of group) {
      const log = logOf(row);
      if (log.stated.length === 0) continue;
      const level = log.stated[Math.min(log.chosen, log.stated.length - 1)];
      confidence.push(Math.abs(level - HALF));
      right.push(level >= HALF === log.outcome);
      halves.push(log.halves);
    }
  }
  let [risk, called, splits] = [0, 0, 0];
  const wrong = new Uint32Array(HALF + 1);
  for (let split = 0; split < SPLITS; split++) {
    wrong.fill(0);
    let calibrating = 0;
    for (let i = 0; i < confidence.length; i++) {
      if (((halves[i] >> split) & 1) === 0) continue;
      calibrating++;
      if (!right[i]) wrong[confidence[i]]++;
    }
    const testing = confidence.length - calibrating;
    if (calibrating === 0 || testing === 0) continue;
    const least = leastCalled(wrong, calibrating, promised);
    let [made, missed] = [0, 0];
    for (let i = 0; i < confidence.length; i++) {
      if ((halves[i] >> split) & 1 || confidence[i] < least) continue;
      made++;
      if (!right[i]) missed++;
    }
    risk += missed / testing;
    called += made / testing;
    splits++;
  }
  return { risk: risk / splits, called: called / splits };
}

/**
 * The lowest confidence, in levels above an even chance, that is called; one above all levels where nothing may be promised.
 *
 * @param wrong calibration calls that were wrong, by confidence
 */
export function leastCalled(wrong: Uint32Array, calibrating: number, promised: number): number {
  // n/(n+1) · wrong/n + 1/(n+1) ≤ promised; a hair is added, as 0.29 × 100 is 28.999999999999996.
  const tolerated = Math.floor(promised * (calibrating + 1) - 1 + 1e-9);
  if (tolerated < 0) return wrong.length;
  let missed = 0;
  for (let level = wrong.length - 1; level >= 0; level--) {
    missed += wrong[level];
    if (missed > tolerated) return level + 1;
  }
  return 0;
}
