import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../table/catalog.ts';
import type { ColumnConfig } from '../table/config.ts';
import { catalogFromRows } from '../table/rows.ts';
import { CATALOGS } from './catalogs.test.support.ts';
import { createListener } from './listener.ts';
import { contextFrom, inShortAll } from './meaning.test.support.ts';

const number: ColumnConfig = { type: 'number' };

/** A table of a name, a kind and these number columns. */
function table(columns: Readonly<Record<string, readonly number[]>>, more: Record<string, ColumnConfig> = {}): Catalog {
  const keys = Object.keys(columns);
  const rows = columns[keys[0]].map((_, row) => ({
    name: `Thing ${row}`,
    kind: ['city', 'electric'][row % 2],
    ...Object.fromEntries(keys.map((key) => [key, columns[key][row]])),
  }));
  const numbers = Object.fromEntries(keys.map((key) => [key, more[key] ?? number]));
  return catalogFromRows(rows, {
    name: 'bikes',
    noun: 'bike',
    columns: { name: { type: 'name' }, kind: { type: 'category' }, ...numbers },
  });
}

const bikes = table({
  price: [420, 520, 640, 780, 1190, 2490, 4200],
  gears: [1, 3, 7, 8, 11, 12, 11],
  weight: [14, 15.5, 15, 16, 14.2, 24, 23.1],
});
const bags = table({ price: [90, 140, 220, 310, 480], comfort: [5, 0, -5, -10, -20], pockets: [1, 2, 2, 3, 4] });
/** Two columns beside the gears that take in the same large numbers, and no price. */
const parts = table({
  gears: [1, 3, 7, 8, 12],
  load: [900, 1500, 2000, 2600, 3100],
  stock: [100, 800, 1700, 2400, 5000],
});
const tables: Readonly<Record<string, Catalog>> = { ...CATALOGS, bikes, bags, parts };

