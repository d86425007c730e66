import { expect, test } from 'vitest';
import type { Wish } from '../table/wish.ts';
import { combine, refines } from './combine.ts';

const is = (...values: number[]): Wish => ({ kind: 'is', attribute: 0, values });
const not = (...values: number[]): Wish => ({ kind: 'not', attribute: 0, values });
const range = (low?: number, high?: number): Wish => ({
  kind: 'range',
  attribute: 0,
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
});

test.each<[string, Wish[], Wish, boolean, Wish, boolean]>([
  ['nothing stands', [], not(1), false, not(1), false],
  ['one of two is taken back', [is(1, 2)], not(2), false, is(1), false],
  ['all are taken back', [is(1)], not(1), false, not(1), false],
  ['another is ruled out', [is(1)], not(2), false, not(2), true],
  ['one more is ruled out', [not(1)], not(2), false, not(2), true],
  ['a value takes the place of another', [is(1)], is(2), false, is(2), false],
  ['in a list, a value leaves a refusal standing', [not(1)], is(2), true, is(2), true],
  ['in a list, unless it was refused itself', [not(2)], is(2), true, is(2), false],
  ['of two values had at once, one is ruled out', [is(1), is(2)], not(3), true, not(3), true],
])('%s', (_, standing, said, list, wish, joins) => {
  expect(combine(standing, said, list)).toEqual({ wish, joins });
});

test('a tighter wish refines, another one does not', () => {
  expect(refines(range(undefined, 900), range(undefined, 700))).toBe(true);
  expect(refines(range(undefined, 700), range(undefined, 900))).toBe(false);
  expect(refines(range(100, 900), range(undefined, 700))).toBe(false);
  expect(refines(is(1, 2), is(1))).toBe(true);
  expect(refines(is(1), is(2))).toBe(false);
  expect(refines(not(1), is(2))).toBe(true);
  expect(refines(is(1), not(1))).toBe(false);
});
