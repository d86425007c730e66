import { expect, it } from 'vitest';
import { sharpened } from './sharpened.ts';
import type { StateGraph } from './state-graph.ts';

const edges = { count: 0, items: 4, codes: new Uint32Array(0), offsets: new Uint32Array(5), has: new Uint8Array(0) };
// One more weight than there are candidates.
const state: StateGraph = {
  edges,
  items: [2, 0, 3],
  weights: [0.5, 0.3, 0.2, 9],
  count: 3,
  questions: [],
  turn: 2,
  useless: 1,
};

it('raises the belief to the exponent, scaled to sum to 1, and leaves the rest', () => {
  const { weights, ...rest } = sharpened(state, 2);
  const whole = 0.25 + 0.09 + 0.04;
  [0.25, 0.09, 0.04].forEach((one, k) => {
    expect(weights[k]).toBeCloseTo(one / whole, 12);
  });
  expect(weights).toHaveLength(3);
  const { weights: _, ...others } = state;
  expect(rest).toEqual(others);
});

it('of 1 changes nothing', () => {
  expect(sharpened(state, 1)).toBe(state);
});
