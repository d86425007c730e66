/**
 * The catalogue that Sente shows when it is given no other: hiking trips through an invented country.
 * @module
 */

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Catalog } from '../table/catalog.ts';
import type { TableConfig } from '../table/config.ts';
import { catalogFromRows } from '../table/rows.ts';

/** Directory of the files that ship with the package; the same from `src` and from `dist`. */
const DATA = new URL('../../data/', import.meta.url);

let loaded: Catalog | undefined;

/** The made catalogue: 300 hiking trips, ten attributes to ask about. Read once. */
export function builtinCatalog(): Catalog {
  loaded ??= catalogFromRows(
    parse(readFileSync(new URL('hiking-trips.csv', DATA)), { columns: true }) as Record<string, string>[],
    JSON.parse(readFileSync(new URL('hiking-trips.sente.json', DATA), 'utf8')) as TableConfig,
  );
  return loaded;
}
