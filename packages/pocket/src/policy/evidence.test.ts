import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madePolicy } from '../testing/made-policy.ts';
import { edgesOf, madeState, renumbered } from '../testing/made-state.ts';
import { createCellFinder } from './cells.ts';
import { edgeEffects, type ScoreGraph, STOP, withoutAnswers, withoutItem } from './evidence.ts';
import { GRAPH_POLICY, graphPolicy } from './graph-policy.ts';
import type { PolicyGame, StateGraph } from './state-graph.ts';

const game: PolicyGame = {
  turns: 8,
  listSize: 3,
  noise: 0.1,
  unknown: 0.1,
  hazard: 0.02,
  reward: (turn, rank) => 1.5 - turn / 9 - rank / 40,
};
const { weights } = madePolicy('weights');
const policy = graphPolicy(GRAPH_POLICY, weights);
const find = createCellFinder(game);
const score: ScoreGraph = (state) =>
  policy(
    find(
      state,
      state.questions.map((_, n) => n),
    ),
  );

/** The state with only the answers of `given`, made anew from what each item says. */
function givenBy(state: StateGraph, keeps: (answer: number) => boolean): StateGraph {
  const { codes, offsets, items, count } = state.edges;
  const given = Array.from({ length: items }, (_, item) =>
    Array.from(codes.subarray(offsets[item], offsets[item + 1])).filter(keeps),
  );
  return { ...state, edges: edgesOf(given, count) };
}

describe('the effects of edges', () => {
  it('are what two full evaluations give, for items and for answers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(4), fc.nat(4), (seed, act, rival) => {
        const state = madeState(createRandom(seed), 9, 4);
        const effects = edgeEffects(state, score, { act, rival });
        const whole = score(state);
        expect(effects.filter(({ kind }) => kind === 'item')).toHaveLength(9);
        for (const { kind, node, share, onAct, onRival, onLead } of effects) {
          let other: StateGraph;
          if (kind === 'item') {
            const kept = Array.from(state.items, (_, k) => k).filter((k) => state.items[k] !== node);
            const total = kept.reduce((sum, k) => sum + state.weights[k], 0);
            expect(share).toBeCloseTo(1 - total, 12);
            const scaled = kept.map((k) => state.weights[k] / total);
            other = { ...state, items: kept.map((k) => state.items[k]), weights: scaled, count: 8 };
          } else other = givenBy(state, (answer) => answer !== node);
          const left = score(other);
          expect(onAct).toBeCloseTo(whole[act] - left[act], 6);
          expect(onRival).toBeCloseTo(whole[rival] - left[rival], 6);
          expect(onLead).toBe(onAct - onRival);
        }
        const sizes = effects.map(({ onLead }) => Math.abs(onLead));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
      { numRuns: 25 },
    );
  });

  it('do not depend on how items and answers are numbered', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const state = madeState(createRandom(seed), 12, 4);
        const order = [2, 0, 3, 1];
        const options = { act: 0, rival: 2 };
        const byName = (of: StateGraph, item: (node: number) => number, answer: (node: number) => number) =>
          new Map(
            edgeEffects(of, score, options).map((one) => {
              const node = one.kind === 'item' ? item(one.node) : answer(one.node);
              return [`${one.kind} ${node}`, [one.share, one.onAct, one.onRival]] as const;
            }),
          );
        const here = byName(
          state,
          (item) => item,
          (answer) => answer,
        );
        const there = byName(
          renumbered(state, order),
          (item) => 11 - item,
          (answer) => order.indexOf(answer),
        );
        expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
        for (const [name, numbers] of here) {
          numbers.forEach((number, n) => {
            expect(there.get(name)![n]).toBeCloseTo(number, 5);
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are 0 where an edge changes nothing: an answer that tells nobody apart for a list worth its items, and stopping', () => {
    const silent = {
      ...weights,
      message: { ...weights.message, data: weights.message.data.map(() => 0) },
    };
    const deaf = graphPolicy(GRAPH_POLICY, silent);
    const state = madeState(createRandom('deaf'), 12, 4);
    const heard: ScoreGraph = (graph) => deaf(find(graph, [0, 1, 2, 3]));
    for (const { kind, onAct, onRival } of edgeEffects(state, heard, { act: 0, rival: STOP })) {
      expect(onRival).toBe(0);
      if (kind === 'answer') expect(onAct).toBe(0);
      else expect(onAct).not.toBe(0);
    }
  });

  it('are worked out for the likeliest items and the least certain answers, and never without any candidate', () => {
    const state = madeState(createRandom('many'), 40, 7);
    const calls: StateGraph[] = [];
    const counted: ScoreGraph = (graph) => {
      calls.push(graph);
      return score(graph);
    };
    const effects = edgeEffects(state, counted, { act: 0, rival: STOP, items: 5, answers: 2 });
    expect(calls).toHaveLength(1 + 5 + 2);
    const items = effects.filter(({ kind }) => kind === 'item').map(({ node }) => node);
    expect(items.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
    const evenness = (answer: number): number => {
      const share = Array.from(state.items).reduce(
        (sum, item, k) => sum + state.weights[k] * state.edges.has[answer * 40 + item],
        0,
      );
      return share * (1 - share);
    };
    const best = [0, 1, 2, 3, 4, 5, 6].sort((a, b) => evenness(b) - evenness(a)).slice(0, 2);
    const answers = effects.filter(({ kind }) => kind === 'answer').map(({ node }) => node);
    expect(answers.sort()).toEqual(best.sort());
    const alone = { ...state, items: [3], weights: [1], count: 1 };
    expect(edgeEffects(alone, score, { act: 0, rival: 1 }).filter(({ kind }) => kind === 'item')).toEqual([]);
  });

  it('of a question are those of all its answers at once: the act that asks it has nothing left to learn', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const made = madeState(createRandom(seed), 14, 7);
        const state: StateGraph = { ...made, questions: [[0, 1, 2], [3], [4, 5], [6]] };
        const effects = edgeEffects(state, score, { act: 1, rival: 3 }).filter(({ kind }) => kind === 'question');
        expect(effects.map(({ node }) => node).sort()).toEqual([0, 2]);
        const whole = score(state);
        for (const { node, share, onAct, onRival } of effects) {
          const gone = state.questions[node];
          const left = score(givenBy(state, (answer) => !gone.includes(answer)));
          expect(onAct).toBeCloseTo(whole[1] - left[1], 6);
          expect(onRival).toBeCloseTo(whole[3] - left[3], 6);
          const any = Array.from(state.items, (item, k) =>
            gone.some((answer) => state.edges.has[answer * 14 + item] === 1) ? state.weights[k] : 0,
          );
          expect(share).toBeCloseTo(
            any.reduce((sum, one) => sum + one, 0),
            9,
          );
        }
        const [only] = edgeEffects(state, score, { act: 0, rival: 3, items: 0, answers: 0, questions: 1 });
        expect(only).toMatchObject({ kind: 'question', node: 2 });
      }),
      { numRuns: 25 },
    );
  });

  it('leave the state as it was', () => {
    const state = madeState(createRandom('kept'), 12, 4);
    const before = structuredClone(state);
    edgeEffects(state, score, { act: 1, rival: 0 });
    expect(state).toEqual(before);
    expect(withoutItem(state, 3).items).not.toContain(state.items[3]);
    expect(Array.from(withoutAnswers(state.edges, [2]).codes)).not.toContain(2);
  });
});
