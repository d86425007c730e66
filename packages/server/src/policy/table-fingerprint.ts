/**
 * What tells one table from another, for whatever is kept for each.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Catalog } from '@sente/catalog';

const LENGTH = 12;

const known = new WeakMap<Catalog, string>();

/**
 * Twelve hexadecimal digits that are the same for the same items with the same columns, read the same way: a column that is
 * read as another type, or never asked for, makes another table. Names of tables, columns' labels and texts do not.
 */
export function tableFingerprint(catalog: Catalog): string {
  const found = known.get(catalog);
  if (found !== undefined) return found;
  const hash = createHash('sha256');
  const add = (array: Uint32Array | Float64Array | undefined): void => {
    hash.update(`${array?.length ?? 'none'}\n`);
    if (array) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  };
  catalog.attributes.forEach(({ key, type, values, edges = [], askable }, position) => {
    hash.update(`${JSON.stringify([key, type, values, edges, askable])}\n`);
    const { codes, offsets, numbers } = catalog.columns[position];
    for (const array of [codes, offsets, numbers]) add(array);
  });
  add(catalog.popularity);
  const made = hash.digest('hex').slice(0, LENGTH);
  known.set(catalog, made);
  return made;
}
