/**
 * Who is imagined in sample i: the same intent, temperament and noise whatever the act (common random numbers).
 *
 * Intents are drawn one golden-ratio step apart from a random start, so that few samples cover the belief evenly, and
 * each alone still has the belief's distribution (a rotated lattice: Cranley & Patterson 1976).
 * @module
 */
import type { Random } from '@sente/engine';
import type { Person } from './play-forward.ts';

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Persons by sample number; the same `random` gives the same ones. */
export function createPersons(
  weights: readonly number[],
  temperaments: readonly string[],
  random: Random,
): (sample: number) => Person {
  const start = random.split('intents').next();
  return (sample) => {
    const own = random.split(sample);
    return {
      intent: positionAt(weights, (start + sample * GOLDEN) % 1),
      temperament: own.split('temperament').pick(temperaments),
      random: own,
    };
  };
}

/** The intent at `quantile`, from 0 to 1, of the weights laid end to end. */
function positionAt(weights: readonly number[], quantile: number): number {
  let left = quantile * weights.reduce((sum, weight) => sum + weight, 0);
  const position = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return position < 0 ? weights.findLastIndex((weight) => weight > 0) : position;
}
