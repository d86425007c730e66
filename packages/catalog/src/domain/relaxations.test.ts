import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, indexCatalog } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { combinations, relaxations } from './relaxations.ts';

const index = indexCatalog(smallCatalog({ items: 40, categories: [4, 4, 4, 4], numbers: [4], seed: 7 }));
const countOf = (wishes: readonly Wish[]): number =>
  Array.from(index.everything).filter((i) => wishes.every((w) => fits(index.catalog.columns[w.attribute], i, w)))
    .length;

test('combinations are all there, once', () => {
  expect(combinations(4, 2)).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(combinations(5, 3)).toHaveLength(10);
});

test('every relaxation brings what it says, and no smaller one would do', () => {
  const values = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 3 })));
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 100 }), (codes, high) => {
      const wishes: Wish[] = codes.map((value, attribute) => ({ kind: 'is', attribute, values: [value] }));
      wishes.push({ kind: 'range', attribute: 4, low: high, high });
      const found = relaxations(index, wishes);
      if (countOf(wishes) > 0) return;
      for (const { wishes: dropped, count, instead } of found) {
        const rest = wishes.filter((wish) => !dropped.includes(wish));
        expect(countOf(instead ? [...rest, instead] : rest)).toBe(count);
        expect(count).toBeGreaterThan(0);
        for (const kept of dropped) if (dropped.length > 1) expect(countOf([...rest, kept])).toBe(0);
      }
      const smallest = Math.min(...found.map(({ wishes: dropped }) => dropped.length));
      for (let size = 1; size < Math.min(4, smallest); size++) {
        for (const away of combinations(wishes.length, size)) {
          expect(countOf(wishes.filter((_, position) => !away.includes(position)))).toBe(0);
        }
      }
    }),
  );
});
