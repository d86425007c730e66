/**
 * An uploaded table, read by the catalogue's own readers and shown column by column.
 * @module
 */
import {
  type Catalog,
  type ColumnConfig,
  describeCatalog,
  type InferredColumn,
  type ItemView,
  readTable,
  type TableConfig,
} from '@sente/catalog';
import type { ColumnPreview, Correction, Corrections } from './catalog-schema.ts';
import { previewColumn } from './preview-column.ts';
import type { ReadTable, TableWords } from './shelf.ts';

/** Items in a preview's sample. */
const SAMPLED = 5;

/** Reads a table of any known format. Throws a CatalogError of the class that says what is wrong. */
export async function readUpload(bytes: Uint8Array, file: string, words: TableWords): Promise<ReadTable> {
  const catalog = await readTable(bytes, { file, ...tableConfig(words) });
  const inferred = describeCatalog(catalog);
  const views = Array.from({ length: Math.min(SAMPLED, catalog.size) }, (_, item) => catalog.view(item));
  return {
    catalog,
    columns: inferred.map(previewColumn),
    sample: views.map((view) => sampleRow(catalog, inferred, view)),
  };
}

function tableConfig({ name, noun, columns = {} }: TableWords): TableConfig {
  const entries = Object.entries(columns).map(([key, correction]) => [key, columnConfig(correction)] as const);
  return { ...(name && { name }), ...(noun && { noun }), columns: Object.fromEntries(entries) };
}

function columnConfig({ type, role, unit, ...words }: Correction): ColumnConfig {
  return {
    ...words,
    ...(unit && { unit }),
    ...(type === 'ignore' ? { ignore: true } : { type }),
    ...(role === undefined ? {} : { role: role ?? 'none' }),
  };
}

/** The cells of one item, as it is shown to people; columns that an item's view leaves out are left out here. */
function sampleRow(catalog: Catalog, columns: readonly InferredColumn[], view: ItemView): Record<string, string> {
  const row = new Map(view.facts.map((fact) => [catalog.attributes[fact.attribute].key, fact.value]));
  let described = false;
  for (const { header, type } of columns) {
    if (type === 'id' || type === 'name') row.set(header, view[type]);
    if ((type === 'image' || type === 'link') && view[type] !== undefined) row.set(header, view[type]);
    if (type === 'text' && !described && view.description !== undefined) {
      row.set(header, view.description);
      described = true;
    }
  }
  return Object.fromEntries(row);
}

/** Columns of a corrected preview in the file's order, with those that the owner ignores still listed. */
export function withIgnored(
  before: readonly ColumnPreview[],
  after: readonly ColumnPreview[],
  corrections: Corrections,
): readonly ColumnPreview[] {
  return before.map(
    (column) =>
      after.find(({ key }) => key === column.key) ?? {
        ...column,
        ...(corrections[column.key]?.type === 'ignore' && { type: 'ignore', role: null, askable: false }),
      },
  );
}
