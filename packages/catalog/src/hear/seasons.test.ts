import { expect, test } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createListener } from './listener.ts';

const catalog = builtinCatalog();
const listen = createListener(catalog);
const wished = (text: string): string[] =>
  listen(text, {}).flatMap((move) => {
    if (move.kind !== 'wish' || move.wish.kind !== 'is') return [];
    const { attribute, values } = move.wish;
    return [
      `${catalog.attributes[attribute].label}: ${values.map((v) => catalog.attributes[attribute].values[v]).sort()}`,
    ];
  });

test('a season is told from what is called like it', () => {
  const spring = 'month: April,March,May';
  expect(wished('something in spring with lakes')).toEqual([spring, 'highlights: lakes']);
  expect(wished('a spring trip')).toEqual([spring]);
  expect(wished('springs and wildlife')).toEqual(['highlights: hot springs', 'highlights: wildlife']);
  expect(wished('hot springs in spring').sort()).toEqual(['highlights: hot springs', spring]);
});
