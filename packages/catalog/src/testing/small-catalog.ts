/**
 * Small made catalogues for tests: any shape, any size, from a seed.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type Attribute, type Catalog, type Column, NONE } from '../table/catalog.ts';

/** What a made catalogue looks like. */
export interface SmallShape {
  readonly items: number;
  /** Values of each category attribute. */
  readonly categories: readonly number[];
  /** Values of each list attribute. */
  readonly lists?: readonly number[];
  /** Ranges of each number attribute; numbers run from 0 to 100. */
  readonly numbers?: readonly number[];
  /** Share of empty cells. */
  readonly missing?: number;
  readonly seed: number;
}

/** Makes one. */
export function smallCatalog(shape: SmallShape): Catalog {
  const random = createRandom(shape.seed);
  const attributes: Attribute[] = [];
  const columns: Column[] = [];
  const missing = shape.missing ?? 0;
  const code = (values: number): number => (random.next() < missing ? NONE : random.integer(values));
  const describe = (type: Attribute['type'], values: number, edges?: number[]): void => {
    const label = `${type} ${attributes.length}`;
    const names = Array.from({ length: values }, (_, v) => `${type}${attributes.length}-${v}`);
    attributes.push({ key: label, label, type, values: names, askable: true, ...(edges && { edges }) });
  };
  for (const values of shape.categories) {
    describe('category', values);
    columns.push({ codes: Uint32Array.from({ length: shape.items }, () => code(values)) });
  }
  for (const values of shape.lists ?? []) {
    describe('list', values);
    const offsets = new Uint32Array(shape.items + 1);
    const codes: number[] = [];
    for (let item = 0; item < shape.items; item++) {
      for (let v = 0; v < values; v++) if (random.next() < 0.35) codes.push(v);
      offsets[item + 1] = codes.length;
    }
    columns.push({ codes: Uint32Array.from(codes), offsets });
  }
  for (const ranges of shape.numbers ?? []) {
    const edges = Array.from({ length: ranges - 1 }, (_, k) => ((k + 1) * 100) / ranges);
    describe('number', ranges, edges);
    const numbers = Float64Array.from({ length: shape.items }, () =>
      random.next() < missing ? Number.NaN : random.integer(1001) / 10,
    );
    const codes = Uint32Array.from(numbers, (x) => (Number.isNaN(x) ? NONE : edges.filter((edge) => x >= edge).length));
    columns.push({ codes, numbers });
  }
  const popularity = Float64Array.from({ length: shape.items }, () => random.integer(50));
  return {
    name: 'small',
    noun: { one: 'thing', many: 'things' },
    size: shape.items,
    attributes,
    columns,
    popularity,
    view: (item) => ({ item, id: `${item}`, name: `thing ${item}`, facts: [] }),
  };
}
