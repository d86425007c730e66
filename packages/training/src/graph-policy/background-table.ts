/**
 * A table as a thread can be given it, whole or a sample of its items.
 * @module
 */
import type { Catalog, Column } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** A catalogue without the function that shows its items. */
export type PlainCatalog = Omit<Catalog, 'view'>;

/** All of it; arrays are shared, not copied. */
export function plainCatalog({ name, noun, size, attributes, columns, popularity }: Catalog): PlainCatalog {
  return { name, noun, size, attributes, columns, ...(popularity && { popularity }) };
}

/** So many items, each set of them equally likely, in the order that they have in the table. */
export function sampleItems(catalog: Catalog, count: number, random: Random): PlainCatalog {
  const items = draw(catalog.size, count, random);
  const { popularity } = catalog;
  return {
    ...plainCatalog(catalog),
    size: count,
    columns: catalog.columns.map((column) => columnOf(column, items)),
    ...(popularity && { popularity: Float64Array.from(items, (item) => popularity[item]) }),
  };
}

/** Selection sampling: Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S. */
function draw(size: number, count: number, random: Random): Uint32Array {
  const items = new Uint32Array(count);
  let found = 0;
  for (let item = 0; found < count; item++) {
    if (random.next() * (size - item) < count - found) items[found++] = item;
  }
  return items;
}

function columnOf({ codes, offsets, numbers }: Column, items: Uint32Array): Column {
  if (offsets) {
    const lists = Array.from(items, (item) => codes.subarray(offsets[item], offsets[item + 1]));
    const starts = new Uint32Array(items.length + 1);
    lists.forEach((list, n) => {
      starts[n + 1] = starts[n] + list.length;
    });
    const all = new Uint32Array(starts[items.length]);
    lists.forEach((list, n) => {
      all.set(list, starts[n]);
    });
    return { codes: all, offsets: starts };
  }
  return {
    codes: Uint32Array.from(items, (item) => codes[item]),
    ...(numbers && { numbers: Float64Array.from(items, (item) => numbers[item]) }),
  };
}
