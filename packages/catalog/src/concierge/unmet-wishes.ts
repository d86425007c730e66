/**
 * Unmet wishes, counted: what people asked for and did not find. Pure; whoever keeps the records brings them.
 * @module
 */
import type { CatalogState } from '../domain/state.ts';
import { type CatalogIndex, fits } from '../index/catalog-index.ts';
import { wishInFull } from '../speak/wish-words.ts';
import type { UnmetWish } from './reply.ts';

/** How often wishes were not met, together and one by one. */
export interface UnmetSummary {
  /** How often nothing fitted, in all. */
  readonly total: number;
  /** Distinct combinations, most frequent first, with the items that came nearest to them. */
  readonly combinations: readonly {
    readonly wishes: readonly string[];
    readonly count: number;
    readonly nearest: readonly string[];
  }[];
  /** Every single wish that was part of a record, most frequent first. */
  readonly wishes: readonly { readonly wish: string; readonly count: number }[];
  /** Items that came nearest, most frequent first. */
  readonly nearest: readonly { readonly name: string; readonly count: number }[];
}

/** Counts records; a record may stand for several (`count`, 1 when absent). The order of wishes within a record does not matter; equal counts come in alphabetical order. */
export function summariseUnmet(records: Iterable<UnmetWish & { readonly count?: number }>): UnmetSummary {
  const combinations = new Map<string, { wishes: readonly string[]; count: number; nearest: Map<string, number> }>();
  const wishes = new Map<string, number>();
  const nearest = new Map<string, number>();
  let total = 0;
  for (const record of records) {
    const times = record.count ?? 1;
    total += times;
    const sorted = [...new Set(record.wishes)].sort();
    const key = JSON.stringify(sorted);
    const combination = combinations.get(key) ?? { wishes: sorted, count: 0, nearest: new Map() };
    combination.count += times;
    combinations.set(key, combination);
    for (const wish of sorted) wishes.set(wish, (wishes.get(wish) ?? 0) + times);
    for (const name of new Set(record.nearest)) {
      nearest.set(name, (nearest.get(name) ?? 0) + times);
      combination.nearest.set(name, (combination.nearest.get(name) ?? 0) + times);
    }
  }
  return {
    total,
    combinations: [...combinations.values()]
      .sort((a, b) => b.count - a.count || compare(a.wishes.join('\n'), b.wishes.join('\n')))
      .map(({ wishes: all, count, nearest: names }) => ({
        wishes: all,
        count,
        nearest: ranked(names)
          .slice(0, 3)
          .map(([name]) => name),
      })),
    wishes: ranked(wishes).map(([wish, count]) => ({ wish, count })),
    nearest: ranked(nearest).map(([name, count]) => ({ name, count })),
  };
}

function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The record of a state in which nothing fits the wishes; `undefined` when something does, or nothing was wished. */
export function unmetIn(index: CatalogIndex, state: CatalogState): UnmetWish | undefined {
  // Values that were only agreed to rule nothing out.
  const wishes = state.wishes.filter(({ suggested }) => !suggested).map(({ wish }) => wish);
  if (wishes.length === 0 || state.belief.items.length > 0) return undefined;
  const columns = index.catalog.columns;
  const meets = (item: number): number =>
    wishes.reduce((sum, wish) => sum + (fits(columns[wish.attribute], item, wish) ? 1 : 0), 0);
  const best: { item: number; met: number }[] = [];
  for (let item = 0; item < index.catalog.size; item++) {
    const met = meets(item);
    // All are met by an item that was turned down: then the wishes were met, and the item was not wanted.
    if (met === wishes.length) return undefined;
    if (best.length === 3 && !nearer({ item, met }, best[2])) continue;
    best.push({ item, met });
    best.sort((a, b) => (nearer(a, b) ? -1 : 1));
    if (best.length > 3) best.pop();
  }
  function nearer(a: { item: number; met: number }, b: { item: number; met: number }): boolean {
    if (a.met !== b.met) return a.met > b.met;
    return index.prior[a.item] !== index.prior[b.item] ? index.prior[a.item] > index.prior[b.item] : a.item < b.item;
  }
  return {
    wishes: wishes.map((wish) => wishInFull(index.catalog, wish)),
    nearest: best.filter(({ met }) => met > 0).map(({ item }) => index.catalog.view(item).name),
  };
}
