/**
 * Small catalogues from rows in memory.
 * @module
 */
import { buildCatalog } from './build.ts';
import type { Catalog } from './catalog.ts';
import { cellsOf } from './cells.ts';
import { checkConfig } from './check-config.ts';
import type { TableConfig } from './config.ts';
import { TableBuilder } from './table.ts';

/**
 * Makes a catalogue from plain rows; types are inferred as for a file, and `options.columns` corrects them. In
 * messages, rows are counted from 1.
 *
 * @throws {CatalogError} of the class that says what is wrong.
 */
export function catalogFromRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: TableConfig = {},
): Catalog {
  const config = checkConfig(options);
  const builder = new TableBuilder();
  rows.forEach((row, i) => {
    builder.record(cellsOf(row), i + 1);
  });
  return buildCatalog(builder.finish(), config, config.name ?? 'items');
}
