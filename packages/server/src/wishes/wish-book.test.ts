import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WishBook } from './wish-book.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'sente-wishes-'));
const red = { wishes: ['colour: red', 'price: under 5'], nearest: ['lamp 1'] };

it('counts a combination however its wishes are ordered, and keeps catalogues apart', () => {
  const book = new WishBook();
  book.add('lamps', red);
  book.add('lamps', { wishes: ['price: under 5', 'colour: red'], nearest: ['lamp 2'] });
  book.add('lamps', { wishes: ['colour: green'], nearest: [] });
  book.add('boots', red);
  expect(book.of('lamps')).toEqual([
    { wishes: ['colour: red', 'price: under 5'], nearest: ['lamp 2'], count: 2 },
    { wishes: ['colour: green'], nearest: [], count: 1 },
  ]);
  expect(book.forget('lamps')).toBe(3);
  expect(book.of('lamps')).toEqual([]);
  expect(book.of('boots')).toHaveLength(1);
});

it('comes back from its file, whatever was damaged in it, with one line a combination', () => {
  const file = join(folder(), 'deeper', 'wishes.jsonl');
  const book = new WishBook(file);
  expect(book.kept).toBe('file');
  for (let i = 0; i < 3; i++) book.add('lamps', red);
  appendFileSync(
    file,
    '{"catalog":"lamps","wishes":["cut o\nnull\n{"catalog":1}\n{"catalog":"lamps","wishes":["x"],"nearest":[],"count":-4}\n',
  );
  expect(new WishBook(file).of('lamps')).toEqual([{ ...red, count: 3 }]);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
});

it('keeps nothing but catalogue, wishes, nearest items and counts', () => {
  const file = join(folder(), 'wishes.jsonl');
  new WishBook(file).add('lamps', red);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['catalog', 'wishes', 'nearest', 'count']);
});

it('forgets in the file too', () => {
  const file = join(folder(), 'wishes.jsonl');
  const book = new WishBook(file);
  book.add('lamps', red);
  book.forget('lamps');
  expect(readFileSync(file, 'utf8')).toBe('');
});

it('stays in memory, and says so, when the file cannot be written', () => {
  const blocked = join(folder(), 'a-file');
  writeFileSync(blocked, '');
  const book = new WishBook(join(blocked, 'wishes.jsonl'));
  book.add('lamps', red);
  expect(book.kept).toBe('memory');
  expect(book.of('lamps')).toHaveLength(1);
});

it('stops taking new combinations before it can fill the disk', () => {
  const book = new WishBook();
  for (let i = 0; i < 10_050; i++) book.add('lamps', { wishes: [`w${i}`], nearest: [] });
  book.add('lamps', { wishes: ['w3'], nearest: [] });
  expect(book.of('lamps')).toHaveLength(10_000);
  expect(book.of('lamps')[0]).toMatchObject({ wishes: ['w3'], count: 2 });
});
