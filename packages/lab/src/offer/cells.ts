/**
 * The cells of the experiment, and the users in each.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Wishes } from './matching.ts';
import type { Temperament } from './temperament.ts';
import { drawWishes } from './wishes.ts';
import { makeWorld, SIZES, type Size, type World } from './world.ts';

/** One combination of conditions. */
export interface Cell {
  readonly size: Size;
  /** Share of users whose wishes nothing fits. */
  readonly share: number;
  /** Chance that a user takes what is offered. */
  readonly influenceability: number;
}

/** Levels of influenceability. */
export const INFLUENCEABILITIES: readonly number[] = [0, 0.5, 1];

/** All 18 cells: size, then share, then influenceability. */
export const CELLS: readonly Cell[] = (Object.keys(SIZES) as Size[]).flatMap((size) =>
  [0, 0.3].flatMap((share) => INFLUENCEABILITIES.map((influenceability) => ({ size, share, influenceability }))),
);

/** `medium/0.3/1`: size, share, influenceability. Metric names end in `@` and this. */
export function cellName({ size, share, influenceability }: Cell): string {
  return `${size}/${share}/${influenceability}`;
}

/** How many worlds of a size the users of a cell are spread over. */
const WORLDS = 4;

/** Makes each world once, however many users live in it. */
export function worldMaker(random: Random): (size: Size, user: number) => World {
  const made = new Map<string, World>();
  return (size, user) => {
    const label = `${size}/${user % WORLDS}`;
    const world = made.get(label) ?? makeWorld(size, random.split('world').split(label));
    made.set(label, world);
    return world;
  };
}

/** Who a user is, before the conversation. */
export interface Person {
  readonly wishes: Wishes;
  readonly temperament: Temperament;
  /** The stream that the user's own choices are drawn from. */
  readonly random: Random;
}

/**
 * User number `user` of a cell. Whether anything fits is fixed by number, spread evenly: exactly the cell's share in
 * every ten. Nothing about a user depends on influenceability but the chance itself, so cells that differ in that alone
 * hold the same people. `temperaments` are equally likely.
 */
export function drawPerson(
  cell: Cell,
  world: World,
  user: number,
  random: Random,
  temperaments: readonly Temperament[],
): Person {
  const own = random.split('user').split(`${cell.size}/${user}`);
  const fitting = (user * 7) % 10 >= Math.round(cell.share * 10);
  return {
    wishes: drawWishes(world, fitting, own.split('wishes')),
    temperament: own.split('temperament').pick(temperaments),
    random: own.split('conversation'),
  };
}
