/** Every kind of bad table gets an error of its own class, with file, line and column, and nothing is loaded. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as errors from './errors.ts';
import { loadCatalog, readTable } from './load.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sente-bad-input-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Loads bad content; returns the error. */
async function failure(content: string | Uint8Array | AsyncIterable<string>, file = 'bad.csv', options = {}) {
  const error = await readTable(content, { file, ...options }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(errors.CatalogError);
  return error as errors.CatalogError;
}

const place = ({ file, line, column }: errors.CatalogError): unknown[] => [file, line, column];

describe('bad input', () => {
  it.each(['', '\n\n', '\uFEFF', ' \n,,\n'])('an empty file: %j', async (text) => {
    const error = await failure(text);
    expect(error).toBeInstanceOf(errors.EmptyTableError);
    expect(error.message).toMatch(/^bad\.csv:1: the file is empty\./);
  });

  it('a header and no item', async () => {
    const error = await failure('name,price\n');
    expect(error).toBeInstanceOf(errors.EmptyTableError);
    expect(error.message).toMatch(/no item under it/);
  });

  it.each([
    ['lamp,12\nchair,40\ntable,80\n', 2],
    ['red,lamp\nred,chair\nblue,lamp\nred,lamp\n', 1],
    ['name,,price\na,x,1\n', 2],
    ['"",price\na,1\n', 1],
  ])('a missing header: %j', async (text, column) => {
    const error = await failure(text);
    expect(error).toBeInstanceOf(errors.MissingHeaderError);
    expect(place(error)).toEqual(['bad.csv', 1, column]);
  });

  it('years as headers are no items', async () => {
    expect((await readTable('name,2020,2021\na,1,2\nb,3,4\n', { file: 'a.csv' })).size).toBe(2);
  });

  it('a header named twice', async () => {
    const error = await failure('name,price,name\na,1,b\n');
    expect(error).toBeInstanceOf(errors.DuplicateHeaderError);
    expect(place(error)).toEqual(['bad.csv', 1, 3]);
  });

  it.each([
    ['name,price\na,1\nb\n', 3, 2, /1 cells, the header has 2/],
    ['name,price\n"a\nb",1\nc,2,3\n', 4, 3, /3 cells, the header has 2/],
  ])('a ragged row: %j', async (text, line, column, message) => {
    const error = await failure(text);
    expect(error).toBeInstanceOf(errors.RaggedRowError);
    expect(place(error)).toEqual(['bad.csv', line, column]);
    expect(error.message).toMatch(message);
  });

  it.each([
    [Buffer.from('name,price\ncaf\xe9,1\n', 'latin1'), 14, 2, 4],
    [Buffer.concat([Buffer.from('name,price\nä,1\nb,'), Buffer.from([0xe2, 0x82])]), 18, 3, 3],
    [Buffer.concat([Buffer.from('name,price\na,'), Buffer.from([0xf0, 0x9f, 0x41]), Buffer.from('\n')]), 13, 2, 3],
    [Buffer.from('name,price\na,\0\n'), 13, 2, 3],
    [Buffer.from('\uFEFFname,price\n', 'utf16le'), 0, 1, 1],
    [Buffer.from('PK\x03\x04 zip'), 0, 1, 1],
  ])('bytes that are not UTF-8 (%#)', async (bytes, offset, line, column) => {
    for (const source of [bytes, Array.from(bytes, (byte) => Uint8Array.of(byte))]) {
      const error = (await failure(source as Uint8Array)) as errors.EncodingError;
      expect(error).toBeInstanceOf(errors.EncodingError);
      expect([...place(error), error.offset]).toEqual(['bad.csv', line, column, offset]);
    }
  });

  it('an id used twice', async () => {
    const error = await failure('name,id,price\na,x1,1\nb,x2,2\nc,x1,3\n');
    expect(error).toBeInstanceOf(errors.DuplicateIdError);
    expect(place(error)).toEqual(['bad.csv', 4, 2]);
    expect(error.message).toMatch(/"x1" stands on line 2 already/);
  });

  it('one column', async () => {
    expect(await failure('name\na\nb\n')).toBeInstanceOf(errors.OneColumnError);
    expect(await failure('[{"name":"a"}]', 'bad.json')).toBeInstanceOf(errors.OneColumnError);
  });

  it('too many columns', async () => {
    const swapped = JSON.stringify([Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`k${i}`, 1]))]);
    expect(await failure(swapped, 'bad.json')).toBeInstanceOf(errors.TooManyColumnsError);
  });

  it('a quote that is never closed', async () => {
    const error = await failure('name,price\na,1\nb,"2\nc,3\n');
    expect(error).toBeInstanceOf(errors.TableSyntaxError);
    expect(error.line).toBe(3);
  });

  it.each([
    ['bad.csv', 'name,price\na,1\n', 'x'],
    ['bad.json', '[{"name":"a","price":1},\n{"name":"', 'x'],
    ['bad.jsonl', '{"name":"a","price":1}\n{"name":"', 'x'],
  ])('a record of two gigabytes in %s is refused without reading it', async (file, start, filler) => {
    let sent = 0;
    async function* endless(): AsyncGenerator<string> {
      yield start;
      const piece = filler.repeat(1 << 16);
      for (sent = 0; sent < 2 ** 31; sent += piece.length) yield piece;
    }
    const error = await failure(endless(), file);
    expect(error).toBeInstanceOf(errors.RecordTooLongError);
    expect(error.line).toBe(file === 'bad.csv' ? 3 : 2);
    expect(sent).toBeLessThan(8 * 2 ** 20);
    expect(await failure(`${start}${filler.repeat(200)}`, file, { maxRecordBytes: 100 })).toBeInstanceOf(
      errors.RecordTooLongError,
    );
  });

  it('an upload that unpacks to more than is allowed', async () => {
    const bomb = gzipSync(Buffer.from(`name,price\n${'a,1\n'.repeat(1_000_000)}`));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await failure(bomb, 'bad.csv.gz', { maxBytes: 100_000 })).toBeInstanceOf(errors.TooLargeError);
  });

  it('a record nested without end', async () => {
    const deep = `[{"name":"a","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(await failure(deep, 'bad.json')).toBeInstanceOf(errors.TableSyntaxError);
  });

  it('NaN in a column of numbers', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `a${i},${i === 5 ? 'NaN' : i * 10}`);
    const error = await failure(`name,price\n${rows.join('\n')}\n`);
    expect(error).toBeInstanceOf(errors.NotFiniteError);
    expect(place(error)).toEqual(['bad.csv', 7, 2]);
  });

  it('an unknown kind of file', async () => {
    await expect(loadCatalog('table.xlsx')).rejects.toThrow(errors.UnknownFormatError);
    await expect(loadCatalog('table')).rejects.toThrow(/no extension/);
  });

  it('a file that is not there, is a directory, or is damaged', async () => {
    await expect(loadCatalog(join(directory, 'none.csv'))).rejects.toThrow(errors.UnreadableFileError);
    await expect(loadCatalog(directory, { format: 'csv' })).rejects.toThrow(/directory/);
    const packed = gzipSync(Buffer.from('name,price\na,1\n'));
    await writeFile(join(directory, 'cut.csv.gz'), packed.subarray(0, packed.length - 6));
    await expect(loadCatalog(join(directory, 'cut.csv.gz'))).rejects.toThrow(errors.UnreadableFileError);
  });

  it('every error says what to do, in its message too', async () => {
    for (const text of ['', 'a,b\n1\n', 'name\nx\n', 'name,name\n1,2\n']) {
      const error = await failure(text);
      expect(error.advice.length).toBeGreaterThan(10);
      expect(error.message.endsWith(error.advice)).toBe(true);
    }
  });
});
