import { describe, expect, it } from 'vitest';
import { NONE } from './catalog.ts';
import type { TableConfig } from './config.ts';
import { describeCatalog } from './describe.ts';
import { BadCellError, NotFiniteError, TableConfigError, TooManyValuesError } from './errors.ts';
import { catalogFromRows } from './rows.ts';

/** A table of twelve items or more with a name and one column more, whose cells are given and repeated. */
function withColumn(header: string, cells: readonly unknown[], config: TableConfig = {}) {
  const rows = Array.from({ length: Math.max(12, cells.length) }, (_, i) => ({
    name: `Thing number ${i}`,
    [header]: cells[i % cells.length],
  }));
  const catalog = catalogFromRows(rows, config);
  const column = describeCatalog(catalog).find((candidate) => candidate.header === header)!;
  return { catalog, column, attribute: catalog.attributes.find(({ key }) => key === header)! };
}

describe('what a column holds', () => {
  it.each<[string, unknown[], string, string?]>([
    ['brand', ['Acme', 'Borel', 'Corin'], 'category'],
    ['colours', ['red; blue', 'red', 'blue; black'], 'list'],
    ['ports', ['usb|hdmi', 'usb', 'hdmi|sd'], 'list'],
    ['colours', ['red, blue', 'red', 'blue, black'], 'list'],
    ['season', ['May/June', 'June/July', 'May'], 'list'],
    ['tags', ['["a","b"]', '["b"]', '["c","a"]'], 'list'],
    ['tags', ["['a', 'b']", "['b']", "['c', 'a']"], 'list'],
    ['tags', [['a', 'b'], ['b'], []], 'list'],
    ['city', ['Paris, France', 'Rome, Italy', 'Oslo, Norway'], 'category'],
    ['RAM', ['8 GB', '16 GB', '32 GB'], 'number', 'GB'],
    ['storage', ['512 GB', '1 TB', '256 GB'], 'number', 'GB'],
    ['price', ['1.299,00 €', '899,00 €', '450,50 €'], 'number', '€'],
    ['price', ['$1,299', '$899', '$2,450'], 'number', '$'],
    ['screenSize_in', [14, 15.6, 13.3], 'number', 'in'],
    ['screen', ['14 in', '15.6"', '13.3 inch'], 'number', 'in'],
    ['length', ['1 day', '3 days', '10 days'], 'number', 'days'],
    ['rating', ['4.5', '3', 'n/a'], 'number'],
    ['zip code', ['12345', '54321', '99999'], 'category'],
    ['material code', ['00123', '00456', '00789'], 'category'],
    ['touchscreen', ['yes', 'no'], 'boolean'],
    ['touchscreen', ['Y', 'N', ''], 'boolean'],
    ['in stock', [true, false], 'boolean'],
    ['waterproof', [0, 1], 'boolean'],
    ['doors', [0, 1], 'number'],
    ['with fan', ['x', ''], 'boolean'],
    ['photo', ['https://example.org/a.png', 'https://example.org/b.png'], 'image'],
    ['page', ['https://example.org/a', 'https://example.org/b'], 'link'],
    ['size', ['3-5', '6-8', '9-12'], 'category'],
    ['date', ['2024-05-01', '2024-06-01'], 'category'],
    ['empty', ['', ''], 'text'],
    ['formula', ['=1+1', '@SUM(A1)', '+cmd'], 'category'],
  ])('%s %j: %s %s', (header, cells, type, unit) => {
    const { column } = withColumn(header, cells);
    expect([column.type, column.unit]).toEqual([type, unit]);
  });

  it('settles "1.299" by the decimal sign of the other columns', () => {
    const first = (strength: string, price: string, config = {}) => {
      const rows = Array.from({ length: 12 }, (_, i) => ({ name: `Rope ${i}`, strength, price }));
      return catalogFromRows(rows, config).columns[0].numbers![0];
    };
    expect(first('1.299', '4,50 €')).toBe(1299);
    expect(first('1.299', '4.50 €')).toBe(1.299);
    expect(first('1,299', '4,50 €')).toBe(1.299);
    expect(first('1,299', '4.50 €')).toBe(1299);
    expect(first('1,299', '4')).toBe(1299);
    expect(first('1,299', '4.50 €', { columns: { strength: { decimal: ',' } } })).toBe(1.299);
  });

  it('writes years without a sign between thousands, whatever they are called', () => {
    const { attribute, catalog } = withColumn(
      'erschienen',
      Array.from({ length: 40 }, (_, i) => 1970 + i),
    );
    expect(attribute.values.join()).not.toContain(',9');
    expect(attribute.values[0]).toMatch(/^under 19\d\d$/);
    expect(catalog.view(0).facts[0].value).toBe('1970');
  });

  it('takes prose for text, and many different texts too', () => {
    const prose = Array.from(
      { length: 30 },
      (_, i) => `It is light, quiet and number ${i} of its kind; you will like it.`,
    );
    expect(withColumn('about', prose).column.type).toBe('text');
    const codes = Array.from({ length: 30 }, (_, i) => `MX${i}`);
    expect(withColumn('model number', codes).column.type).not.toBe('category');
  });

  it('finds id, name, price, stock, popularity and description by header and content', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      sku: `A${i}`,
      title: `Lamp ${i}`,
      brand: ['Acme', 'Borel'][i % 2],
      price: `€${10 + i}`,
      'in stock': i,
      reviews: i * 3,
      blurb: `A lamp that gives a warm and even light, in size ${i}.`,
    }));
    const catalog = catalogFromRows(rows);
    expect(describeCatalog(catalog).map(({ header, type, role }) => [header, type, role])).toEqual([
      ['sku', 'id', undefined],
      ['title', 'name', undefined],
      ['brand', 'category', undefined],
      ['price', 'number', 'price'],
      ['in stock', 'number', 'stock'],
      ['reviews', 'popularity', undefined],
      ['blurb', 'text', undefined],
    ]);
    expect(catalog.attributes.map(({ key, askable }) => [key, askable])).toEqual([
      ['brand', true],
      ['price', true],
      ['in stock', false],
    ]);
    // Nobody reviewed the first one: half as likely as the least reviewed, never impossible.
    expect([...catalog.popularity!.slice(0, 3)]).toEqual([1.5, 3, 6]);
    expect(catalog.view(1)).toEqual({
      item: 1,
      id: 'A1',
      name: 'Lamp 1',
      description: 'A lamp that gives a warm and even light, in size 1.',
      facts: [
        { attribute: 0, label: 'brand', value: 'Borel' },
        { attribute: 1, label: 'price', value: '€11' },
        { attribute: 2, label: 'in stock', value: '1' },
      ],
    });
  });
});

