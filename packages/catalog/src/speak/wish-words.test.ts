import { expect, test } from 'vitest';
import { indexCatalog } from '../index/catalog-index.ts';
import { catalogFromRows } from '../table/rows.ts';
import type { Wish } from '../table/wish.ts';
import { breachOf } from './changed.ts';
import { wishPredicate } from './predicates.ts';
import { DAYS, DIFFICULTY, GUIDED, makeCatalog, PRICE, REGION, SEASON, sampleCatalog } from './sample.test.support.ts';
import { givenUp, oneLine, optionOf, traitInWords, wishInFull, wishInWords } from './wish-words.ts';

const catalog = sampleCatalog(5);
const below = 800 - 800 * Number.EPSILON;

test.each<[Wish, string, string, string, string]>([
  [
    { kind: 'range', attribute: PRICE, high: 800, exclusive: true },
    'under €800',
    'price: under €800',
    'at any price',
    'any price',
  ],
  [{ kind: 'range', attribute: PRICE, high: 800 }, 'up to €800', 'price: up to €800', 'at any price', 'any price'],
  [{ kind: 'range', attribute: PRICE, high: below }, 'under €800', 'price: under €800', 'at any price', 'any price'],
  [
    { kind: 'range', attribute: PRICE, low: 400, high: below },
    '€400 to €800',
    'price: €400 to €800',
    'at any price',
    'any price',
  ],
  [{ kind: 'range', attribute: DAYS, low: 1, high: 1 }, '1 day', 'length: 1 day', 'with any length', 'any length'],
  [
    { kind: 'range', attribute: DAYS, low: 4, high: 7 },
    '4 to 7 days',
    'length: 4 to 7 days',
    'with any length',
    'any length',
  ],
  [
    { kind: 'is', attribute: DAYS, values: [0, 1] },
    'under 7 days',
    'length: under 7 days',
    'with any length',
    'any length',
  ],
  [
    { kind: 'is', attribute: GUIDED, values: [0] },
    'guided',
    'guided: yes',
    'if it need not be guided',
    'guided or not',
  ],
  [
    { kind: 'not', attribute: GUIDED, values: [0] },
    'not guided',
    'guided: no',
    'if it may be guided',
    'guided is fine',
  ],
  [
    { kind: 'is', attribute: REGION, values: [0, 1] },
    'Alps or Tatra',
    'region: Alps or Tatra',
    'with any region',
    'any region',
  ],
  [
    { kind: 'not', attribute: REGION, values: [2] },
    'not Pyrenees',
    'region: not Pyrenees',
    'if Pyrenees were fine after all',
    'Pyrenees allowed after all',
  ],
])('%j is said as “%s”', (wish, words, full, up, option) => {
  expect(wishInWords(catalog, wish)).toBe(words);
  expect(wishInFull(catalog, wish)).toBe(full);
  expect(givenUp(catalog, wish)).toBe(up);
  expect(optionOf(catalog, wish)).toBe(option);
});

test('a wish about a count is said with what is counted', () => {
  const bikes = catalogFromRows(Array.from({ length: 24 }, (_, i) => ({ name: `Bike ${i}`, gears: 1 + (i % 12) })));
  const range = (low?: number, high?: number): Wish => ({ kind: 'range', attribute: 0, low, high });
  const inWords = (wish: Wish) => wishInWords(bikes, wish);
  expect([range(8, 8), range(2, 5), range(1), range(undefined, 3)].map(inWords)).toEqual([
    '8 gears',
    '2 to 5 gears',
    'at least 1 gear',
    'up to 3 gears',
  ]);
  expect(givenUp(bikes, range(8, 8))).toBe('with any number of gears');
  expect(optionOf(bikes, range(8, 8))).toBe('any number of gears');
  expect(breachOf(indexCatalog(bikes), 0, range(2, 5))).toBe('1 gear rather than 2 to 5 gears');
});

test('a wish as a predicate agrees in number', () => {
  const region: Wish = { kind: 'is', attribute: REGION, values: [0] };
  expect(wishPredicate(catalog, region, true)).toBe('have Alps as their region');
  expect(wishPredicate(catalog, region, false)).toBe('has Alps as its region');
  expect(wishPredicate(catalog, { kind: 'is', attribute: DIFFICULTY, values: [0] }, true)).toBe('are easy');
  expect(wishPredicate(catalog, { kind: 'not', attribute: SEASON, values: [0] }, false)).toBe(
    'does not include summer',
  );
  expect(wishPredicate(catalog, { kind: 'range', attribute: PRICE, high: 90 }, true)).toBe('cost up to €90');
});

test('values that do not speak for themselves carry their label; cells are cut to one short line', () => {
  const short = {
    key: 'c',
    label: 'class',
    type: 'category',
    values: ['2', 'none', `<b>\n${'x'.repeat(99)}`],
    askable: true,
  } as const;
  const small = makeCatalog({ one: 'item', many: 'items' }, [short], []);
  expect(traitInWords(small.attributes[0], 0)).toBe('class 2');
  expect(traitInWords(small.attributes[0], 1)).toBe('class: none');
  expect(traitInWords(small.attributes[0], 2)).toMatch(/^<b> x+…$/);
  expect(oneLine('a\u2028b\tc')).toBe('a b c');
});
