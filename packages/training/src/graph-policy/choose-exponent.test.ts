import { createRandom } from '@sente/engine';
import { policyValues, type StateGraph } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { expect, it } from 'vitest';
import { madeTags } from '../testing/made-tags.ts';
import { chooseExponent } from './choose-exponent.ts';
import type { Game, PolicyWorld } from './game.ts';
import type { PolicyBudget } from './presets.ts';
import { catalogWorlds } from './worlds.ts';

const world = catalogWorlds(madeTags()).train;
const network = policyValues(shippedPolicy());
const budget = { turns: 10, questions: 6, judged: 100 } as PolicyBudget;

/** People who are as much surer than their belief as `exponent` says. */
const surer = (exponent: number): PolicyWorld => ({
  ...world,
  draw: (random) => ({ user: 0, target: random.weighted(world.prior(0).map((weight) => weight ** exponent)) }),
});
const chosen = (people: PolicyWorld): number => chooseExponent(people, network, budget, createRandom('people'));

it('is larger where people are surer than the belief says', () => {
  expect(chosen(surer(1.5))).toBeGreaterThan(chosen(surer(0.7)));
});

it('is the first where it makes no difference, and the network sees the belief that it makes', () => {
  const seen = new Set<number>();
  const blind = (game: Game): Game => ({
    ...game,
    graph(state) {
      const graph = game.graph(state);
      return { ...graph, weights: new Float64Array(graph.count).fill(1 / graph.count) };
    },
    find(state: StateGraph, questions) {
      seen.add(Math.round(1e9 * state.weights[0] * state.count));
      return game.find(state, questions);
    },
  });
  expect(chooseExponent(world, network, { ...budget, judged: 20 }, createRandom('people'), { view: blind })).toBe(1);
  expect([...seen]).toEqual([1e9]);
});