describe('coding', () => {
  it('puts the commonest value first and folds spellings', () => {
    const { attribute, catalog } = withColumn('brand', ['acme', 'Borel', 'Acme', 'Acme', '', 'BOREL', 'Corin']);
    expect(attribute.values).toEqual(['Acme', 'Borel', 'Corin']);
    expect([...catalog.columns[0].codes.slice(0, 7)]).toEqual([0, 1, 0, 0, NONE, 1, 2]);
  });

  it('keeps lists ascending and without repeats, and shows them as written', () => {
    const { catalog, attribute } = withColumn('colours', ['blue; red; blue', 'red', '', 'red; green']);
    const { codes, offsets } = catalog.columns[0];
    expect(attribute.values).toEqual(['red', 'blue', 'green']);
    expect([...offsets!.slice(0, 5)]).toEqual([0, 2, 3, 3, 5]);
    expect([...codes.slice(0, 5)]).toEqual([0, 1, 0, 0, 2]);
    expect(catalog.view(0).facts[0].value).toBe('blue, red');
    expect(catalog.view(2).facts).toEqual([]);
  });

  it('converts units of one family', () => {
    const { catalog, attribute } = withColumn('storage', ['512 GB', '1 TB', '256 GB']);
    expect([...catalog.columns[0].numbers!.slice(0, 3)]).toEqual([512, 1000, 256]);
    expect(attribute.values).toEqual(['256 GB', '512 GB', '1,000 GB']);
    expect(catalog.view(1).facts[0].value).toBe('1 TB');
  });

  it('leaves a few cells that are no numbers out of a column of numbers, and counts them', () => {
    const cells = Array.from({ length: 40 }, (_, i) => (i === 7 ? 'on request' : `€${100 + 10 * i}`));
    const { catalog, column } = withColumn('price', cells);
    expect(column).toMatchObject({ type: 'number', unread: 1, missing: 0 });
    expect(catalog.columns[0].codes[7]).toBe(NONE);
    expect(catalog.columns[0].numbers![7]).toBeNaN();
    expect(catalog.view(7).facts[0].value).toBe('on request');
  });

  it('shows HTML and formulas as the text that they are, and no address but http', () => {
    const catalog = catalogFromRows(
      Array.from({ length: 12 }, (_, i) => ({
        name: `<script>alert(${i})</script>`,
        formula: ['=HYPERLINK("http://x")', '+1+cmd'][i % 2],
        link: i === 0 ? `javascript:alert(1)` : `https://example.org/${i}`,
      })),
      { columns: { link: { type: 'link' } } },
    );
    expect(catalog.view(0).name).toBe('<script>alert(0)</script>');
    expect(catalog.view(0).facts[0].value).toBe('=HYPERLINK("http://x")');
    expect(catalog.view(0).link).toBeUndefined();
    expect(catalog.view(1).link).toBe('https://example.org/1');
  });
});

