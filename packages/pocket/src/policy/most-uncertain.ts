/**
 * Which questions are worth weighing.
 * @module
 */
import type { StateGraph } from './state-graph.ts';

/**
 * The questions whose answers are the most uncertain (Gini impurity of yes, or of the answers), at most so many; of equals the
 * first. `alone`: the belief that each answer would be given.
 */
export function mostUncertain(questions: StateGraph['questions'], alone: Float64Array, most: number): number[] {
  const impurity = questions.map((answers) => {
    let sum = 0;
    let squares = 0;
    for (const answer of answers) {
      sum += alone[answer];
      squares += alone[answer] ** 2;
    }
    return 1 - squares - Math.max(0, 1 - sum) ** 2;
  });
  const able = questions.map((_, at) => at).filter((at) => impurity[at] > 1e-9);
  return able.sort((a, b) => impurity[b] - impurity[a] || a - b).slice(0, most);
}
