import { expect, test } from 'vitest';
import { cycleBetween } from './calendar.ts';
import { CATALOGS } from './catalogs.test.support.ts';
import { ordersOf } from './orders.ts';

const { trips, wines, laptops } = CATALOGS;
const difficulty = trips.attributes.findIndex(({ label }) => label === 'difficulty');
const value = (word: string): number => trips.attributes[difficulty].values.indexOf(word);

test('difficulty has an order, colour has none', () => {
  const orders = ordersOf(trips);
  expect(orders.side(difficulty, value('easy'))).toBe('less');
  expect(orders.side(difficulty, value('expert'))).toBe('more');
  expect(orders.beyond(difficulty, value('hard'), 'less', false)).toEqual([value('moderate'), value('easy')]);
  expect(orders.end(difficulty, 'more')).toBe(value('expert'));
  const colour = laptops.attributes.findIndex(({ label }) => label === 'colour');
  expect(ordersOf(laptops).side(colour, 0)).toBeUndefined();
});

test('beyond several items is beyond all of them', () => {
  const orders = ordersOf(trips);
  // Items 2 and 4 are hard and moderate.
  expect(orders.beyondItems(difficulty, [2, 4], 'less')).toEqual([value('easy')]);
  expect(orders.beyondItems(difficulty, [2, 4], 'more')).toEqual([value('expert')]);
});

test('values can be compared as words', () => {
  const orders = ordersOf(wines);
  const sweetness = wines.attributes.findIndex(({ label }) => label === 'sweetness');
  expect(orders.grade('sweeter')).toMatchObject({ attribute: sweetness, direction: 'more', degree: 'comparative' });
  expect(orders.grade('driest')).toMatchObject({ attribute: sweetness, direction: 'less', degree: 'superlative' });
  expect(orders.grade('redder')).toBeUndefined();
});

test('months go round the year', () => {
  const months = { ...trips.attributes[0], values: ['January', 'March', 'November', 'December', 'June'] };
  expect(cycleBetween(months, 2, 0)).toEqual([0, 2, 3]);
  expect(cycleBetween(months, 0, 4)).toEqual([0, 1, 4]);
  expect(cycleBetween({ ...months, values: ['red', 'blue'] }, 0, 1)).toBeUndefined();
});
