/**
 * When nothing fits: the smallest changes that would make something fit, and what each would bring.
 *
 * A relaxation is a smallest set of wishes whose removal leaves at least one item (a minimal correction set of the
 * unsatisfiable wishes); for a range there is also the nearest bound that would do.
 * @module
 */
import { type Bitset, countBits, makeBitset } from '../index/bitset.ts';
import { type CatalogIndex, matching } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import type { Fact } from './act.ts';

/** A change to the wishes. */
export type Relaxation = Extract<Fact, { kind: 'relax' }>;

/**
 * The relaxations of a set of wishes, smallest first, then those that bring most; at most `most`.
 * @param rejected items that were turned down and bring nothing
 * @param deepest how many wishes may be given up together, 1 … 4
 */
export function relaxations(
  index: CatalogIndex,
  wishes: readonly Wish[],
  rejected: readonly number[] = [],
  most = 5,
  deepest = 3,
): Relaxation[] {
  const bits = wishes.map((wish) => matching(index, wish));
  const everything = makeBitset(index.catalog.size).fill(0xffffffff);
  for (let item = index.catalog.size; item < everything.length * 32; item++)
    everything[item >>> 5] &= ~(1 << (item & 31));
  for (const item of rejected) everything[item >>> 5] &= ~(1 << (item & 31));
  const found: Relaxation[] = [];
  const enough: number[][] = [];
  for (let size = 1; size <= Math.min(deepest, wishes.length) && found.length === 0; size++) {
    for (const dropped of combinations(wishes.length, size)) {
      if (enough.some((smaller) => smaller.every((position) => dropped.includes(position)))) continue;
      const left = everything.slice();
      bits.forEach((fit, position) => {
        if (!dropped.includes(position)) intersect(left, fit);
      });
      const count = countBits(left);
      if (count === 0) continue;
      enough.push(dropped);
      const instead = size === 1 ? nearest(index, wishes[dropped[0]], left) : undefined;
      found.push({
        kind: 'relax',
        wishes: dropped.map((position) => wishes[position]),
        count: instead ? instead.count : count,
        ...(instead && { instead: instead.wish }),
      });
    }
  }
  return found.sort((a, b) => a.wishes.length - b.wishes.length || b.count - a.count).slice(0, most);
}

function intersect(left: Bitset, fit: Bitset): void {
  for (let i = 0; i < left.length; i++) left[i] &= fit[i];
}

/** All ways to choose `size` of 0 … `count` − 1, in lexicographic order. */
export function combinations(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  const all: number[][] = [];
  for (let first = 0; first + size <= count; first++) {
    for (const rest of combinations(count - first - 1, size - 1)) all.push([first, ...rest.map((n) => n + first + 1)]);
  }
  return all;
}

/**
 * The range, moved no further than it must be to hold at least three of the items (or all of them): people would rather
 * stretch a budget than have none.
 */
function nearest(index: CatalogIndex, wish: Wish, left: Bitset): { wish: Wish; count: number } | undefined {
  const numbers = index.catalog.columns[wish.attribute].numbers;
  if (wish.kind !== 'range' || !numbers) return undefined;
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = wish;
  const around: { number: number; distance: number }[] = [];
  for (let item = 0; item < index.catalog.size; item++) {
    if (((left[item >>> 5] >>> (item & 31)) & 1) === 0 || Number.isNaN(numbers[item])) continue;
    const number = numbers[item];
    around.push({ number, distance: number > high ? number - high : Math.max(0, low - number) });
  }
  if (around.length === 0) return undefined;
  around.sort((a, b) => a.distance - b.distance || a.number - b.number);
  const reach = around[Math.min(2, around.length - 1)].distance;
  const inside = around.filter(({ distance }) => distance <= reach);
  const lowest = inside.reduce((least, { number }) => Math.min(least, number), Number.POSITIVE_INFINITY);
  const highest = inside.reduce((most, { number }) => Math.max(most, number), Number.NEGATIVE_INFINITY);
  const bounds = {
    ...(wish.low !== undefined && { low: Math.min(wish.low, lowest) }),
    ...(wish.high !== undefined && { high: Math.max(wish.high, highest) }),
  };
  return { wish: { kind: 'range', attribute: wish.attribute, ...bounds }, count: inside.length };
}
