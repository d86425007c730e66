/**
 * The data that Sente knows how to load, recognised by its files.
 * @module
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, loadCatalog, loadLastfm } from '@sente/catalog';

/** Something in a folder that can be loaded. */
export interface FoundData {
  /** `table`, or the name of a data set. */
  readonly kind: string;
  readonly path: string;
  /** Loads it and says what is in it, in one line. Throws a CatalogError. */
  load(): Promise<string>;
}

const TABLE = /\.(csv|tsv|tab|psv|jsonl|ndjson|json)(\.gz)?$/i;
/** JSON files that stand beside tables and projects, and are none. */
const NO_TABLE =
  /(\.sente\.json|\.policy(\.new)?\.json|^package(-lock)?\.json|^(ts|js)config.*\.json|^biome\.json)$|^\./i;
const LASTFM = ['UI_Interaction_data/review_dict_train.json', 'Graph_generate_data/item_dict.json'];

/** Everything known in a folder and in its own folders, one level down, in alphabetical order. */
export function findData(folder: string): FoundData[] {
  const known = inFolder(folder);
  // A data set's own folders hold its parts, not tables.
  if (known.some(({ kind }) => kind !== 'table')) return known;
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map(({ name }) => join(folder, name));
  const folders = [folder, ...below.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())];
  return folders.flatMap(inFolder).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function inFolder(folder: string): FoundData[] {
  if (LASTFM.some((file) => existsSync(join(folder, file)))) return [lastfm(folder)];
  const tables = readdirSync(folder).filter((name) => TABLE.test(name) && !NO_TABLE.test(name));
  return tables.map((name) => table(join(folder, name))).filter(({ path }) => statSync(path).isFile());
}

function table(path: string): FoundData {
  return { kind: 'table', path, load: async () => describeTable(await loadCatalog(path)) };
}

function describeTable({ size, noun, attributes }: Catalog): string {
  const asked = attributes.filter(({ askable }) => askable).length;
  return `${size.toLocaleString('en')} ${size === 1 ? noun.one : noun.many}, ${asked} attributes to ask about`;
}

function lastfm(path: string): FoundData {
  return {
    kind: 'lastfm',
    path,
    load: async () => {
      const { catalog, users, train, valid, test } = await loadLastfm(path);
      const pairs = { train, valid, test };
      const splits = Object.entries(pairs).flatMap(([name, lists]) =>
        lists === undefined
          ? []
          : [`${name} ${lists.reduce((sum, list) => sum + list.length, 0).toLocaleString('en')}`],
      );
      return `${catalog.size.toLocaleString('en')} artists, ${users.toLocaleString('en')} users, pairs: ${splits.join(', ')}`;
    },
  };
}
