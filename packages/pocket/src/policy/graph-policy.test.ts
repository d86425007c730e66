import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madePolicy } from '../testing/made-policy.ts';
import { madeState, renumbered, stateOf } from '../testing/made-state.ts';
import { createCellFinder, LISTING, STATISTICS } from './cells.ts';
import { GRAPH_POLICY, graphPolicy } from './graph-policy.ts';
import { readPolicy, writePolicy } from './policy-card.ts';
import type { PolicyGame, StateGraph } from './state-graph.ts';

const game: PolicyGame = {
  turns: 8,
  listSize: 3,
  noise: 0,
  unknown: 0,
  hazard: 0,
  reward: (turn, rank) => 1.5 - turn / 9 - rank / 40,
};

/** The belief after an answer, worked out the long way. */
function after(state: StateGraph, answer: number, yes: boolean): number[] {
  const { has, items } = state.edges;
  const kept = Array.from(state.items).map((item, k) => {
    return (has[answer * items + item] === 1) === yes ? state.weights[k] : 0;
  });
  const total = kept.reduce((sum, one) => sum + one, 0);
  return kept.filter((weight) => weight > 0).map((weight) => weight / total);
}

/** What lists alone are worth from a turn on. */
function byLists(belief: readonly number[], from: number): number {
  return belief.reduce((sum, weight, rank) => {
    const turn = from + Math.floor(rank / 3);
    return sum + (turn > 8 ? 0 : weight * game.reward(turn, (rank % 3) + 1));
  }, 0);
}

/** In nats. */
function entropy(belief: readonly number[]): number {
  return -belief.reduce((sum, weight) => sum + weight * Math.log(weight), 0);
}

