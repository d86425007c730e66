/**
 * Intervals over seeds and cases at once: a figure is worked out again on seeds and cases drawn with replacement, the same
 * draws for every model, so that differences are paired.
 *
 * Source: the two-way bootstrap (Owen 2007, "The pigeonhole bootstrap", Annals of Applied Statistics 1): rows and columns
 * of a crossed table are drawn independently.
 * @module
 */
import type { Random } from '@sente/engine';

/** Redrawn cases and seeds; the first draw is the data as it is. */
export interface Draw {
  /** Places in the list of seeds. */
  readonly seeds: readonly number[];
  /** Places in the list of cases. */
  readonly cases: Int32Array;
  /** Places in the list of held-out texts. */
  readonly texts: Int32Array;
}

/** Sizes of what is redrawn. */
export interface DrawSizes {
  readonly seeds: number;
  readonly cases: number;
  readonly texts: number;
}

/** `count` draws and, before them, the data as it is. */
export function drawAll({ seeds, cases, texts }: DrawSizes, count: number, random: Random): Draw[] {
  const asItIs = (size: number): Int32Array => Int32Array.from({ length: size }, (_, at) => at);
  const redrawn = (size: number, dice: Random): Int32Array =>
    Int32Array.from({ length: size }, () => dice.integer(size));
  return Array.from({ length: count + 1 }, (_, at): Draw => {
    const dice = random.split(at);
    if (at === 0) return { seeds: [...asItIs(seeds)], cases: asItIs(cases), texts: asItIs(texts) };
    return {
      seeds: [...redrawn(seeds, dice.split('seeds'))],
      cases: redrawn(cases, dice.split('cases')),
      texts: redrawn(texts, dice.split('texts')),
    };
  });
}

/** A figure in every draw; NaN where it cannot be worked out. */
export type Drawn = Float64Array;

/** The figure and its 95% interval: the middle of the draws that came to a number. */
export function interval(drawn: Drawn): { mean: number; low: number; high: number } {
  const sorted = [...drawn.subarray(1)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { mean: drawn[0], low: at(0.025), high: at(0.975) };
}
