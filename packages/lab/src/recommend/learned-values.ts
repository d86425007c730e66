/**
 * A learned policy for the concierge: what its network says of a belief over a table.
 * @module
 */
import { type LearnedPoint, type LearnedValues, STOPPING } from '@sente/catalog';
import {
  createCellFinder,
  edgeEffects,
  type FindCells,
  type LearnedPolicy,
  policyValues,
  STOP,
  type StateGraph,
} from '@sente/pocket';
import { policyGame } from './state-graph.ts';

/** What the concierge's customers are taken to be like: they do not wait for ever. */
const CUSTOMERS = { turns: 15, listSize: 3, noise: 0, hazard: 0.02 } as const;

/** How often a question has no answer differs from one customer to the next: it is told in steps of a twentieth. */
const STEPS = 20;

/** With more candidates than this a score takes milliseconds, and fewer edges are left out. */
const MANY = 5000;
const FEWER = { items: 4, answers: 4, questions: 4 } as const;

/** Makes it. Throws RangeError for weights of another shape. */
export function learnedValues(policy: LearnedPolicy): LearnedValues {
  const finders = new Map<number, FindCells>();
  const finderFor = (silence: number): FindCells => {
    const step = Math.round(STEPS * silence);
    const known = finders.get(step);
    if (known) return known;
    const made = createCellFinder(policyGame({ ...CUSTOMERS, unknown: step / STEPS }, CUSTOMERS.listSize));
    finders.set(step, made);
    return made;
  };
  const valuesOf = policyValues(policy);
  const valuesAt = (silence: number, graph: StateGraph): Float64Array => {
    // Attributes are few: all are weighed.
    const all = graph.questions.map((_, n) => n);
    return valuesOf(finderFor(silence)(graph, all));
  };
  return {
    listSize: CUSTOMERS.listSize,
    score(point) {
      const values = valuesAt(point.silence, graphOf(point));
      const offers = 1 + point.questions.length;
      return { list: values[0], questions: values.subarray(1, offers), offers: values.subarray(offers) };
    },
    explain: (point, act, rival) =>
      edgeEffects(graphOf(point), (graph) => valuesAt(point.silence, graph), {
        act: inGraph(act),
        rival: inGraph(rival),
        ...(point.count > MANY && FEWER),
      }),
  };
}

/** An act's number in a graph. Both sides count alike, but for stopping, which each calls what it likes. */
function inGraph(act: number): number {
  return act === STOPPING ? STOP : act;
}

/** A conversation that goes on for longer than customers wait is always in its last turns. */
function graphOf({ turn, ...point }: LearnedPoint): StateGraph {
  return { ...point, turn: Math.min(turn, CUSTOMERS.turns) };
}
