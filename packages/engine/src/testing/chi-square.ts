/**
 * Pearson's test of whether counts follow given probabilities.
 * @module
 */
import { normalTail } from '../value/statistics.ts';

/**
 * The probability of counts at least this far from what `expected` (summing to 1) leads to expect, by Wilson and
 * Hilferty's approximation (1931). Categories in which fewer than five are expected are counted as one. A count where
 * nothing is expected gives 0.
 */
export function chiSquareTest(expected: ReadonlyMap<string, number>, observed: ReadonlyMap<string, number>): number {
  const total = [...observed.values()].reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let categories = 0;
  let rareExpected = 0;
  let rareObserved = 0;
  const add = (expectation: number, count: number): void => {
    statistic += (count - expectation) ** 2 / expectation;
    categories += 1;
  };
  for (const [category, count] of observed) if (count > 0 && !((expected.get(category) ?? 0) > 0)) return 0;
  for (const [category, probability] of expected) {
    const count = observed.get(category) ?? 0;
    if (probability * total >= 5) add(probability * total, count);
    else {
      rareExpected += probability * total;
      rareObserved += count;
    }
  }
  if (rareExpected > 0) add(rareExpected, rareObserved);
  const freedom = categories - 1;
  if (freedom < 1) return 1;
  const spread = 2 / (9 * freedom);
  return normalTail((Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread));
}
