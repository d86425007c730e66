import { type Catalog, readTable } from '@sente/catalog';
import { expect, it } from 'vitest';
import { tableFingerprint } from './table-fingerprint.ts';

const TABLE = 'name,colour,price\na,red,10\nb,blue,20\nc,red,30\nd,green,15\n';
const read = (text = TABLE, file = 'lamps.csv', columns = {}): Promise<Catalog> => readTable(text, { file, columns });

it('is the same for the same table, whatever it is called', async () => {
  const fingerprint = tableFingerprint(await read());
  expect(fingerprint).toMatch(/^[\da-f]{12}$/);
  expect(tableFingerprint(await read())).toBe(fingerprint);
  expect(tableFingerprint(await read(TABLE, 'other.csv'))).toBe(fingerprint);
  expect(tableFingerprint(await read(TABLE, 'lamps.csv', { colour: { label: 'shade' } }))).toBe(fingerprint);
});

it('is another for other items, and for columns that are read another way', async () => {
  const tables = [
    await read(),
    await read(TABLE.replace('b,blue', 'b,red')),
    await read(TABLE.replace('c,red,30', 'c,red,31')),
    await read(`${TABLE}e,red,10\n`),
    await read(TABLE, 'lamps.csv', { colour: { askable: false } }),
    await read(TABLE, 'lamps.csv', { colour: { type: 'list' } }),
  ];
  expect(new Set(tables.map(tableFingerprint)).size).toBe(tables.length);
});