describe('cells', () => {
  it('hold what the belief would be like after every answer', () => {
    const state = madeState(createRandom('cells'));
    const cells = createCellFinder(game, { most: 12 })(state);
    expect(cells.questions).toHaveLength(7);
    expect(createCellFinder(game)(state).questions).toEqual(cells.questions.slice(0, 6));
    cells.questions.forEach((question, n) => {
      for (const [offset, yes] of [
        [0, true],
        [1, false],
      ] as const) {
        const belief = after(state, question, yes);
        const at = (2 + 2 * n + offset) * STATISTICS;
        expect(cells.statistics[at + LISTING]).toBeCloseTo(byLists(belief, 3), 5);
        expect(cells.statistics[at + 7]).toBeCloseTo(belief[0], 5);
        expect(cells.statistics[at + 9]).toBeCloseTo(entropy(belief) / 8, 5);
        expect(cells.statistics[at + 10]).toBeCloseTo(Math.log(1 + belief.length) / 8, 5);
      }
    });
  });

  it('hold it too when answers can be wrong: everybody stays, in a new order', () => {
    const state = madeState(createRandom('blend'), 260);
    const noise = 0.15;
    const cells = createCellFinder({ ...game, noise })(state);
    cells.questions.forEach((question, n) => {
      for (const yes of [true, false]) {
        const { has, items } = state.edges;
        const kept = Array.from(state.items).map((item, k) => {
          return state.weights[k] * ((has[question * items + item] === 1) === yes ? 1 - noise : noise);
        });
        const heard = kept.reduce((sum, one) => sum + one, 0);
        const belief = kept.map((weight) => weight / heard).sort((a, b) => b - a);
        const cell = 2 + 2 * n + (yes ? 0 : 1);
        const at = cell * STATISTICS;
        expect(cells.chances[(1 + n) * cells.count + cell]).toBeCloseTo(heard, 6);
        expect(cells.statistics[at + LISTING]).toBeCloseTo(byLists(belief, 3), 5);
        expect(cells.statistics[at + 7]).toBeCloseTo(belief[0], 5);
        expect(cells.statistics[at + 5]).toBeCloseTo(
          belief.slice(0, 80).reduce((sum, one) => sum + one, 0),
          5,
        );
        expect(cells.statistics[at + 9]).toBeCloseTo(entropy(belief) / 8, 5);
        const other = (question + 1) % 7;
        const share = kept.reduce((sum, weight, k) => sum + weight * has[other * items + state.items[k]], 0) / heard;
        expect(cells.shares[cell * cells.neighbours + other]).toBeCloseTo(share, 5);
      }
    });
  });

  it('have chances that sum to 1, and to less where users may leave', () => {
    const state = madeState(createRandom('chances'));
    const sums = (own: PolicyGame): number[] => {
      const { acts, count, chances } = createCellFinder(own)(state);
      return Array.from({ length: acts }, (_, act) =>
        chances.subarray(act * count, (act + 1) * count).reduce((sum, one) => sum + one, 0),
      );
    };
    const listed = state.weights[0] + state.weights[1] + state.weights[2];
    for (const own of [game, { ...game, noise: 0.2, unknown: 0.3 }]) {
      const [list, ...asks] = sums(own);
      expect(list).toBeCloseTo(1 - listed, 5);
      for (const ask of asks) expect(ask).toBeCloseTo(1, 5);
    }
    for (const ask of sums({ ...game, hazard: 0.1 }).slice(1)) {
      expect(ask).toBeLessThan(1);
      expect(ask).toBeGreaterThan(0.9 - 1e-6);
    }
  });

  it('of a list with an offer are those of the list, divided where somebody reacts', () => {
    const state = { ...madeState(createRandom('offer')), offers: [2] };
    const cells = createCellFinder({ ...game, heeds: 0.4 }, { most: 12 })(state);
    const { count, acts, chances, statistics, shares, neighbours } = cells;
    const act = acts - 1;
    expect(acts).toBe(1 + 7 + 1);
    expect(cells.now[act]).toBe(cells.now[0]);
    const behind = Array.from(state.items).slice(3);
    const mass = (yes: boolean): number =>
      behind.reduce((sum, item) => sum + ((state.edges.has[2 * 30 + item] === 1) === yes ? state.weights[item] : 0), 0);
    const [yes, no] = [count - 2, count - 1];
    expect(chances[act * count + yes]).toBeCloseTo(0.4 * mass(true), 6);
    expect(chances[act * count + no]).toBeCloseTo(0.4 * mass(false), 6);
    expect(chances[act * count + 1]).toBeCloseTo(0.6 * (mass(true) + mass(false)), 6);
    const best = Math.max(
      ...behind.filter((item) => state.edges.has[2 * 30 + item] === 1).map((item) => state.weights[item]),
    );
    expect(statistics[yes * STATISTICS + 7]).toBeCloseTo(best / mass(true), 5);
    const both = behind.reduce((sum, item) => {
      return sum + state.edges.has[2 * 30 + item] * state.edges.has[4 * 30 + item] * state.weights[item];
    }, 0);
    expect(shares[yes * neighbours + 4]).toBeCloseTo(both / mass(true), 5);
    expect(shares[yes * neighbours + 2]).toBe(0);
    const bare = createCellFinder(game, { most: 12 })({ ...state, offers: [] });
    const [withOffer, without] = [policyOf(cells), policyOf(bare)];
    expect(withOffer.slice(0, 8)).toEqual(without);
  });

  it('of a question with several answers are those of its answers and of the rest', () => {
    const random = createRandom('several');
    const given = Array.from({ length: 20 }, () => [[0], [1], [2], []][random.integer(4)]);
    const state: StateGraph = { ...stateOf(given, 3), questions: [[0, 1, 2]] };
    const { count, chances } = createCellFinder(game)(state);
    expect(count).toBe(2 + 4);
    const masses = [0, 1, 2].map((answer) =>
      given.reduce((sum, own, k) => sum + (own[0] === answer ? state.weights[k] : 0), 0),
    );
    masses.forEach((mass, n) => {
      expect(chances[count + 2 + n]).toBeCloseTo(mass, 6);
    });
    expect(chances[count + 5]).toBeCloseTo(1 - masses[0] - masses[1] - masses[2], 6);
  });

  it('share an item among its answers to one question, and know what its owners would answer to another', () => {
    const random = createRandom('lists');
    const given = Array.from({ length: 30 }, () => [0, 1, 2, 3, 4].filter(() => random.next() < 0.5));
    const state: StateGraph = {
      ...stateOf(given, 5),
      questions: [
        [0, 1, 2],
        [3, 4],
      ],
    };
    const { questions, count, chances, shares, neighbours } = createCellFinder(game)(state);
    const own = [0, 1, 2];
    const act = 1 + questions.indexOf(0);
    const first = act === 1 ? 2 : 2 + 3;
    /** Σ over items of their weight, times the share of it that comes to an answer (3: to none), times whether they have b. */
    const mass = (answer: number, b?: number): number =>
      given.reduce((sum, has, k) => {
        const possible = own.filter((one) => has.includes(one));
        const comes =
          possible.length === 0 ? (answer === 3 ? 1 : 0) : possible.includes(answer) ? 1 / possible.length : 0;
        return sum + state.weights[k] * comes * (b === undefined || has.includes(b) ? 1 : 0);
      }, 0);
    for (const answer of [0, 1, 2, 3]) {
      expect(chances[act * count + first + answer]).toBeCloseTo(mass(answer), 6);
      for (const b of [3, 4]) {
        expect(shares[(first + answer) * neighbours + b]).toBeCloseTo(mass(answer, b) / mass(answer), 5);
      }
    }
  });
});

