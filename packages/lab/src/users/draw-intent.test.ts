import { fits } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { acceptableTo, drawShopperIntent, keepsAll } from './draw-intent.ts';

const shop = hikingShop();
const { catalog } = shop;
const draw = (seed: number, options: Parameters<typeof drawShopperIntent>[2] = {}) =>
  drawShopperIntent(shop, createRandom(seed), options);
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('drawShopperIntent', () => {
  it('tells exactly the items that keep every wish', () => {
    for (const seed of SEEDS) {
      const { wishes, acceptable } = draw(seed);
      const kept = shop.names.flatMap((_, item) =>
        wishes.every((wish) => fits(catalog.columns[wish.attribute], item, wish)) ? [item] : [],
      );
      expect(acceptable).toEqual(kept);
      expect(kept.length).toBeGreaterThan(0);
    }
  });

  it('draws as many wishes as asked for, no two about one attribute', () => {
    const counts = SEEDS.map((seed) => {
      const { wishes } = draw(seed, { wishes: [1, 5] });
      expect(new Set(wishes.map(({ attribute }) => attribute)).size).toBe(wishes.length);
      return wishes.length;
    });
    expect([...new Set(counts)].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('draws wishes that nothing keeps, of which all but one can be kept', () => {
    for (const seed of SEEDS) {
      const { wishes, acceptable } = draw(seed, { fails: true });
      expect(acceptable).toEqual([]);
      expect(
        wishes.some(
          (left) =>
            acceptableTo(
              catalog,
              wishes.filter((wish) => wish !== left),
            ).length > 0,
        ),
      ).toBe(true);
    }
  });

  it('draws changes of mind that matter: what is said first rules out half of what would do, or more', () => {
    const kinds = new Set<string>();
    for (const seed of SEEDS) {
      const { changes = [], acceptable, wishes } = draw(seed, { wishes: [3, 3], changes: 2 });
      expect(changes).toHaveLength(2);
      for (const { said, then } of changes) {
        kinds.add(then ? 'replaced' : 'withdrawn');
        expect(acceptable.filter((item) => keepsAll(catalog, item, [said])).length).toBeLessThanOrEqual(
          acceptable.length / 2,
        );
        expect(wishes.some(({ attribute }) => attribute === said.attribute)).toBe(then !== undefined);
        if (then) expect(wishes).toContain(then);
      }
    }
    expect([...kinds].sort()).toEqual(['replaced', 'withdrawn']);
  });

  it('depends on its stream only, is JSON, and buys as often as asked', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(JSON.parse(JSON.stringify(draw(7, { changes: 1 })))).toEqual(draw(7, { changes: 1 }));
    const bought = Array.from({ length: 200 }, (_, seed) => draw(seed, { buys: 0.3 }).buys).filter(Boolean).length;
    expect(bought).toBeGreaterThan(35);
    expect(bought).toBeLessThan(85);
  });

  it('refuses what the table cannot give', () => {
    expect(() => draw(1, { wishes: [50, 50] })).toThrow(RangeError);
    expect(() => draw(1, { wishes: [1, 1], fails: true })).toThrow(RangeError);
  });
});
