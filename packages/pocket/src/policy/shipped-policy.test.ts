import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { shippedPolicy } from '../node.ts';
import { createCellFinder } from './cells.ts';
import { policyValues } from './policy-card.ts';
import type { StateGraph } from './state-graph.ts';

it('the policy that ships asks while much is left, and shows a list once it is sure', () => {
  const valuesOf = policyValues(shippedPolicy());
  const reward = (turn: number, rank: number): number => 1.3 - turn / 15 + 0.5 / Math.log2(turn + rank + 1);
  const find = createCellFinder({ turns: 14, listSize: 10, noise: 0, unknown: 0, hazard: 0, reward });
  const random = createRandom('shipped');
  const [items, answers] = [800, 10];
  const has = new Uint8Array(items * answers).map(() => (random.next() < 0.4 ? 1 : 0));
  const given = Array.from({ length: items }, (_, item) =>
    Array.from({ length: answers }, (_, answer) => answer).filter((answer) => has[answer * items + item] === 1),
  );
  let total = 0;
  const offsets = Uint32Array.from([0, ...given.map((own) => (total += own.length))]);
  const edges = { count: answers, items, codes: Uint32Array.from(given.flat()), offsets, has };
  const state = (weightOf: (rank: number) => number): StateGraph => {
    const own = Array.from({ length: items }, (_, rank) => weightOf(rank));
    const sum = own.reduce((all, one) => all + one, 0);
    return {
      edges,
      items: own.map((_, item) => item),
      weights: own.map((weight) => weight / sum),
      count: items,
      questions: Array.from({ length: answers }, (_, answer) => [answer]),
      turn: 1,
      useless: 0,
    };
  };
  const lead = (at: StateGraph): number => {
    const [list, ...questions] = valuesOf(find(at));
    return Math.max(...questions) - list;
  };
  expect(lead(state(() => 1))).toBeGreaterThan(0.05);
  expect(lead(state((rank) => (rank < 3 ? 1 : 1e-4)))).toBeLessThan(-0.01);
});
