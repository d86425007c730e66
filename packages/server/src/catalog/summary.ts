/**
 * A catalogue in a few lines, for the studio.
 * @module
 */
import { type Catalog, describeCatalog, NONE } from '@sente/catalog';
import type { AttributeSummary, CatalogSource, CatalogSummary } from './catalog-schema.ts';
import { previewColumn } from './preview-column.ts';

/** Values listed per attribute. */
const LISTED = 12;

/** Counts every value once over all items: O(cells). */
export function summariseCatalog(catalog: Catalog, source: CatalogSource): CatalogSummary {
  const attributes = catalog.attributes.map((attribute, position): AttributeSummary => {
    const counts = new Uint32Array(attribute.values.length);
    for (const code of catalog.columns[position].codes) if (code !== NONE) counts[code]++;
    const values = attribute.values.map((value, code) => ({ value, count: counts[code] }));
    return {
      attribute: position,
      key: attribute.key,
      label: attribute.label,
      type: attribute.type,
      unit: attribute.unit ?? null,
      role: attribute.role ?? null,
      askable: attribute.askable,
      values: values.slice(0, LISTED),
      distinct: values.length,
    };
  });
  const columns = describeCatalog(catalog).map(previewColumn);
  return { name: catalog.name, noun: catalog.noun, size: catalog.size, source, attributes, columns };
}
