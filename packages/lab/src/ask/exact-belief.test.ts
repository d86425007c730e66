import { indexCatalog, type Wish } from '@sente/catalog';
import { expect, it } from 'vitest';
import { ExactBelief } from './exact-belief.ts';
import { at, HUTS } from './made-shop.test.support.ts';

const is = (key: string, value: string): Wish => ({
  kind: 'is',
  attribute: at(key),
  values: [HUTS.catalog.attributes[at(key)].values.indexOf(value)],
});
const WISHES = [is('side', 'north'), is('size', 'small'), is('sauna', 'yes')];
const begin = (): ExactBelief => new ExactBelief(HUTS, indexCatalog(HUTS.catalog), WISHES, 1);

it('counts the bits that a true answer to a question brings, and its expected bits against the best', () => {
  const belief = begin();
  // Four are north; two sizes among them, half have a sauna; all four sets of fuels, one each: said one at a time,
  // they tell H(11/24, 11/24, 2/24) − (1 + log2 3)/4 bits, which is less than the 1 bit of size.
  const { bits, share } = belief.take([{ attribute: at('size'), named: [] }], WISHES.slice(0, 2));
  expect(bits).toBeCloseTo(1);
  expect(share).toBeCloseTo(1);
});

it('gives a question nothing for what was said unasked, or for what is known already', () => {
  const belief = begin();
  const idle = belief.take([{ attribute: at('side'), named: [] }], WISHES);
  expect(idle).toEqual({ bits: 0, share: 0 });
  // Side, size and sauna leave one hut: no question tells anything any more.
  expect(belief.take([{ attribute: at('fuels'), named: [] }], WISHES)).toEqual({ bits: 0 });
});

it('gives a question that is about nothing in the table nothing', () => {
  expect(begin().take([], WISHES.slice(0, 1))).toEqual({ bits: 0, share: 0 });
});
