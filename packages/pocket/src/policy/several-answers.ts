/**
 * Divides candidates by questions that have several answers.
 * @module
 */
import type { Pools } from './pooling.ts';
import type { StateGraph } from './state-graph.ts';

/** Answers of a question, and the cell of those that would give the first; the others follow, last who would give none. */
export interface AskedAnswers {
  readonly answers: readonly number[];
  readonly cell: number;
}

/**
 * Sends every candidate to the cells of the answers that it would give, its weight shared among them; one that would give none
 * to the rest. Items are gone through once, by the answers that they have.
 */
export function divideBySeveral(
  pools: Pools,
  asked: readonly AskedAnswers[],
  { edges, items, weights, count }: StateGraph,
  informations: Float64Array,
  turn: number,
): void {
  if (asked.length === 0) return;
  const questionOf = new Int32Array(edges.count).fill(-1);
  const cellOf = new Int32Array(edges.count);
  asked.forEach(({ answers, cell }, question) => {
    answers.forEach((answer, n) => {
      questionOf[answer] = question;
      cellOf[answer] = cell + n;
    });
  });
  const { codes, offsets } = edges;
  const possible = new Int32Array(asked.length);
  for (let k = 0; k < count; k++) {
    const [from, end] = [offsets[items[k]], offsets[items[k] + 1]];
    possible.fill(0);
    for (let a = from; a < end; a++) if (questionOf[codes[a]] >= 0) possible[questionOf[codes[a]]]++;
    for (let a = from; a < end; a++) {
      const question = questionOf[codes[a]];
      if (question < 0) continue;
      const shared = possible[question];
      pools.send(cellOf[codes[a]], weights[k] / shared, informations[k] / shared, turn);
    }
    asked.forEach(({ answers, cell }, question) => {
      if (possible[question] === 0) pools.send(cell + answers.length, weights[k], informations[k], turn);
    });
  }
}
