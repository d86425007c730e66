import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCatalog } from '@sente/catalog';
import { writePolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import type { ServedTable } from '@sente/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { policyKeeper } from './policy-keeper.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-keeper-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const table = (source: ServedTable['source'], name = 'lamps'): ServedTable => ({
  source,
  catalog: makeCatalog({ name, attributes: [], columns: [], names: ['a'] }),
});
const keeperOf = (catalog?: string, fingerprint = 'f00d') =>
  policyKeeper({
    catalog: catalog === undefined ? undefined : join(folder, catalog),
    runs: join(folder, '.sente'),
    fingerprint: () => fingerprint,
  });

it('keeps a policy beside the table, and finds it again', () => {
  const keeper = keeperOf('shop.csv');
  expect(keeper.find(table('file'))).toBeUndefined();
  expect(keeper.keep(table('file'), madePolicy())).toBe(join(folder, 'shop.policy.json'));
  expect(keeperOf('shop.csv').find(table('file'))).toEqual(madePolicy());
  expect(keeper.find(table('upload'))).toBeUndefined();
});

it('keeps those of uploads by name and content, under a name that is one', () => {
  const keeper = keeperOf('shop.csv');
  expect(keeper.keep(table('upload', '../../etc/Möbel & mehr'), madePolicy())).toBe(
    join(folder, '.sente', 'policies', 'etc-Möbel-mehr-f00d.json'),
  );
  expect(keeper.find(table('upload', '../../etc/Möbel & mehr'))).toEqual(madePolicy());
  expect(keeper.find(table('upload', 'moebel (1)'))).toEqual(madePolicy());
  expect(keeperOf('shop.csv', 'beef').find(table('upload', '../../etc/Möbel & mehr'))).toBeUndefined();
  expect(keeperOf('shop.csv', 'beef').keep(table('upload', '/'), madePolicy())).toContain('table-beef.json');
  expect(readdirSync(folder)).toEqual(['.sente']);
});

it('keeps that of the built-in table beside the runs', () => {
  const keeper = keeperOf();
  keeper.keep(table('built-in'), madePolicy());
  expect(existsSync(join(folder, '.sente', 'policies', 'built-in.safetensors'))).toBe(true);
  expect(keeper.find(table('built-in'))).toEqual(madePolicy());
});

it('says what is wrong with files that are none', () => {
  writeFileSync(join(folder, 'shop.policy.json'), '{}');
  expect(() => keeperOf('shop.csv').find(table('file'))).toThrow('shop.policy');
});

it('says so where a new policy was only half written over an old one', () => {
  const keeper = keeperOf('shop.csv');
  keeper.keep(table('file'), madePolicy(1));
  writeFileSync(join(folder, 'shop.policy.safetensors'), writePolicy(madePolicy(2)).safetensors);
  expect(() => keeper.find(table('file'))).toThrow('not of one training');
});
