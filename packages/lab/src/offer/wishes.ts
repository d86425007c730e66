/**
 * What a made user wants, and wishes that nothing fits.
 *
 * Slot s matters with the world's salience of s, independently; somebody to whom fewer than `least` slots matter is
 * drawn again. The values wished for are those of one item drawn uniformly, so the wishes can be met. Wishes that
 * nothing fits are such a set with the value of one wish changed so that no item keeps them all: of all changes (a
 * wish, another value) that do this one is drawn uniformly; where there is none, the user is drawn again. Giving up
 * that one wish is always enough. People with two or more wishes are drawn in both cases, so that the two differ in
 * nothing but the change.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { anyKeeps, type Wishes } from './matching.ts';
import type { World } from './world.ts';

/** Fewest wishes a user has: with one wish, nothing can conflict. */
export const FEWEST_WISHES = 2;

/** Draws before a world is given up as one where every wish can be met. */
const PATIENCE = 10_000;

/** A world in which no user could be found whose wishes nothing fits. */
export class NothingFailsError extends Error {
  constructor(name: string) {
    super(`no wishes that nothing fits were found in world "${name}": make it sparser (more values or fewer items)`);
    this.name = 'NothingFailsError';
  }
}

function drawFitting(world: World, random: Random): Map<number, number> {
  const { catalog, salience } = world;
  for (;;) {
    const item = random.integer(catalog.size);
    const wishes = new Map<number, number>();
    for (let slot = 0; slot < salience.length; slot++) {
      if (random.next() < salience[slot]) wishes.set(slot, catalog.columns[slot].codes[item]);
    }
    if (wishes.size >= FEWEST_WISHES) return wishes;
  }
}

/** Every set of wishes that differs in one value and that no item keeps. */
function brokenBy(catalog: Catalog, wishes: Wishes): Wishes[] {
  const broken: Wishes[] = [];
  for (const [slot, value] of wishes) {
    for (let other = 0; other < catalog.attributes[slot].values.length; other++) {
      if (other === value) continue;
      const changed = new Map(wishes).set(slot, other);
      if (!anyKeeps(catalog, changed)) broken.push(changed);
    }
  }
  return broken;
}

/** Draws one user's wishes; `fitting` false: wishes that nothing fits. Throws NothingFailsError when there are none. */
export function drawWishes(world: World, fitting: boolean, random: Random): Wishes {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const wishes = drawFitting(world, random);
    if (fitting) return wishes;
    const broken = brokenBy(world.catalog, wishes);
    if (broken.length > 0) return random.pick(broken);
  }
  throw new NothingFailsError(world.catalog.name);
}
