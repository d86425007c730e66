/**
 * A probability from several samples: the model is asked the same thing several times, at some temperature, and the
 * answers are counted.
 * @module
 */

/**
 * (yes + 1) / (samples + 2), Laplace's rule of succession: the mean of the belief about the rate after these samples, with
 * every rate equally likely before. So three of three make 0.8 and not 1. `undefined` is a sample that could not be read
 * and counts for nothing; without any readable sample the result is ½.
 *
 * Source: Laplace, "Théorie analytique des probabilités", 1812. `prior` is the number of imagined samples on each side, 1 by
 * default (½ gives Krichevsky and Trofimov's estimate).
 */
export function probabilityFromSamples(samples: readonly (boolean | undefined)[], prior = 1): number {
  const read = samples.filter((sample) => sample !== undefined);
  return (read.filter(Boolean).length + prior) / (read.length + 2 * prior);
}
