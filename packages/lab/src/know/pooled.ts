/**
 * Scores of all forecasts together, counted rather than sorted: a bootstrap asks for them a thousand times. Definitions are
 * those of `@sente/engine` (scores.ts), and tests hold both against each other.
 * @module
 */
import type { Group } from '../probe/probe.ts';
import { LEVELS, logOf } from './forecast-log.ts';

/** Forecasts by stated level, 0 … LEVELS: how many, and how many of them came true. */
export interface Counted {
  readonly all: Float64Array;
  readonly came: Float64Array;
}

/** Counts the forecasts of groups; those of one condition if one is named. */
export function countForecasts(groups: readonly Group[], cell?: string): Counted {
  const all = new Float64Array(LEVELS + 1);
  const came = new Float64Array(LEVELS + 1);
  for (const group of groups) {
    for (const row of group) {
      if (cell !== undefined && row.cell !== cell) continue;
      const { stated, outcome } = logOf(row);
      for (const level of stated) {
        all[level]++;
        if (outcome) came[level]++;
      }
    }
  }
  return { all, came };
}

/** Mean squared error, 0 … 1; NaN without forecasts (as all of these). */
export function brier({ all, came }: Counted): number {
  let [sum, n] = [0, 0];
  for (let level = 0; level <= LEVELS; level++) {
    const p = level / LEVELS;
    sum += came[level] * (1 - p) ** 2 + (all[level] - came[level]) * p ** 2;
    n += all[level];
  }
  return sum / n;
}

/** Share that came true. */
export function rate({ all, came }: Counted): number {
  return total(came) / total(all);
}

/** Mean probability less share that came true, −1 … 1: above 0 is too hopeful. */
export function bias({ all, came }: Counted): number {
  let [sum, n] = [0, 0];
  for (let level = 0; level <= LEVELS; level++) {
    sum += (all[level] * level) / LEVELS - came[level];
    n += all[level];
  }
  return sum / n;
}

/** One bin of a calibration curve. */
interface Bin {
  readonly stated: number;
  readonly came: number;
  readonly n: number;
}

/**
 * Bins of equal mass: at least n / `bins` forecasts each (but the last), in the order of what was stated. Equal forecasts are
 * never parted.
 *
 * Source: adaptive calibration error, Nixon et al. 2019, arXiv 1904.01685, section 3.
 */
export function equalMassBins({ all, came }: Counted, bins = 10): readonly Bin[] {
  const each = total(all) / bins;
  const found: Bin[] = [];
  let [n, true_, sum, reached, passed] = [0, 0, 0, 0, 0];
  for (let level = 0; level <= LEVELS; level++) {
    if (all[level] === 0) continue;
    n += all[level];
    passed += all[level];
    true_ += came[level];
    sum += (all[level] * level) / LEVELS;
    if (passed < each * (reached + 1) - 1e-9) continue;
    found.push({ stated: sum / n, came: true_ / n, n });
    reached = Math.floor(passed / each + 1e-9);
    [n, true_, sum] = [0, 0, 0];
  }
  if (n > 0) found.push({ stated: sum / n, came: true_ / n, n });
  return found;
}

/** Expected calibration error over bins of equal mass, 0 … 1. Biased upwards for few forecasts. */
export function calibrationError(counted: Counted): number {
  const bins = equalMassBins(counted);
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.stated - bin.came), 0);
}

/** Expected calibration error over ten bins of equal width, as in the engine. */
export function equalWidthError({ all, came }: Counted, bins = 10): number {
  const gaps = new Float64Array(bins);
  for (let level = 0; level <= LEVELS; level++) {
    gaps[Math.min(bins - 1, Math.floor((level * bins) / LEVELS))] += (all[level] * level) / LEVELS - came[level];
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total(all);
}

/** Calls by confidence: `all[k]` calls with confidence (LEVELS/2 + k) / LEVELS, `came[k]` of them right. An even chance calls yes. */
function calls({ all, came }: Counted): Counted {
  const half = LEVELS / 2;
  const right = { all: new Float64Array(half + 1), came: new Float64Array(half + 1) };
  for (let level = 0; level <= LEVELS; level++) {
    const k = Math.abs(level - half);
    right.all[k] += all[level];
    right.came[k] += level >= half ? came[level] : all[level] - came[level];
  }
  return right;
}

/** A point of the curve: when the most confident `covered` of all are called, `risk` of those are wrong. */
interface RiskAt {
  readonly covered: number;
  readonly risk: number;
}

/** Risk after each level of confidence, the surest first. */
export function riskCoverage(counted: Counted): readonly RiskAt[] {
  const { all, came } = calls(counted);
  const n = total(all);
  const points: RiskAt[] = [];
  let [taken, right] = [0, 0];
  for (let k = all.length - 1; k >= 0; k--) {
    if (all[k] === 0) continue;
    taken += all[k];
    right += came[k];
    points.push({ covered: taken / n, risk: 1 - right / taken });
  }
  return points;
}

/**
 * AURC: share of wrong calls among the k most confident, averaged over k = 1 … n; equal confidences in random order, in
 * expectation. 0 … 1.
 *
 * Source: Geifman, Uziel & El-Yaniv 2019, arXiv 1805.08206, section 2.
 */
export function areaUnderRisk(counted: Counted): number {
  let area = 0;
  const n = eachTop(counted, (k, right) => {
    area += 1 - right / k;
  });
  return area / n;
}

/** Share of right calls among the most confident when `coverage` (0 … 1, rounded up) of all are called. */
export function accuracyAt(counted: Counted, coverage: number): number {
  const n = total(counted.all);
  const wanted = Math.max(1, Math.ceil(coverage * n - 1e-9));
  let found = Number.NaN;
  eachTop(counted, (k, right) => {
    if (k === wanted) found = right / k;
  });
  return found;
}

/** Calls back with k = 1 … n and the expected number of right calls among the k most confident; gives n. */
function eachTop(counted: Counted, at: (k: number, right: number) => void): number {
  const { all, came } = calls(counted);
  let [taken, right] = [0, 0];
  for (let level = all.length - 1; level >= 0; level--) {
    for (let i = 1; i <= all[level]; i++) at(taken + i, right + (came[level] * i) / all[level]);
    taken += all[level];
    right += came[level];
  }
  return taken;
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
