import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { startState } from '../domain/state.ts';
import { createListener } from '../hear/listener.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { closedIn, rankedBy } from './closed.ts';

const catalog = builtinCatalog();
const listen = createListener(catalog);

describe('a closed request', () => {
  it.each([
    ['which trips go in May?', 'list'],
    ['list all guided trips', 'list'],
    ['show me all trips in the Alps', 'list'],
    ['how many are easy?', 'facts'],
    ['what is the price of A Day by Green Pools?', 'facts'],
    ['what is the cheapest?', 'most'],
    ['the longest with dogs', 'most'],
    ['the least expensive guided trip in June', 'most'],
  ])('“%s” is one: %s', (text, kind) => {
    expect(closedIn(text, listen(text, {}), listen)?.kind).toBe(kind);
  });

  it.each([
    'I want an easy trip',
    'best trip',
    'under 400',
    'at least 5 days',
    'most of all I want lakes',
    'what would you recommend?',
    'Which would you take?',
    'hello',
  ])('“%s” is none', (text) => {
    expect(closedIn(text, listen(text, {}), listen)).toBeUndefined();
  });
});

it('ranks by a number, from the side that was asked for', () => {
  const index = indexCatalog(catalog);
  const price = catalog.attributes.findIndex(({ role }) => role === 'price');
  const numbers = catalog.columns[price].numbers!;
  const up = rankedBy(index, startState(index), price, 'less').map((item) => numbers[item]);
  const down = rankedBy(index, startState(index), price, 'more').map((item) => numbers[item]);
  expect(up).toEqual([...up].sort((a, b) => a - b));
  expect(down).toEqual([...up].reverse());
});
