import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceBytes } from './bytes.ts';
import { readJson } from './json.ts';
import { readJsonLines } from './json-lines.ts';
import type { Table } from './table.ts';
import { utf8 } from './utf8.ts';

const pieces = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
};
const json = (text: string, size = 1 << 16) =>
  readJson(utf8(sourceBytes(pieces(text, size)), 'a.json'), { file: 'a.json' });
const lines = (text: string, size = 1 << 16) =>
  readJsonLines(utf8(sourceBytes(pieces(text, size)), 'a.jsonl'), { file: 'a.jsonl' });
const recordsOf = (table: Table): Record<string, string>[] =>
  Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ header, texts, codes }) => [header, texts[codes[row]]])),
  );

describe('JSON', () => {
  it('may be an array, or an object with items', async () => {
    const expected = [
      { name: 'a', price: '1' },
      { name: 'b', price: '' },
    ];
    expect(recordsOf(await json('[{"name":"a","price":1},\n{"name":"b"}]'))).toEqual(expected);
    const wrapped =
      '{"total": [2], "meta": {"items": [1]}, "items": [{"name":"a","price":1},{"name":"b","price":null}], "more": [{"x":1}]}';
    expect(recordsOf(await json(wrapped))).toEqual(expected);
  });

  it('may have nested objects, arrays, numbers and truth values', async () => {
    const table = await json('[{"a":{"b":{"c":1}},"list":["x","y"],"yes":true,"no":false}]');
    expect(recordsOf(table)).toEqual([{ 'a.b.c': '1', list: '["x","y"]', yes: 'true', no: 'false' }]);
  });

  it('knows the line of every record', async () => {
    const table = await json('[\n  {"a": 1,\n   "b": 2},\n\n  {"a": 3, "b": 4}\n]\n');
    expect([table.line(0), table.line(1)]).toEqual([2, 5]);
  });

  it('reads the same records as JSON.parse, however the bytes arrive', async () => {
    const record = fc.record({ id: fc.nat(), text: fc.string({ unit: 'grapheme' }), 'odd "key"': fc.string() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(3),
        async (records, size, indent) => {
          const expected = records.map((entry) => ({
            id: String(entry.id),
            text: entry.text.trim(),
            'odd "key"': entry['odd "key"'].trim(),
          }));
          expect(recordsOf(await json(JSON.stringify(records, null, indent), size))).toEqual(expected);
          const wrapped = JSON.stringify({ 'i"tems': 1, items: records }, null, indent);
          expect(recordsOf(await json(wrapped, size))).toEqual(expected);
          expect(recordsOf(await lines(records.map((entry) => JSON.stringify(entry)).join('\n'), size))).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['[{"a":1,"b":2},\n{"a":1 "b":2}]', /^a\.json:2:8: this is not JSON/],
    ['[{"a":1,"b":NaN}]', /^a\.json:1:13: this is not JSON/],
    ['[{"a":1,"b":2}', /ends in the middle/],
    ['[1, 2]', /^a\.json:1:2: this is 1, not an object/],
    ['[{"a":1,"b":2},,{"a":1,"b":2}]', /^a\.json:1:16: there is a comma/],
    ['{"rows": [{"a":1}]}', /no array of items.*\{"items"/],
    ['hello', /^a\.json:1:1: this is no JSON table/],
    ['[{"a":1,"b":2}]]', /^a\.json:1:16: a bracket is closed/],
  ])('%j is refused with its place', async (text, message) => {
    await expect(json(text)).rejects.toThrow(message);
    await expect(json(text, 3)).rejects.toThrow(message);
  });
});

describe('JSONL', () => {
  it('may have blank lines, and knows its lines', async () => {
    const table = await lines('{"a":1,"b":2}\r\n\n{"b":3,"a":4}\n');
    expect(recordsOf(table)).toEqual([
      { a: '1', b: '2' },
      { a: '4', b: '3' },
    ]);
    expect(table.line(1)).toBe(3);
  });

  it('is refused with its place', async () => {
    await expect(lines('{"a":1,"b":2}\n{"a":1,}\n')).rejects.toThrow(/^a\.jsonl:2:8: this is not JSON/);
    await expect(lines('{"a":1,"b":2}\n[1]\n')).rejects.toThrow(/^a\.jsonl:2:1: this is \[1\], not an object/);
  });
});
