/**
 * The simple rule that a policy has to beat: so many questions, the one whose answer is the most uncertain first, then lists.
 * @module
 */
import type { LearnedPoint, LearnedValues } from '@sente/catalog';
import { featureMass } from '@sente/catalog';

/** A concierge with these values asks the `questions` best questions, shows lists from then on, and offers nothing. */
export function questionRule(questions: number, listSize: number = 3): LearnedValues {
  return {
    listSize,
    score(point) {
      const bits = point.questions.map((answers) => entropy(point, answers));
      // The order of values is all that counts; whatever is not chosen stays below the list, or above it.
      const asks = point.turn <= questions;
      return {
        list: 1,
        questions: bits.map((one) => (asks ? 2 : 0) + one / 100),
        offers: point.offers.map(() => -1),
      };
    },
  };
}

/** Entropy in bits of the answers to a question, "none of these" among them; an item with several shares its weight. */
function entropy(point: LearnedPoint, answers: readonly number[]): number {
  const shares = featureMass(point, point.edges);
  const own = answers.map((answer) => shares[answer]);
  const sum = own.reduce((all, one) => all + one, 0);
  const parts = sum > 1 ? own.map((one) => one / sum) : [...own, 1 - sum];
  return -parts.reduce((bits, part) => bits + (part > 1e-12 ? part * Math.log2(part) : 0), 0);
}
