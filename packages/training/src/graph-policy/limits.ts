/**
 * Policies of one decision each, for the question whether one policy beats three: what to ask, and when to stop asking,
 * learnt apart. What to recommend is the likeliest items in all of them.
 * @module
 */
import type { Limit } from './expert-values.ts';

/** When: asks the question with the most uncertain answer, or shows the list. Nothing else is its to choose. */
export const timingOnly: Limit = ({ able }) => (able > 1 ? [0, 1] : [0]);

/** What: asks so many questions and then shows lists. Only which questions is its to choose. */
export function questionsOnly(count: number): Limit {
  return ({ able, state }) => {
    if (able === 1 || state.turn > count) return [0];
    return Array.from({ length: able - 1 }, (_, question) => question + 1);
  };
}
