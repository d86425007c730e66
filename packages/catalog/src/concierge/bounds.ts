/**
 * Comparatives as bounds: "cheaper" than what was shown becomes a wish about a number.
 * @module
 */
import type { CatalogState } from '../domain/state.ts';
import { type CatalogIndex, compileWish, wishForValue } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';

type Range = Extract<Wish, { kind: 'range' }>;

/** The numbers next to `value` that a binary64 can tell from it at twelve digits and more. */
function beside(value: number, sign: 1 | -1): number {
  return value + sign * Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON);
}

/**
 * The wish behind "less" or "more" of a number: strictly beyond the items shown, the other bound of a standing wish
 * kept. With several items shown it is the strictest bound that leaves something. With none shown the reference is the
 * median of what is left, and with nothing left the bound that stands. `undefined` when the attribute has no numbers to go by.
 */
export function comparedWish(
  index: CatalogIndex,
  state: CatalogState,
  attribute: number,
  direction: 'less' | 'more',
  shown: readonly number[],
): Range | undefined {
  const numbers = index.catalog.columns[attribute].numbers;
  if (!numbers) return undefined;
  let references = shown.map((item) => numbers[item]).filter((number) => !Number.isNaN(number));
  if (references.length === 0) references = median(numbers, state.belief.items);
  if (references.length === 0) references = standingBound(state, attribute, direction);
  if (references.length === 0) return undefined;
  references = [...new Set(references)].sort((a, b) => (direction === 'less' ? a - b : b - a));
  const standing = state.wishes.map(({ wish }) => wish).filter((wish) => wish.attribute === attribute);
  const kept = standing.find((wish): wish is Range => wish.kind === 'range');
  const wishes = references.map((reference): Range => {
    const { low, high } = kept ?? {};
    return direction === 'less'
      ? { kind: 'range', attribute, ...(low !== undefined && low < reference && { low }), high: beside(reference, -1) }
      : {
          kind: 'range',
          attribute,
          low: beside(reference, 1),
          ...(high !== undefined && high > reference && { high }),
        };
  });
  const some = wishes.find((wish) => {
    const test = compileWish(index, wish);
    return state.belief.items.some((item) => test(item));
  });
  return some ?? wishes[0];
}

/** Where nothing fits any more: the bound that stands. */
function standingBound(state: CatalogState, attribute: number, direction: 'less' | 'more'): number[] {
  const bounds = state.wishes.flatMap(({ wish }) =>
    wish.attribute === attribute && wish.kind === 'range' ? [wish.low, wish.high] : [],
  );
  const known = bounds.filter((bound) => bound !== undefined);
  return known.length === 0 ? [] : [direction === 'less' ? Math.min(...known) : Math.max(...known)];
}

function median(numbers: Float64Array, items: Uint32Array): number[] {
  const known = Array.from(items, (item) => numbers[item])
    .filter((number) => !Number.isNaN(number))
    .sort((a, b) => a - b);
  return known.length === 0 ? [] : [known[known.length >> 1]];
}

/** The wish that one named answer to an open question amounts to: a value, or neighbouring ranges taken together. */
export function wishForOption(index: CatalogIndex, position: number, values: readonly number[]): Wish {
  const attribute = index.catalog.attributes[position];
  if (values.length === 1) return wishForValue(attribute, position, values[0]);
  if (attribute.type !== 'number' || !attribute.edges) return { kind: 'is', attribute: position, values: [...values] };
  const first = Math.min(...values);
  const last = Math.max(...values);
  const low = first > 0 && attribute.role !== 'price' ? attribute.edges[first - 1] : undefined;
  const high = last < attribute.edges.length ? beside(attribute.edges[last], -1) : undefined;
  return { kind: 'range', attribute: position, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}
