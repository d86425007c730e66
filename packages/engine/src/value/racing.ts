/**
 * Which act to sample next, so that the best one is found with few samples. Pure: it says what to play and is told what
 * came back, so a fast world can drive it in a loop and a model-calling one in parallel batches.
 *
 * - Sample number i means the same imagined user whatever the act (common random numbers), so acts are compared by
 *   paired differences.
 * - Rounds of sequential halving (Karnin, Koren & Somekh 2013): each round has an equal part of what is left of the
 *   budget, and at most the better half goes on. Acts that trail the leader by more than a few standard errors are set
 *   aside with the other half; how many errors grows with the budget. Samples are kept from round to round.
 * - Within rounds, an act is dropped as soon as it cannot win: a one-sided paired t-test against the leader at a level
 *   that keeps the chance of ever dropping the best act below `risk`, over all acts and looks together (races: Maron &
 *   Moore 1994; Heidrich-Meisner & Igel 2009; the series 6/(π²k²) for repeated looks as in Audibert, Munos & Szepesvári
 *   2009). When one act is left the race is over, whatever the budget.
 *
 * Setting aside is a bet, dropping is a test. Everything depends on the values told, not on the order of their arrival.
 * @module
 */
import { type Comparison, compare, meanOf, pooledVariance, standardError, summarise } from './comparison.ts';
import { studentTail } from './statistics.ts';

/** One conversation to play: the act's position, and the number of the sample (the imagined user). */
export interface Draw {
  readonly act: number;
  readonly sample: number;
}

/** Settings of a race. */
export interface RaceOptions {
  /** Number of acts, from 1. Of equals the earlier one wins. */
  readonly acts: number;
  /** Samples to spend at most, from 1. */
  readonly budget: number;
  /** Chance that the test drops the best act, in (0, 1); 0.05 by default. */
  readonly risk?: number;
}

/** How one act stands. */
export interface Standing {
  /** Mean value; for an act that has left the race, the leader's mean plus the mean paired difference from it. NaN before the first sample. */
  readonly mean: number;
  /** Standard error of the mean over the act's own samples; NaN before the second. */
  readonly error: number;
  readonly samples: number;
  /** `in` the race, `aside` (its samples are better spent on others), or `dropped` (it cannot win). */
  readonly status: 'in' | 'aside' | 'dropped';
}

/** A race under way. */
export interface Race {
  /** What to play now, in any order or all at once; empty when the race is over. Throws UntoldDrawsError. */
  next(): readonly Draw[];
  /** Tells the value of a draw; undefined when playing it failed, which leaves that sample of that act out. */
  tell(draw: Draw, value: number | undefined): void;
  /** Position of the best act so far; valid at any moment (0 before anything was told). */
  best(): number;
  standings(): readonly Standing[];
  /** Samples handed out. */
  readonly spent: number;
}

/** `next` was called while draws that had been handed out were still to be told. */
export class UntoldDrawsError extends Error {
  override readonly name = 'UntoldDrawsError';

  constructor(untold: number) {
    super(
      `${untold} draws were handed out and not told yet. Tell each one (undefined if it failed) before asking for more.`,
    );
  }
}

/** The test is not tried on fewer pairs: t is no guide to the tail of so few. */
const LEAST_PAIRS = 8;

/** Starts a race. */
export function createRace(options: RaceOptions): Race {
  const { acts, budget, risk = 0.05 } = options;
  /** Standard errors behind the leader at which an act is set aside. */
  const margin = 0.85 * Math.sqrt(Math.log(1 + budget / acts));
  const values: number[][] = Array.from({ length: acts }, () => []);
  const status: Standing['status'][] = values.map(() => 'in');
  /** Those in the race, all with `depth` samples; the round ends when they have `target`. */
  let alive = values.map((_, i) => i);
  let depth = 0;
  let target = 0;
  let looks = 0;
  let spent = 0;
  let untold = 0;

  const best = (): number => {
    let leader = alive[0];
    let greatest = Number.NEGATIVE_INFINITY;
    for (const act of alive) {
      const mean = meanOf(values[act]);
      if (mean > greatest) {
        leader = act;
        greatest = mean;
      }
    }
    return leader;
  };

  const leave = (leavers: ReadonlySet<number>, as: 'aside' | 'dropped'): void => {
    for (const act of leavers) status[act] = as;
    alive = alive.filter((act) => !leavers.has(act));
  };

  /** Drops whoever cannot win. */
  const test = (): void => {
    if (depth < LEAST_PAIRS) return;
    looks += 1;
    const leader = best();
    const level = (risk / (acts - 1)) * (6 / (Math.PI * looks) ** 2);
    const cannotWin = (act: number): boolean => {
      const { pairs, mean, variance } = compare(values[act], values[leader]);
      if (act === leader || pairs < LEAST_PAIRS || !(mean < 0)) return false;
      return studentTail(-mean / Math.sqrt(variance / pairs), pairs - 1) <= level;
    };
    leave(new Set(alive.filter(cannotWin)), 'dropped');
  };

  /** Ends a round: at most the better half goes on, and nobody who is too far behind; two at least. */
  const halve = (): void => {
    if (alive.length <= 2) return;
    const leader = best();
    const means = values.map(meanOf);
    const ranked = [...alive].sort(
      (a, b) => Number(Number.isNaN(means[a])) - Number(Number.isNaN(means[b])) || means[b] - means[a] || a - b,
    );
    const comparisons = ranked.map((act) => compare(values[act], values[leader]));
    const pooled = pooledVariance(comparisons.slice(1));
    const near = (c: Comparison): boolean => c.pairs < 3 || -c.mean < margin * standardError(c, pooled);
    const going = Math.min(Math.ceil(ranked.length / 2), Math.max(2, comparisons.findLastIndex(near) + 1));
    leave(new Set(ranked.slice(going)), 'aside');
  };

  return {
    next() {
      if (untold > 0) throw new UntoldDrawsError(untold);
      const draws: Draw[] = [];
      if (depth > 0) {
        test();
        if (depth >= target) halve();
      }
      const left = budget - spent;
      if (alive.length < 2 ? depth > 0 : left < alive.length && depth > 0) return draws;
      if (depth >= target) {
        const rounds = Math.max(1, Math.ceil(Math.log2(alive.length)));
        target = depth + Math.max(1, Math.floor(left / rounds / alive.length));
      }
      // Looks are half as far apart again each time: often enough to stop early, seldom enough for the test's level.
      const until = Math.min(target, Math.max(LEAST_PAIRS, Math.ceil(depth * 1.5)));
      for (; depth < until; depth++) {
        for (const act of alive) {
          if (spent >= budget) break;
          draws.push({ act, sample: depth });
          values[act].push(Number.NaN);
          spent += 1;
        }
      }
      untold = draws.length;
      return draws;
    },
    tell(draw, value) {
      values[draw.act][draw.sample] = value ?? Number.NaN;
      untold -= 1;
    },
    best,
    standings() {
      const leader = best();
      const base = meanOf(values[leader]);
      return values.map((own, act) => {
        const { count, mean, variance } = summarise(own);
        const paired = status[act] === 'in' ? mean : base + compare(own, values[leader]).mean;
        return {
          mean: Number.isNaN(paired) ? mean : paired,
          error: Math.sqrt(variance / count),
          samples: own.length,
          status: status[act],
        };
      });
    },
    get spent() {
      return spent;
    },
  };
}
