import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { anyKeeps, matchingItems } from './matching.ts';
import { drawWishes, FEWEST_WISHES, NothingFailsError } from './wishes.ts';
import { makeWorld, SIZES, type Size, type World } from './world.ts';

describe('wishes', () => {
  it.each(Object.keys(SIZES) as Size[])('of fitting users in the %s world can be met', (size) => {
    const world = makeWorld(size, createRandom(1));
    for (let user = 0; user < 60; user++) {
      const wishes = drawWishes(world, true, createRandom(`user ${user}`));
      expect(wishes.size).toBeGreaterThanOrEqual(FEWEST_WISHES);
      expect(anyKeeps(world.catalog, wishes)).toBe(true);
    }
  });

  it.each(Object.keys(SIZES) as Size[])('of the others in the %s world fail by exactly one wish', (size) => {
    const world = makeWorld(size, createRandom(1));
    for (let user = 0; user < 60; user++) {
      const wishes = drawWishes(world, false, createRandom(`user ${user}`));
      expect(matchingItems(world.catalog, wishes)).toEqual([]);
      const cures = [...wishes.keys()].filter((slot) => {
        const fewer = new Map(wishes);
        fewer.delete(slot);
        return anyKeeps(world.catalog, fewer);
      });
      expect(cures.length).toBeGreaterThan(0);
    }
  });

  it('concern a slot as often as its salience says', () => {
    const world = makeWorld('large', createRandom(5));
    const times = new Float64Array(12);
    const random = createRandom(6);
    for (let user = 0; user < 3000; user++) {
      for (const slot of drawWishes(world, true, random).keys()) times[slot]++;
    }
    // Users with fewer than two wishes are drawn again, which raises every share a little.
    for (let slot = 0; slot < 12; slot++)
      expect(Math.abs(times[slot] / 3000 - world.salience[slot])).toBeLessThan(0.07);
  });

  it('that nothing fits are refused where everything fits', () => {
    const { catalog, salience } = makeWorld('small', createRandom(1));
    const full = {
      ...catalog,
      size: 81,
      columns: [27, 9, 3, 1].map((step) => ({
        codes: Uint32Array.from({ length: 81 }, (_, i) => Math.floor(i / step) % 3),
      })),
    };
    const world: World = { catalog: full, salience };
    expect(() => drawWishes(world, false, createRandom(1))).toThrow(NothingFailsError);
  });
});
