/**
 * A table as a thread can be given it: whole, or as much of it as can be learnt from in a short time.
 * @module
 */
import { type Attribute, type Catalog, type Column, NONE } from '@sente/catalog';
import type { Random } from '@sente/engine';

/** A catalogue without the function that shows its items. */
export type PlainCatalog = Omit<Catalog, 'view'>;

/** All of it; arrays are shared, not copied. */
export function plainCatalog({ name, noun, size, attributes, columns, popularity }: Catalog): PlainCatalog {
  return { name, noun, size, attributes, columns, ...(popularity && { popularity }) };
}

/** So many items, each set of them equally likely, in the order that they have in the table. */
export function sampleItems(catalog: PlainCatalog, count: number, random: Random): PlainCatalog {
  const items = draw(catalog.size, count, random);
  const { popularity } = catalog;
  return {
    ...catalog,
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
    return listColumn(Array.from(items, (item) => codes.subarray(offsets[item], offsets[item + 1])));
  }
  return {
    codes: Uint32Array.from(items, (item) => codes[item]),
    ...(numbers && { numbers: Float64Array.from(items, (item) => numbers[item]) }),
  };
}

function listColumn(lists: readonly Uint32Array[]): Column {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, n) => {
    offsets[n + 1] = offsets[n] + list.length;
  });
  const codes = new Uint32Array(offsets[lists.length]);
  lists.forEach((list, n) => {
    codes.set(list, offsets[n]);
  });
  return { codes, offsets };
}

/**
 * At most so many values to ask for, over all columns: of the columns with the most values the rarer ones are left out, as if
 * their cells were empty. The same catalogue where there are no more.
 */
export function fewerAnswers(catalog: PlainCatalog, most: number): PlainCatalog {
  const long = catalog.attributes.filter(isShortened).map(({ values }) => values.length);
  const total = catalog.attributes.reduce((sum, { askable, values }) => sum + (askable ? values.length : 0), 0);
  if (total <= most) return catalog;
  const rest = most - (total - long.reduce((sum, count) => sum + count, 0));
  const kept = level(long, rest);
  const attributes = catalog.attributes.map((attribute) =>
    isShortened(attribute) ? { ...attribute, values: attribute.values.slice(0, kept) } : attribute,
  );
  const columns = catalog.columns.map((column, n) =>
    attributes[n].values.length < catalog.attributes[n].values.length ? below(column, kept) : column,
  );
  return { ...catalog, attributes, columns };
}

/** Values stand in order of frequency; numbers have few ranges, and need them all. */
function isShortened({ askable, type }: Attribute): boolean {
  return askable && (type === 'category' || type === 'list');
}

/** The most that each may have so that all together have at most `room`; 2 at least. */
function level(counts: readonly number[], room: number): number {
  const have = (each: number): number => counts.reduce((sum, count) => sum + Math.min(count, each), 0);
  let each = 2;
  while (have(each + 1) <= room && each < Math.max(...counts)) each++;
  return each;
}

function below({ codes, offsets }: Column, kept: number): Column {
  if (offsets === undefined) return { codes: codes.map((code) => (code < kept ? code : NONE)) };
  const lists = Array.from({ length: offsets.length - 1 }, (_, item) =>
    codes.subarray(offsets[item], offsets[item + 1]).filter((code) => code < kept),
  );
  return listColumn(lists);
}
