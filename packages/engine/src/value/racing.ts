/**
 * Which act to sample next, so that the best one is found with few samples. Pure: it says what to play and is told what
 * came back, so a fast world can drive it in a loop and a model-calling one in parallel batches.
 *
 * - Sample number i means the same imagined user whatever the act (common random numbers), so acts are compared by
 *   paired differences.
 * - After a short warm-up of every act, each further sample goes where it is expected to improve the final choice most:
 *   the value of information of another comparison with the leader, per sample (LL procedures of Chick & Inoue 2001,
 *   "New Procedures to Select the Best Simulated System Using Common Random Numbers"; Frazier, Powell & Dayanik 2009).
 * - An act is dropped for good as soon as it cannot win: a paired t-test against the leader, at most `risk` over all acts
 *   and all looks together (races: Maron & Moore 1994; Heidrich-Meisner & Igel 2009; the correction for repeated looks,
 *   Σ 6/(π²k²) = 1, as in Audibert, Munos & Szepesvári 2009). When one act is left, the race is over.
 *
 * Everything depends on the values told and never on the order in which they arrive.
 * @module
 */
import { expectedLoss, studentTail } from './statistics.ts';

/** One conversation to play: the act's position, and the number of the sample (the imagined user). */
export interface Draw {
  readonly act: number;
  readonly sample: number;
}

/** Settings of a race. */
export interface RaceOptions {
  /** Number of acts, from 1. */
  readonly acts: number;
  /** Samples to spend at most, from 1. */
  readonly budget: number;
  /** Samples of every act before any is preferred; 4 by default, fewer when the budget is small. */
  readonly warmup?: number;
  /** Draws to hand out at a time after the warm-up, for drivers that play them in parallel; 1 by default. */
  readonly batch?: number;
  /** Chance that dropping ever removes the best act, in (0, 1); 0.05 by default. */
  readonly risk?: number;
}

/** How one act stands. */
export interface Standing {
  /** Mean value; the leader's mean plus the mean paired difference from it. NaN before the first sample. */
  readonly mean: number;
  /** Standard error of the mean over the act's own samples; NaN before the second. */
  readonly error: number;
  readonly samples: number;
  readonly dropped: boolean;
}

