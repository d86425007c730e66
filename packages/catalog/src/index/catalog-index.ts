/**
 * The index over a catalogue: which items fit a wish, and how the values of an attribute are spread over items. Typed
 * arrays, scanned in column order; the answer of a scan is a bitset, one bit an item.
 * @module
 */
import { type Attribute, type Catalog, type Column, NONE } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';
import { addBit, type Bitset, makeBitset } from './bitset.ts';

/** A catalogue with what is computed once, when it is loaded. */
export interface CatalogIndex {
  readonly catalog: Catalog;
  /** The prior over items: popularity with every item given a little, or uniform. Sums to 1; length: number of items. */
  readonly prior: Float64Array;
  /** All items, 0 … size − 1. */
  readonly everything: Uint32Array;
}

/**
 * Makes the index.
 * @param prior weights of the items before anything is said (any non-negative scale, length `catalog.size`); the
 *   catalogue's popularity, add-one smoothed by its mean, when absent.
 */
export function indexCatalog(catalog: Catalog, prior?: Float64Array): CatalogIndex {
  const weights = prior ? Float64Array.from(prior) : new Float64Array(catalog.size).fill(1);
  if (!prior && catalog.popularity) {
    let sum = 0;
    for (const count of catalog.popularity) sum += Number.isFinite(count) ? count : 0;
    const mean = sum / Math.max(1, catalog.size);
    // Half of the mean for everybody: popularity moves the odds, and never rules an item out.
    for (let i = 0; i < weights.length; i++) {
      const count = catalog.popularity[i];
      weights[i] = mean > 0 ? (Number.isFinite(count) ? count : 0) + mean / 2 : 1;
    }
  }
  let total = 0;
  for (const weight of weights) total += weight;
  if (!(total > 0) && catalog.size > 0) throw new RangeError('the prior over items sums to 0: give some item a weight');
  for (let i = 0; i < weights.length; i++) weights[i] /= total;
  return { catalog, prior: weights, everything: Uint32Array.from({ length: catalog.size }, (_, i) => i) };
}

/** Whether an item fits a wish. An empty cell fits no wish but a negative one. */
export function fits(column: Column, item: number, wish: Wish): boolean {
  if (wish.kind === 'range') {
    const number = column.numbers ? column.numbers[item] : Number.NaN;
    const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = wish;
    return wish.exclusive ? number > low && number < high : number >= low && number <= high;
  }
  let found = false;
  if (column.offsets) {
    for (let k = column.offsets[item]; k < column.offsets[item + 1] && !found; k++) {
      found = wish.values.includes(column.codes[k]);
    }
  } else found = column.codes[item] !== NONE && wish.values.includes(column.codes[item]);
  return wish.kind === 'is' ? found : !found;
}

/** A test for one wish, compiled so that scanning a million items stays cheap. */
export function compileWish(index: CatalogIndex, wish: Wish): (item: number) => boolean {
  const column = index.catalog.columns[wish.attribute];
  if (wish.kind === 'range') {
    const numbers = column.numbers;
    if (!numbers) return () => false;
    const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = wish;
    return wish.exclusive
      ? (item) => numbers[item] > low && numbers[item] < high
      : (item) => numbers[item] >= low && numbers[item] <= high;
  }
  const wanted = new Uint8Array(index.catalog.attributes[wish.attribute].values.length);
  for (const value of wish.values) wanted[value] = 1;
  const sought = wish.kind === 'is' ? 1 : 0;
  const { codes, offsets } = column;
  if (!offsets) return (item) => (codes[item] === NONE ? 0 : wanted[codes[item]]) === sought;
  return (item) => {
    let found = 0;
    for (let k = offsets[item]; k < offsets[item + 1]; k++) found |= wanted[codes[k]];
    return found === sought;
  };
}

/** The items that fit a wish. */
export function matching(index: CatalogIndex, wish: Wish): Bitset {
  const test = compileWish(index, wish);
  const bits = makeBitset(index.catalog.size);
  for (let item = 0; item < index.catalog.size; item++) if (test(item)) addBit(bits, item);
  return bits;
}

/**
 * The wish that a reply "value" to a question about an attribute amounts to. A range of numbers becomes its bounds; for
 * a price, where nobody minds paying less, only the upper one.
 */
export function wishForValue(attribute: Attribute, position: number, value: number): Wish {
  if (attribute.type !== 'number' || !attribute.edges) return { kind: 'is', attribute: position, values: [value] };
  const low = value > 0 && attribute.role !== 'price' ? attribute.edges[value - 1] : undefined;
  const high = value < attribute.edges.length ? justBelow(attribute.edges[value]) : undefined;
  return { kind: 'range', attribute: position, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** The largest number below `edge`: ranges are half open, wishes have inclusive bounds. */
function justBelow(edge: number): number {
  return edge - Math.max(Number.MIN_VALUE, Math.abs(edge) * Number.EPSILON);
}
