import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceBytes } from './bytes.ts';
import { type ReadOptions, readCsv } from './csv.ts';
import { sniffDelimiter } from './delimiter.ts';
import type { Table } from './table.ts';
import { utf8 } from './utf8.ts';

/** Reads CSV that arrives in pieces of `size` bytes. */
function read(text: string, options: ReadOptions = {}, size = 1 << 16): Promise<Table> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return readCsv(utf8(sourceBytes(pieces), options.file), options);
}

const rowsOf = (table: Table): string[][] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map(({ texts, codes }) => texts[codes[row]]));

describe('CSV', () => {
  it('may have cells with delimiters, quotes and line breaks, a byte order mark and blank lines', async () => {
    const table = await read('\uFEFFname,note\r\n"a, b","say ""hi"""\r\n\r\n"two\r\nlines",x\r\n,\r\n');
    expect(table.columns.map(({ header }) => header)).toEqual(['name', 'note']);
    expect(rowsOf(table)).toEqual([
      ['a, b', 'say "hi"'],
      ['two\r\nlines', 'x'],
    ]);
    expect([table.line(0), table.line(1)]).toEqual([2, 4]);
  });

  it('may have quotes in the middle of a cell that is not quoted', async () => {
    expect(rowsOf(await read('name,screen\nA,15.6" matt\n'))).toEqual([['A', '15.6" matt']]);
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', async (end) => {
    const table = await read(['a,b', '1,"x y"', '2,z'].join(end));
    expect(rowsOf(table)).toEqual([
      ['1', 'x y'],
      ['2', 'z'],
    ]);
    expect(table.line(1)).toBe(3);
  });

  it('counts lines rightly after line breaks in cells', async () => {
    const rows = ['a,b', '"1\n\n1",x', '"2\r\n2",x', '"3",x', '"4\n",x', '5,x'];
    const table = await read(`${rows.join('\n')}\n`);
    expect(Array.from({ length: 5 }, (_, row) => table.line(row))).toEqual([2, 5, 7, 8, 10]);
  });

  it('reads back what was quoted, however the bytes arrive', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', 'a', 'é', '😀', ' '), maxLength: 12 }),
    );
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    await fc.assert(
      fc.asyncProperty(tables, delimiters, fc.integer({ min: 1, max: 40 }), async (rows, delimiter, size) => {
        fc.pre(!rows.some((row) => row.some((text) => text.includes('\0'))));
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const header = rows[0].map((_, i) => `column ${i}`);
        const text = [header, ...rows].map((row) => row.map(quote).join(delimiter)).join('\n');
        const expected = rows
          .map((row) => row.map((cell) => cell.trim()))
          .filter((row) => row.some((cell) => cell !== ''));
        fc.pre(expected.length > 0);
        expect(rowsOf(await read(text, { delimiter }, size))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the delimiter', () => {
  it.each([
    ['name,price\na,1\nb,2\n', ','],
    ['name;price\na;1,5\nb;2,5\n', ';'],
    ['name\tprice, net\na\t1,5\nb\t2\n', '\t'],
    ['name|tags\na|x;y\nb|z;y\n', '|'],
    ['name,tags\n"a;b;c",x\n"d;e;f",y\n', ','],
    ['name;text\na;"one, two, three"\nb;"x, y, z"\n', ';'],
    ['name,description\na,"first\nsecond; third"\n', ','],
    ['one\ntwo\n', ','],
  ])('of %j is %j', (sample, delimiter) => {
    expect(sniffDelimiter(sample)).toBe(delimiter);
  });

  it('can be given, and be anything', async () => {
    expect(rowsOf(await read('a::b\n1::2\n', { delimiter: '::' }))).toEqual([['1', '2']]);
  });
});
