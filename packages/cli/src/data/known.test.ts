import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findData } from './known.ts';

const folder = mkdtempSync(join(tmpdir(), 'sente-data-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data set is one find, whether its folder is named or the one above it; tables beside it are found too, and no policies', () => {
  const set = join(folder, 'lastfm');
  for (const part of ['Graph_generate_data', 'UI_Interaction_data']) mkdirSync(join(set, part), { recursive: true });
  for (const file of ['Graph_generate_data/item_dict.json', 'UI_Interaction_data/review_dict_train.json']) {
    writeFileSync(join(set, file), '{}');
  }
  writeFileSync(join(folder, 'wines.csv'), 'name;price\nA;1\n');
  for (const file of ['wines.policy.json', 'wines.policy.new.json']) writeFileSync(join(folder, file), '{}');
  const found = (where: string): string[] => findData(where).map(({ kind, path }) => `${kind} ${path}`);
  expect(found(set)).toEqual([`lastfm ${set}`]);
  expect(found(folder)).toEqual([`lastfm ${set}`, `table ${join(folder, 'wines.csv')}`]);
});
