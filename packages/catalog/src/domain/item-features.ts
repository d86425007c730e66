/**
 * Yes-or-no features of items: every value of every askable attribute, as a table that is quick to look up.
 * @module
 */
import type { CatalogIndex } from '../index/catalog-index.ts';
import { NONE } from '../table/catalog.ts';

/** The features of a catalogue's items; feature f is `attributes[f]` having `values[f]`. */
export interface ItemFeatures {
  readonly count: number;
  readonly attributes: Uint32Array;
  readonly values: Uint32Array;
  /** Features of item i, ascending: `codes[offsets[i] … offsets[i + 1])`. */
  readonly codes: Uint32Array;
  readonly offsets: Uint32Array;
  /** 1 where item i has feature f, at [f × items + i]. */
  readonly has: Uint8Array;
  readonly items: number;
}

/** Lists them. Meant for catalogues with up to a few hundred attribute values: takes values × items bytes. */
export function itemFeatures(index: CatalogIndex): ItemFeatures {
  const { catalog } = index;
  const attributes: number[] = [];
  const values: number[] = [];
  const first: number[] = [];
  catalog.attributes.forEach((attribute, position) => {
    first.push(attributes.length);
    if (!attribute.askable) return;
    attribute.values.forEach((_, value) => {
      attributes.push(position);
      values.push(value);
    });
  });
  const count = attributes.length;
  const has = new Uint8Array(count * catalog.size);
  const offsets = new Uint32Array(catalog.size + 1);
  const codes: number[] = [];
  for (let item = 0; item < catalog.size; item++) {
    catalog.columns.forEach((column, position) => {
      if (!catalog.attributes[position].askable) return;
      const from = column.offsets ? column.offsets[item] : item;
      const to = column.offsets ? column.offsets[item + 1] : item + 1;
      for (let k = from; k < to; k++) {
        if (column.codes[k] === NONE) continue;
        codes.push(first[position] + column.codes[k]);
        has[(first[position] + column.codes[k]) * catalog.size + item] = 1;
      }
    });
    offsets[item + 1] = codes.length;
  }
  return {
    count,
    attributes: Uint32Array.from(attributes),
    values: Uint32Array.from(values),
    codes: Uint32Array.from(codes),
    offsets,
    has,
    items: catalog.size,
  };
}
