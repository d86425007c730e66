import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatasetError } from '../table/errors.ts';
import { loadLastfm } from './lastfm.ts';

/** A made data set in the same layout: three artists, two tags, two users. */
const FILES: Readonly<Record<string, unknown>> = {
  'Graph_generate_data/item_dict.json': {
    0: { categories: [73], feature_index: [1], busi_id: 900 },
    1: { categories: [13, 73], feature_index: [0, 1], busi_id: 901 },
    2: { categories: [73], feature_index: [1], busi_id: 902 },
  },
  'Graph_generate_data/merged_tag_map.json': { 13: 0, 73: 1 },
  'ID_map_info/tag_reverse_map.json': {
    0: { real_id: [13], real_name: ['calm'] },
    1: { real_id: [73], real_name: ['loud'] },
  },
  'ID_map_info/item_reverse_map.json': {
    0: { real_id: [900], real_name: ['The Invented'] },
    1: { real_id: [901], real_name: ['Made Up'] },
    2: { real_id: [902], real_name: ['No Such Band'] },
  },
  'UI_Interaction_data/review_dict_train.json': { 0: [1, 0], 1: [1] },
  'UI_Interaction_data/review_dict_valid.json': { 1: [2] },
};

let directory = '';

async function put(name: string, content: string): Promise<void> {
  await mkdir(dirname(join(directory, name)), { recursive: true });
  await writeFile(join(directory, name), content);
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sente-lastfm-'));
  for (const [name, content] of Object.entries(FILES)) await put(name, JSON.stringify(content));
});
afterEach(() => rm(directory, { recursive: true }));

describe('the LastFM data set', () => {
  it('becomes a catalogue of artists with tags, and interactions by user', async () => {
    const { catalog, users, train, valid, test, tags } = await loadLastfm(directory);
    expect(catalog.size).toBe(3);
    expect(catalog.attributes).toMatchObject([{ key: 'tags', type: 'list', values: ['loud', 'calm'] }]);
    expect([...catalog.columns[0].codes]).toEqual([0, 0, 1, 0]);
    expect([...catalog.columns[0].offsets!]).toEqual([0, 1, 3, 4]);
    expect([...tags]).toEqual([1, 0]);
    expect([...catalog.popularity!]).toEqual([1, 2, 0.5]);
    expect(catalog.view(1)).toMatchObject({ name: 'Made Up', facts: [{ value: 'loud, calm' }] });
    expect(users).toBe(2);
    expect(train.map((list) => [...list])).toEqual([[1, 0], [1]]);
    expect(valid?.map((list) => [...list])).toEqual([[], [2]]);
    expect(test).toBeUndefined();
  });

  it.each(Object.keys(FILES).filter((name) => !name.includes('valid')))('cannot do without %s', async (name) => {
    await rm(join(directory, name));
    await expect(loadLastfm(directory)).rejects.toThrow(DatasetError);
    await expect(loadLastfm(directory)).rejects.toThrow(
      `${join(directory, name)}: this file of the LastFM data set is missing`,
    );
  });

  it.each([
    ['UI_Interaction_data/review_dict_valid.json', '{"0": [3]}', /gives user 0 something that is no item \(0 to 2\)/],
    ['UI_Interaction_data/review_dict_train.json', '{"u": [1]}', /has a user "u"/],
    ['Graph_generate_data/item_dict.json', '{"0": {"feature_index": []}, "2": {}}', /none is numbered 1/],
    [
      'Graph_generate_data/item_dict.json',
      '{"0": {"feature_index": [1]}, "1": {"feature_index": [2]}, "2": {}}',
      /gives item 1 the tag 2; there are 2 tags/,
    ],
    ['ID_map_info/tag_reverse_map.json', '{"0": {"real_name": ["x"]}}', /gives number 1 no "real_name"/],
    ['ID_map_info/item_reverse_map.json', '{"0": ', /no JSON object/],
  ])('%s must fit: %s', async (name, content, message) => {
    await put(name, content);
    await expect(loadLastfm(directory)).rejects.toThrow(DatasetError);
    await expect(loadLastfm(directory)).rejects.toThrow(message);
  });
});
