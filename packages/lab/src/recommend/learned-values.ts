/**
 * A learned policy for the concierge: what its network says of a belief over a table.
 * @module
 */
import type { LearnedValues } from '@sente/catalog';
import { createCellFinder, graphPolicy, type LearnedPolicy } from '@sente/pocket';
import { policyGame } from './state-graph.ts';

/** What the concierge's customers are taken to be like: they do not always know, and do not wait for ever. */
const CUSTOMERS = { turns: 15, listSize: 3, noise: 0, unknown: 0.1, hazard: 0.02 } as const;

/** Makes it. Throws RangeError for weights of another shape. */
export function learnedValues({ card, weights }: LearnedPolicy): LearnedValues {
  // Attributes are few: all are weighed.
  const find = createCellFinder(policyGame(CUSTOMERS, CUSTOMERS.listSize), { most: Number.POSITIVE_INFINITY });
  const valuesOf = graphPolicy(card.shape, weights);
  return {
    listSize: CUSTOMERS.listSize,
    score({ turn, ...point }) {
      // A conversation that goes on for longer is always in its last turns.
      const graph = { ...point, turn: Math.min(turn, CUSTOMERS.turns) };
      const all = point.questions.map((_, n) => n);
      const values = valuesOf(find(graph, all));
      return {
        list: values[0],
        questions: values.subarray(1, 1 + all.length),
        offers: values.subarray(1 + all.length),
      };
    },
  };
}
