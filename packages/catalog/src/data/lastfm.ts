/**
 * The LastFM data set for conversational recommendation: artists with tags, listeners and what they listened to.
 *
 * Layout as released with SCPR (Lei et al. 2020, arXiv 2007.00194) and UNICORN (Deng et al. 2021, arXiv 2105.09710), with
 * the 33 merged tags.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../table/catalog.ts';
import { DatasetError } from '../table/errors.ts';
import { makeCatalog } from '../table/make.ts';
import { wanted } from '../table/popularity.ts';

/** Items by user: `interactions[user]` are positions in the catalogue, in the order of the file. */
export type Interactions = readonly Uint32Array[];

/** The data set. Items and users keep the numbers that they have in the files. */
export interface Lastfm {
  /** One list attribute, `tags`; popularity from train. */
  readonly catalog: Catalog;
  /** Number of users. */
  readonly users: number;
  readonly train: Interactions;
  readonly valid?: Interactions;
  readonly test?: Interactions;
  /** The number that each of the attribute's values has in the files, as values stand commonest first. */
  readonly tags: Uint32Array;
}

const ITEMS = 'Graph_generate_data/item_dict.json';
const TAG_MAP = 'Graph_generate_data/merged_tag_map.json';
const TAG_NAMES = 'ID_map_info/tag_reverse_map.json';
const ITEM_NAMES = 'ID_map_info/item_reverse_map.json';
const split = (name: string): string => `UI_Interaction_data/review_dict_${name}.json`;

/** Reads the data set from its directory. @throws {DatasetError} naming the file that is missing or does not fit. */
export async function loadLastfm(directory: string): Promise<Lastfm> {
  const items = numbered(await readObject(directory, ITEMS), directory, ITEMS);
  const tagCount = Object.keys(await readObject(directory, TAG_MAP)).length;
  const tagNames = namesOf(await readObject(directory, TAG_NAMES), tagCount, directory, TAG_NAMES);
  const names = namesOf(await readObject(directory, ITEM_NAMES), items.length, directory, ITEM_NAMES);
  const train = interactions(await readObject(directory, split('train')), items.length, directory, 'train');
  const valid = await optional(directory, 'valid', items.length);
  const test = await optional(directory, 'test', items.length);
  const users = Math.max(train.length, valid?.length ?? 0, test?.length ?? 0);
  const padded = (list: Interactions): Interactions => [
    ...list,
    ...Array.from({ length: users - list.length }, () => new Uint32Array(0)),
  ];

  const lists = items.map((item, i) => tagsOf(item, i, tagCount, directory));
  const counts = new Uint32Array(tagCount);
  for (const list of lists) for (const tag of list) counts[tag]++;
  const tags = Uint32Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
  const code = new Uint32Array(tagCount);
  for (const [value, tag] of tags.entries()) code[tag] = value;
  const offsets = new Uint32Array(items.length + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = offsets[i] + list.length;
  const codes = new Uint32Array(offsets[items.length]);
  for (const [i, list] of lists.entries()) codes.set(Uint32Array.from(list, (tag) => code[tag]).sort(), offsets[i]);

  const played = new Float64Array(items.length);
  for (const list of train) for (const item of list) played[item]++;
  const catalog = makeCatalog({
    name: 'LastFM',
    noun: { one: 'artist', many: 'artists' },
    size: items.length,
    attributes: [{ key: 'tags', label: 'style', type: 'list', values: Array.from(tags, (tag) => tagNames[tag]) }],
    columns: [{ codes, offsets }],
    ids: items.map((_, i) => String(i)),
    names,
    popularity: wanted(played),
  });
  return {
    catalog,
    users,
    train: padded(train),
    ...(valid === undefined ? {} : { valid: padded(valid) }),
    ...(test === undefined ? {} : { test: padded(test) }),
    tags,
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

async function readObject(directory: string, name: string): Promise<JsonObject> {
  const file = join(directory, name);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new DatasetError(
      'this file of the LastFM data set is missing or cannot be read.',
      `Name the directory that holds ${name}.`,
      { file },
    );
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new DatasetError('this is no JSON object.', 'Fetch the file again; it may be cut off.', { file });
}

async function optional(directory: string, name: string, items: number): Promise<Interactions | undefined> {
  const there = await readFile(join(directory, split(name))).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new DatasetError('the file cannot be read.', 'Check its permissions.', {
      file: join(directory, split(name)),
    });
  });
  return there && interactions(await readObject(directory, split(name)), items, directory, name);
}

/** The entries of an object whose keys are 0 … n − 1, in that order. */
function numbered(object: JsonObject, directory: string, name: string): unknown[] {
  const count = Object.keys(object).length;
  return Array.from({ length: count }, (_, i) => {
    if (!Object.hasOwn(object, i)) throw misfit(directory, name, `holds ${count} entries, and none is numbered ${i}.`);
    return object[i];
  });
}

function tagsOf(item: unknown, number: number, tagCount: number, directory: string): number[] {
  const list = isObject(item) ? item.feature_index : undefined;
  if (!Array.isArray(list)) throw misfit(directory, ITEMS, `gives item ${number} no "feature_index".`);
  const wrong = list.find((tag) => !(Number.isInteger(tag) && tag >= 0 && tag < tagCount));
  if (wrong === undefined) return [...new Set(list as number[])];
  throw misfit(directory, ITEMS, `gives item ${number} the tag ${wrong}; there are ${tagCount} tags.`);
}

function namesOf(object: JsonObject, count: number, directory: string, name: string): string[] {
  return Array.from({ length: count }, (_, i) => {
    const entry = object[i];
    const first: unknown = isObject(entry) && Array.isArray(entry.real_name) ? entry.real_name[0] : undefined;
    if (typeof first === 'string') return first;
    throw misfit(directory, name, `gives number ${i} no "real_name".`);
  });
}

function interactions(object: JsonObject, items: number, directory: string, part: string): Interactions {
  let users = 0;
  for (const key of Object.keys(object)) {
    if (!/^\d{1,7}$/.test(key))
      throw misfit(directory, split(part), `has a user ${JSON.stringify(key)}; users are numbered.`);
    users = Math.max(users, Number(key) + 1);
  }
  return Array.from({ length: users }, (_, user) => {
    const list = object[user] ?? [];
    const fits = Array.isArray(list) && list.every((item) => Number.isInteger(item) && item >= 0 && item < items);
    if (!fits)
      throw misfit(directory, split(part), `gives user ${user} something that is no item (0 to ${items - 1}).`);
    return Uint32Array.from(list as number[]);
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misfit(directory: string, name: string, problem: string): DatasetError {
  return new DatasetError(`the file ${problem}`, 'Fetch the data set again; its files belong together.', {
    file: join(directory, name),
  });
}