/** A race under way. */
export interface Race {
  /** What to play now; empty when the race is over. To be called when everything handed out has been told. */
  next(): readonly Draw[];
  /** Tells the value of a draw; undefined when playing it failed, which leaves that sample of that act out. */
  tell(draw: Draw, value: number | undefined): void;
  /** Position of the best act so far; valid at any moment. */
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

interface Comparison {
  /** Samples that both acts have. */
  pairs: number;
  /** Mean and variance of act minus leader over them; variance NaN below two pairs. */
  mean: number;
  variance: number;
}

/** Starts a race. */
export function createRace(options: RaceOptions): Race {
  const { acts, budget, batch = 1, risk = 0.05 } = options;
  const warmup = Math.max(1, Math.min(options.warmup ?? 4, Math.floor(budget / acts)));
  const values: number[][] = Array.from({ length: acts }, () => []);
  const dropped = new Uint8Array(acts);
  const looks = new Uint32Array(acts);
  const nextLook = new Uint32Array(acts).fill(8);
  let spent = 0;
  let untold = 0;
  let leader = 0;
  let comparisons: Comparison[] = [];

  const hand = (act: number, draws: Draw[]): void => {
    draws.push({ act, sample: values[act].length });
    values[act].push(Number.NaN);
    spent += 1;
    untold += 1;
  };

  /** Makes the act that stands best against the leader the new leader, until nobody stands better. */
  const lead = (): void => {
    if (!values[leader].some((value) => !Number.isNaN(value))) leader = greatestMean(values);
    for (let change = 0; change <= acts; change++) {
      comparisons = values.map((own) => compare(own, values[leader]));
      let best = leader;
      for (let i = 0; i < acts; i++) if (comparisons[i].mean > comparisons[best].mean) best = i;
      if (best === leader) return;
      leader = best;
      dropped[leader] = 0;
    }
  };

  const drop = (): void => {
    for (let i = 0; i < acts; i++) {
      const { pairs, mean, variance } = comparisons[i];
      if (i === leader || dropped[i] || pairs < nextLook[i]) continue;
      looks[i] += 1;
      nextLook[i] = Math.ceil(pairs * 1.5);
      const t = -mean / Math.sqrt(variance / pairs);
      const allowed = (risk / (acts - 1)) * (6 / (Math.PI * looks[i]) ** 2);
      if (mean < 0 && studentTail(t, pairs - 1) <= allowed) dropped[i] = 1;
    }
  };

  /** The comparison with the leader that is worth most per sample, and how many more pairs of it. */
  const choose = (pooled: number): { act: number; pairs: number } | undefined => {
    let found: { act: number; pairs: number } | undefined;
    let most = -1;
    for (let i = 0; i < acts; i++) {
      if (i === leader || dropped[i]) continue;
      const { mean, variance, pairs: told } = comparisons[i];
      const spread = shrink(variance, told, pooled);
      const pairs = Math.min(values[i].length, values[leader].length);
      for (let more = 1; ; more *= 2) {
        const cost = Math.max(0, pairs + more - values[i].length) + Math.max(0, pairs + more - values[leader].length);
        if (cost > budget - spent) break;
        // How far the estimate is expected to move when `more` pairs come in.
        const movement = Math.sqrt(spread * (1 / Math.max(1, pairs) - 1 / (pairs + more)));
        const gain = expectedLoss(Math.max(0, -mean), movement) / cost;
        if (gain > most) {
          most = gain;
          found = { act: i, pairs: more };
        }
        if (more > pairs) break;
      }
    }
    return found;
  };

  return {
    next() {
      if (untold > 0) throw new UntoldDrawsError(untold);
      const draws: Draw[] = [];
      if (spent >= budget) return draws;
      if (spent === 0) {
        for (let sample = 0; sample < warmup; sample++) {
          for (let i = 0; i < acts && spent < budget; i++) hand(i, draws);
        }
        return draws;
      }
      lead();
      drop();
      const pooled = median(comparisons.filter((_, i) => i !== leader && !dropped[i]).map((c) => c.variance));
      while (draws.length < batch && spent < budget) {
        const choice = choose(pooled);
        if (!choice) break;
        const sample = Math.min(values[choice.act].length, values[leader].length);
        if (values[leader].length <= sample) hand(leader, draws);
        if (values[choice.act].length <= sample && spent < budget) hand(choice.act, draws);
      }
      return draws;
    },
    tell(draw, value) {
      values[draw.act][draw.sample] = value ?? Number.NaN;
      untold -= 1;
    },
    best() {
      lead();
      return leader;
    },
    standings() {
      lead();
      const base = summary(values[leader]).mean;
      return values.map((own, i) => {
        const { count, mean, variance } = summary(own);
        const paired = comparisons[i].pairs > 0 ? base + comparisons[i].mean : mean;
        return { mean: paired, error: Math.sqrt(variance / count), samples: own.length, dropped: dropped[i] === 1 };
      });
    },
    get spent() {
      return spent;
    },
  };
}

function compare(own: readonly number[], leading: readonly number[]): Comparison {
  const length = Math.min(own.length, leading.length);
  let pairs = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < length; i++) {
    const difference = own[i] - leading[i];
    if (Number.isNaN(difference)) continue;
    pairs += 1;
    sum += difference;
    squares += difference * difference;
  }
  const mean = sum / pairs;
  return { pairs, mean, variance: pairs < 2 ? Number.NaN : Math.max(0, (squares - sum * mean) / (pairs - 1)) };
}

function greatestMean(values: readonly (readonly number[])[]): number {
  const means = values.map((own) => summary(own).mean);
  return means.reduce((best, mean, i) => (mean > means[best] || Number.isNaN(means[best]) ? i : best), 0);
}

function summary(own: readonly number[]): { count: number; mean: number; variance: number } {
  const told = own.filter((value) => !Number.isNaN(value));
  const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
  const squares = told.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: told.length, mean, variance: told.length < 2 ? Number.NaN : squares / (told.length - 1) };
}

/** A variance from few pairs leans on that of the others, as if they had lent it two pairs. */
function shrink(variance: number, pairs: number, pooled: number): number {
  if (pairs < 2 || Number.isNaN(variance)) return pooled;
  return ((pairs - 1) * variance + 2 * pooled) / (pairs + 1);
}

function median(list: readonly number[]): number {
  const sorted = list.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length === 0 ? 1 : sorted[Math.floor(sorted.length / 2)];
}
