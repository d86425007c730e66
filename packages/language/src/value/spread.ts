/**
 * Standard errors of means over few samples.
 * @module
 */
import { summarise } from '@sente/engine';

/** Standard deviation of R\* where no act was sampled twice: that of a conversation served as often as not. */
const UNKNOWN = 0.5;

/**
 * Standard error of each act's mean; acts with a single sample take the acts' pooled variance. Infinite without samples.
 */
export function spread(values: readonly (readonly number[])[]): readonly number[] {
  const all = values.map((own) => summarise(own));
  const known = all.filter(({ count }) => count > 1);
  const pooled =
    known.length > 0 ? known.reduce((sum, { variance }) => sum + variance, 0) / known.length : UNKNOWN ** 2;
  return all.map(({ count, variance }) => Math.sqrt((count > 1 ? variance : pooled) / count));
}
