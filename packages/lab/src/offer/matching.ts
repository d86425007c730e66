/**
 * Which items of a made table keep all of some wishes. The lab's own code: it must not share a mistake with the
 * assistant that it measures.
 * @module
 */
import type { Catalog } from '@sente/catalog';

/** Wanted value by slot; a slot that is absent does not matter. */
export type Wishes = ReadonlyMap<number, number>;

/** Whether an item breaks none of the wishes. */
export function keeps(catalog: Catalog, item: number, wishes: Wishes): boolean {
  for (const [slot, value] of wishes) if (catalog.columns[slot].codes[item] !== value) return false;
  return true;
}

/** The items that break none of the wishes, ascending. */
export function matchingItems(catalog: Catalog, wishes: Wishes): number[] {
  const found: number[] = [];
  for (let item = 0; item < catalog.size; item++) if (keeps(catalog, item, wishes)) found.push(item);
  return found;
}

/** Whether any item breaks none of the wishes. */
export function anyKeeps(catalog: Catalog, wishes: Wishes): boolean {
  for (let item = 0; item < catalog.size; item++) if (keeps(catalog, item, wishes)) return true;
  return false;
}