describe('a number said when something else was asked', () => {
  test.each([
    // Far from what was asked, inside another: the other's.
    ['bikes', 'gears', 'an electric bike under 2200', 'kind: electric & price < 2200'],
    ['bikes', 'gears', '2200', 'price <= 2200'],
    ['bikes', 'gears', 'at least 600', 'price >= 600'],
    ['bikes', 'gears', 'between 500 and 900', 'price 500..900'],
    ['bikes', 'gears', '500 to 900', 'price 500..900'],
    ['bikes', 'gears', 'up to 2k', 'price <= 2000'],
    ['bikes', 'gears', 'max 2,200', 'price <= 2200'],
    ['bikes', 'gears', 'not more than two thousand', 'price <= 2000'],
    ['bikes', 'gears', 'around 2000', 'price 1700..2300'],
    ['bikes', 'gears', '0 to 2200', 'price 0..2200'],
    ['bikes', 'gears', '8 gears, under 2200', 'gears = 8 & price < 2200'],
    ['bikes', 'weight', 'under 499.99', 'price < 499.99'],
    ['bikes', 'price', 'less than 10', 'gears < 10'],
    ['flats', 'rooms', '900', 'rent <= 900'],
    ['flats', 'floor', 'at least 60', 'area >= 60'],
    ['flats', 'rent', 'lower than 900', 'rent < 900'],
    // A bound outside all numbers is the price's where it may be one.
    ['bikes', 'gears', 'under 5000', 'price < 5000'],
    ['bikes', 'gears', 'under 300', 'price < 300'],
    // It fits, or is not far: it stays.
    ['bikes', 'gears', 'under 5', 'gears < 5'],
    ['bikes', 'gears', '8', 'gears = 8'],
    ['bikes', 'gears', 'more than 9', 'gears > 9'],
    ['bikes', 'gears', 'under 15.5', 'gears < 15.5'],
    ['bikes', 'gears', '24', 'gears 21.6..26.4'],
    ['bikes', 'gears', '0', 'gears = 0'],
    ['bikes', 'weight', 'under 12.5', 'weight < 12.5'],
    ['bikes', 'price', 'under 100', 'price < 100'],
    ['laptops', 'price', 'under 50', 'price < 50'],
    // Nobody's: still what was asked.
    ['bikes', 'gears', 'under 100000', 'gears < 100000'],
    ['bikes', 'gears', 'between 5 and 900', 'gears 5..900'],
    // Several fit: the very number decides, or nothing does.
    ['parts', 'gears', '2400', 'stock = 2400'],
    ['parts', 'gears', '2500', 'unclear(2500)'],
    ['parts', 'gears', 'under 2500', 'unclear(under 2500)'],
    ['parts', 'gears', 'under 500', 'stock < 500'],
    // A unit, a currency, the column's name decide first.
    ['bikes', 'gears', 'under €9', 'price < 9'],
    ['bikes', 'gears', 'price under 9', 'price < 9'],
    ['bikes', 'price', 'gears under 2200', 'gears < 2200'],
    ['bikes', 'weight', 'under 15 kg', 'weight < 15'],
    ['laptops', 'storage', '16 GB', 'RAM = 16'],
    ['laptops', 'storage', '512 GB', 'storage = 512'],
    ['trips', 'distance', 'at least 1000 m', 'ascent >= 1000'],
    // Below 0.
    ['bags', 'comfort', '-5', 'comfort = -5'],
    ['bags', 'comfort', 'at least -10', 'comfort >= -10'],
    ['bags', 'comfort', 'under −5', 'comfort < -5'],
    ['bags', 'comfort', '-10 to -5', 'comfort -10..-5'],
    ['bags', 'comfort', '-5 to -10', 'comfort -10..-5'],
    ['bags', 'comfort', 'minus twenty', 'comfort = -20'],
    ['bags', 'comfort', '-25', 'comfort -27.5..-22.5'],
    ['bags', 'comfort', 'under 250', 'price < 250'],
    ['bags', 'pockets', '-10', 'comfort = -10'],
    ['bags', 'price', 'at least -10', 'comfort >= -10'],
    ['bags', 'pockets', '-10 to 0', 'comfort -10..0'],
    ['bags', 'pockets', 'under 0', 'comfort < 0'],
    ['bags', 'pockets', 'at most 0', 'pockets <= 0'],
    ['bags', 'comfort', 'minus twenty-five', 'comfort -27.5..-22.5'],
    ['bags', 'comfort', 'at least minus twenty five', 'comfort >= -25'],
    ['bags', 'comfort', 'minus twenty to minus five', 'comfort -20..-5'],
    // A unit that no column has: of what was asked, where that has no unit and the number is not far.
    ['bikes', 'weight', '15 kg', 'weight <= 15'],
    ['bikes', 'gears', '2200 km', 'unclear(2200 km)'],
  ])('%s, asked for %s: %s', (name, asked, text, meaning) => {
    const catalog = tables[name];
    expect(inShortAll(catalog, createListener(catalog)(text, contextFrom(catalog, `asked ${asked}`)))).toBe(meaning);
  });

  test('stays with what was asked wherever the table has numbers like it', () => {
    const listeners = Object.values(tables).map((catalog) => ({ catalog, listen: createListener(catalog) }));
    const said = fc.constantFrom('under', 'at least', 'max', 'more than', 'exactly', '');
    fc.assert(
      fc.property(
        fc.constantFrom(...listeners),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        said,
        ({ catalog, listen }, pick, share, bound) => {
          const numeric = catalog.attributes.flatMap(({ type }, at) => (type === 'number' ? [at] : []));
          const attribute = numeric[pick % numeric.length];
          const sorted = Float64Array.from(catalog.columns[attribute].numbers ?? []).sort();
          const value = Math.round(sorted[0] + share * (sorted[sorted.length - 1] - sorted[0]));
          if (value < sorted[0] || value > sorted[sorted.length - 1]) return;
          const moves = listen(`${bound} ${value}`, { asked: { attribute } });
          expect(moves, `${bound} ${value}`).toMatchObject([{ kind: 'wish', wish: { kind: 'range', attribute } }]);
        },
      ),
    );
  });

  test('is the only other column’s that takes it in, however the columns are ordered and the number is written', () => {
    const small = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 });
    const large = fc.array(fc.integer({ min: 1000, max: 9000 }), { minLength: 4, maxLength: 4 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const writing = fc.constantFrom(
      (n: number) => `under ${n}`,
      (n: number) => `${n}`,
      (n: number) => `at most ${n.toLocaleString('en')}`,
      (n: number) => `something with ${n} or less`,
      (n: number) => `electric, at least ${n}`,
      (n: number) => `between ${n} and ${n}`,
    );
    fc.assert(
      fc.property(
        small,
        large,
        fc.boolean(),
        fc.constantFrom('price', 'torque'),
        share,
        writing,
        (gears, others, first, other, at, write) => {
          const catalog = table(first ? { gears, [other]: others } : { [other]: others, gears });
          const position = (label: string): number => catalog.attributes.findIndex((one) => one.label === label);
          const [low, high] = [Math.min(...others), Math.max(...others)];
          const text = write(Math.round(low + at * (high - low)));
          const moves = createListener(catalog)(text, { asked: { attribute: position('gears') } });
          const attributes = moves.flatMap((move) =>
            move.kind === 'wish' && move.wish.kind === 'range' ? [move.wish.attribute] : [],
          );
          expect(attributes, text).toEqual([position(other)]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a unit of the table’s own is heard beside its number', () => {
  const films = table(
    { price: [3, 4, 5, 6, 9], rating: [40, 55, 61, 77, 90], comfort: [-9, 1, 2, 3, 8] },
    { rating: { type: 'number', unit: 'pts' }, comfort: { type: 'number', unit: '°C' } },
  );
  const listen = createListener(films);
  expect(inShortAll(films, listen('at least 60 pts', {}))).toBe('rating >= 60');
  expect(inShortAll(films, listen('at least -5 °C', {}))).toBe('comfort >= -5');
  expect(inShortAll(films, listen('2 degrees', {}))).toBe('comfort = 2');
  expect(inShortAll(films, listen('2 °C or warmer', {}))).toBe('comfort >= 2');
  expect(inShortAll(films, listen('-5 °C or colder', {}))).toBe('comfort <= -5');
  expect(inShortAll(films, listen('warmer than 2 °C', {}))).toBe('comfort > 2');
  expect(inShortAll(films, listen('colder than 2 degrees', {}))).toBe('comfort < 2');
});

test('a dash before a number is no sign where no number is below 0', () => {
  const { laptops } = CATALOGS;
  const listen = createListener(laptops);
  expect(inShortAll(laptops, listen('-16 GB\n-under 800', {}))).toBe('RAM = 16 & price < 800');
});