describe('corrections', () => {
  it('win over what is inferred', () => {
    const { attribute, catalog } = withColumn('ram', [8, 16, 32], {
      noun: 'laptop',
      columns: {
        ram: {
          label: 'memory',
          unit: 'GB',
          role: 'price',
          question: 'How much memory?',
          synonyms: { attribute: ['RAM'] },
          askable: false,
          edges: [16, 24],
        },
      },
    });
    expect(catalog.noun).toEqual({ one: 'laptop', many: 'laptops' });
    expect(attribute).toMatchObject({
      label: 'memory',
      unit: 'GB',
      role: 'price',
      question: 'How much memory?',
      synonyms: { attribute: ['RAM'], values: {} },
      askable: false,
      edges: [16, 24],
      values: ['8 GB', '16 GB', '32 GB'],
    });
  });

  it('can leave a column out, or make it another type', () => {
    expect(withColumn('brand', ['a', 'b'], { columns: { brand: { ignore: true } } }).column).toBeUndefined();
    expect(withColumn('doors', [2, 4], { columns: { doors: { type: 'category' } } }).attribute.values).toEqual([
      '2',
      '4',
    ]);
    const split = withColumn('size', ['s+m', 'm+l'], { columns: { size: { type: 'list', separator: '+' } } });
    expect(split.attribute.values).toEqual(['m', 'l', 's']);
  });

  it('must name a column that is there', () => {
    expect(() => withColumn('brand', ['a', 'b'], { columns: { brend: {} } })).toThrow(/Did you mean "brand"\?/);
    expect(() => withColumn('brand', ['a', 'b'], { columns: { brend: {} } })).toThrow(TableConfigError);
  });

  it('must fit the cells', () => {
    const rows = [...Array(12).keys()].map((i) => ({ name: `Thing ${i}`, price: i === 3 ? 'cheap' : i }));
    expect(() => catalogFromRows(rows, { columns: { price: { type: 'number' } } })).toThrow(BadCellError);
    expect(() => catalogFromRows(rows, { columns: { price: { type: 'number' } } })).toThrow(/^4:2: .*"cheap"/);
    expect(() => withColumn('x', ['a', 'b'], { columns: { x: { type: 'boolean' } } })).toThrow(BadCellError);
  });

  it('cannot make a category of too many values', () => {
    const rows = Array.from({ length: 70_000 }, (_, i) => ({ id: i, brand: `brand ${i}` }));
    const declare = (type: 'category' | 'list') => () => catalogFromRows(rows, { columns: { brand: { type } } });
    expect(declare('category')).toThrow(TooManyValuesError);
    expect(declare('category')).toThrow(/"brand" .* 70,000 distinct values; the limit is 10,000\. Declare it text/);
    expect(declare('list')).toThrow(TooManyValuesError);
    expect(catalogFromRows(rows).attributes).toEqual([]);
  });
});

it.each(['NaN', 'Infinity', '-inf', '1e999', Number.NaN, Number.POSITIVE_INFINITY])(
  '%s in a column of numbers is refused, with its place',
  (bad) => {
    const cells = Array.from({ length: 20 }, (_, i) => (i === 4 ? bad : i * 10));
    expect(() => withColumn('price', cells)).toThrow(NotFiniteError);
    expect(() => withColumn('price', cells)).toThrow(/^5:2: /);
  },
);
