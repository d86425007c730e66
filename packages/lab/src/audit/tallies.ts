/**
 * Shares of sums over cases (precision, recall, F1), with 95% bootstrap intervals over cases: turns of one conversation are no
 * independent cases, so conversations are drawn, not turns.
 * @module
 */
import type { Random } from '@sente/engine';
import { percentileInterval, RESAMPLES, resampledMeans } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/column.ts';
import type { Figure } from '../statistics/summary.ts';

/** Sums by name and case. */
interface Tallies {
  add(name: string, position: number, amount: number): void;
  /** What two sides have in common, and each alone: what `agreement` reads. */
  compare(name: string, position: number, actual: boolean, decided: boolean): void;
  /** Call once everything is added. */
  finish(random: Random): Shares;
}

/** Shares of the sums. */
interface Shares {
  /** The sum of `top` over the mean of the sums of `below`; NaN where that is 0. */
  share(top: string, ...below: readonly string[]): Figure;
  /** `NAME-precision`, `NAME-recall`, `NAME-f1` of what was compared. */
  agreement(name: string): Readonly<Record<string, Figure>>;
}

/** Makes tallies for `cases` cases, numbered from 0. */
export function tallies(cases: number): Tallies {
  const sums = new Map<string, Float64Array>();
  const add = (name: string, position: number, amount: number): void => {
    const column = sums.get(name) ?? new Float64Array(cases);
    column[position] += amount;
    sums.set(name, column);
  };
  return {
    add,
    compare(name, position, actual, decided) {
      add(`${name}/both`, position, Number(actual && decided));
      add(`${name}/decided`, position, Number(decided));
      add(`${name}/actual`, position, Number(actual));
    },
    finish(random) {
      const names = [...sums.keys()];
      const columns = [...sums.values()];
      const draws = resampledMeans(columns, random, RESAMPLES);
      const nothing = { mean: 0, draws: new Float64Array(RESAMPLES) };
      const sum = (name: string): { mean: number; draws: Float64Array } => {
        const at = names.indexOf(name);
        return at < 0 ? nothing : { mean: mean(columns[at]), draws: draws[at] };
      };
      const share = (top: string, ...below: readonly string[]): Figure => {
        const over = sum(top);
        const under = below.map(sum);
        const average = (pick: (part: { mean: number; draws: Float64Array }) => number): number =>
          under.reduce((total, part) => total + pick(part), 0) / under.length;
        const { low, high } = percentileInterval(
          over.draws.map((value, r) => value / average((part) => part.draws[r])),
        );
        return { mean: over.mean / average((part) => part.mean), low, high, n: cases };
      };
      return {
        share,
        agreement: (name) => ({
          [`${name}-precision`]: share(`${name}/both`, `${name}/decided`),
          [`${name}-recall`]: share(`${name}/both`, `${name}/actual`),
          // F1 = 2 · both / (decided + actual).
          [`${name}-f1`]: share(`${name}/both`, `${name}/decided`, `${name}/actual`),
        }),
      };
    },
  };
}
