/**
 * Whether an item is as wished.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';

/** True when `item` has what `wish` asks for. An empty cell fits no `is` and no `range`, and every `not`. */
export function fits(catalog: Catalog, item: number, wish: Wish): boolean {
  const column = catalog.columns[wish.attribute];
  if (wish.kind === 'range') {
    const value = column.numbers?.[item] ?? Number.NaN;
    if (Number.isNaN(value)) return false;
    if (wish.exclusive) return value > (wish.low ?? -Infinity) && value < (wish.high ?? Infinity);
    return value >= (wish.low ?? -Infinity) && value <= (wish.high ?? Infinity);
  }
  const from = column.offsets ? column.offsets[item] : item;
  const to = column.offsets ? column.offsets[item + 1] : item + 1;
  for (let i = from; i < to; i++) if (wish.values.includes(column.codes[i])) return wish.kind === 'is';
  return wish.kind === 'not';
}
