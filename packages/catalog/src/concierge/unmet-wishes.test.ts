import { expect, test } from 'vitest';
import { addWish, rejectItems, startState } from '../domain/state.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { DIFFICULTY, GUIDED, PRICE, sampleCatalog } from '../speak/sample.test.support.ts';
import { summariseUnmet, unmetIn } from './unmet-wishes.ts';

test('records are counted by combination and by single wish, whatever their order', () => {
  const summary = summariseUnmet([
    { wishes: ['price: under €300', 'guided: yes'], nearest: ['A', 'B'] },
    { wishes: ['guided: yes', 'price: under €300'], nearest: ['B'] },
    { wishes: ['guided: yes'], nearest: ['C'], count: 3 },
  ]);
  expect(summary.total).toBe(5);
  expect(summary.combinations).toEqual([
    { wishes: ['guided: yes'], count: 3, nearest: ['C'] },
    { wishes: ['guided: yes', 'price: under €300'], count: 2, nearest: ['B', 'A'] },
  ]);
  expect(summary.wishes).toEqual([
    { wish: 'guided: yes', count: 5 },
    { wish: 'price: under €300', count: 2 },
  ]);
  expect(summary.nearest[0]).toEqual({ name: 'C', count: 3 });
  expect(summariseUnmet([])).toEqual({ total: 0, combinations: [], wishes: [], nearest: [] });
});

const index = indexCatalog(sampleCatalog());

test('a state in which nothing fits is recorded with the items that meet most', () => {
  let state = startState(index);
  state = addWish(index, state, { kind: 'range', attribute: PRICE, high: 1 }, 'a euro');
  state = addWish(index, state, { kind: 'is', attribute: GUIDED, values: [0] }, 'guided');
  state = addWish(index, state, { kind: 'is', attribute: DIFFICULTY, values: [0] }, 'easy');
  const unmet = unmetIn(index, state);
  expect(unmet?.wishes).toEqual(['price: up to €1', 'guided: yes', 'difficulty: easy']);
  expect(unmet?.nearest).toHaveLength(3);
});

test('nothing is unmet while something fits, when nothing was wished, or when what fitted was turned down', () => {
  const start = startState(index);
  expect(unmetIn(index, start)).toBeUndefined();
  const guided = addWish(index, start, { kind: 'is', attribute: GUIDED, values: [0] }, 'guided');
  expect(unmetIn(index, guided)).toBeUndefined();
  expect(unmetIn(index, rejectItems(guided, Array.from(guided.belief.items)))).toBeUndefined();
});
