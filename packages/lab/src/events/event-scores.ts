/**
 * Scores of proposals at events, as Lu et al. 2024 (arXiv 2410.12361) count them: a proposal that was welcome is a true
 * positive, one that was not a false alarm; silence where help was wanted is a miss. The share of false alarms is
 * FP / (TP + FP), one less precision, and not a share of the events at which silence was right.
 * @module
 */

/** Counts of events by what was done and what was right. */
export interface EventCounts {
  /** Proposals that were welcome. */
  readonly tp: number;
  /** Proposals that were not. */
  readonly fp: number;
  /** Silence where help was wanted. */
  readonly fn: number;
  /** Silence where it was right. */
  readonly tn: number;
}

/** The figures, each 0 … 1; NaN where there is none. */
export interface EventScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
  readonly falseAlarms: number;
}

/** Counts decisions against labels; arrays of one length. */
export function countEvents(speaks: readonly boolean[], welcome: readonly boolean[]): EventCounts {
  const count = (spoke: boolean, wanted: boolean): number =>
    speaks.reduce((sum, value, position) => sum + Number(value === spoke && welcome[position] === wanted), 0);
  return { tp: count(true, true), fp: count(true, false), fn: count(false, true), tn: count(false, false) };
}

/** Adds counts up. */
export function addCounts(all: readonly EventCounts[]): EventCounts {
  const sum = (pick: (counts: EventCounts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  return { tp: sum(({ tp }) => tp), fp: sum(({ fp }) => fp), fn: sum(({ fn }) => fn), tn: sum(({ tn }) => tn) };
}

/** Without any proposal there is no precision and no share of false alarms; F1 is 0 then. */
export function scoreEvents({ tp, fp, fn, tn }: EventCounts): EventScores {
  return {
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    accuracy: (tp + tn) / (tp + fp + fn + tn),
    falseAlarms: fp / (tp + fp),
  };
}