const { card, weights } = madePolicy('weights');
const policy = graphPolicy(GRAPH_POLICY, weights);

function policyOf(cells: Parameters<typeof policy>[0]): number[] {
  return [...policy(cells)];
}

describe('the policy', () => {
  it('values acts alike however items and answers are numbered', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const state = madeState(random, 12, 4);
        const order = [2, 0, 3, 1];
        const other: StateGraph = { ...renumbered(state, order), questions: [[0], [1], [2], [3]] };
        const find = createCellFinder({ ...game, noise: 0.1 });
        const [a, b] = [find(state), find(other)];
        const [va, vb] = [policy(a), policy(b)];
        expect(vb[0]).toBeCloseTo(va[0], 5);
        a.questions.forEach((question, n) => {
          const there = b.questions.indexOf(order[question]);
          expect(vb[1 + there]).toBeCloseTo(va[1 + n], 5);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is worth the list and its tail by hand when the network adds nothing', () => {
    const silent = {
      ...weights,
      out: { ...weights.out, data: weights.out.data.map(() => 0) },
      'out.bias': { shape: [1], data: Float32Array.of(0) },
    };
    const state = madeState(createRandom('by hand'));
    const values = graphPolicy(GRAPH_POLICY, silent)(createCellFinder(game)(state));
    expect(values[0]).toBeCloseTo(byLists(Array.from(state.weights), 2), 5);
  });

  it('comes back from its files, and says what is wrong with others', () => {
    const files = writePolicy({ card, weights });
    const read = readPolicy(files.safetensors, files.card);
    expect(read.card).toEqual(card);
    const cells = createCellFinder(game)(madeState(createRandom('file')));
    expect(graphPolicy(read.card.shape, read.weights)(cells)).toEqual(policy(cells));
    expect(() => readPolicy(files.safetensors, '{')).toThrow('no JSON');
    expect(() => readPolicy(files.safetensors, JSON.stringify({ ...card, format: 'other/1' }))).toThrow(
      'sente-policy/1 is read',
    );
    expect(() => readPolicy(files.safetensors, JSON.stringify({ ...card, statistics: 3 }))).toThrow('train it again');
    const wide = { ...card, shape: { ...GRAPH_POLICY, first: 33 } };
    expect(() => readPolicy(files.safetensors, JSON.stringify(wide))).toThrow('side by side');
  });
});
