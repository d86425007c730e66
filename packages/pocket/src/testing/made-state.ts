/**
 * Made states of a conversation, for tests of policies.
 * @module
 */
import type { Random } from '@sente/engine';
import type { AnswerEdges, StateGraph } from '../policy/state-graph.ts';

/** Items of which each gives some of the answers; the belief falls with the item's place. Every answer is a question. */
export function madeState(random: Random, items: number = 30, answers: number = 7): StateGraph {
  const given = Array.from({ length: items }, () =>
    Array.from({ length: answers }, (_, answer) => answer).filter(() => random.next() < 0.35),
  );
  return { ...stateOf(given, answers), questions: Array.from({ length: answers }, (_, answer) => [answer]) };
}

/** A state whose n-th item gives the n-th answers, of so many. */
export function stateOf(given: readonly (readonly number[])[], answers: number): Omit<StateGraph, 'questions'> {
  const total = given.reduce((sum, _, k) => sum + 1 / (k + 2), 0);
  return {
    edges: edgesOf(given, answers),
    items: given.map((_, k) => k),
    weights: given.map((_, k) => 1 / (k + 2) / total),
    count: given.length,
    turn: 2,
    useless: 0,
  };
}

/** Edges of items by the answers that each gives. */
export function edgesOf(given: readonly (readonly number[])[], count: number): AnswerEdges {
  const has = new Uint8Array(count * given.length);
  given.forEach((answers, item) => {
    for (const answer of answers) has[answer * given.length + item] = 1;
  });
  const offsets = Uint32Array.from([0, ...given.map((_, item) => given.slice(0, item + 1).flat().length)]);
  return { count, items: given.length, has, offsets, codes: Uint32Array.from(given.flat()) };
}

/** The same state under other numbers: `order[answer]` is the new one, and items are stored in the opposite order. */
export function renumbered(state: StateGraph, order: readonly number[]): StateGraph {
  const { codes, offsets, count, items } = state.edges;
  const given = Array.from({ length: items }, (_, item) => {
    const from = items - 1 - item;
    return Array.from(codes.subarray(offsets[from], offsets[from + 1]), (code) => order[code]).sort((a, b) => a - b);
  });
  return {
    ...state,
    edges: edgesOf(given, count),
    items: Array.from(state.items, (item) => items - 1 - item),
    questions: state.questions.map((answers) => answers.map((answer) => order[answer])),
  };
}
