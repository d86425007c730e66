/**
 * One numbered case of the probe: a user of a cell, talked to by every agent in turn.
 * @module
 */
import { type CatalogIndex, indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import type { OfferTalk } from './agent.ts';
import { OFFER_AGENTS } from './agents/agents.ts';
import { CELLS, drawPerson, worldMaker } from './cells.ts';
import { converse, type OfferRecord } from './conversation.ts';
import { OfferUser } from './user.ts';
import { createWordCounter } from './words.ts';
import type { World } from './world.ts';

/** What a run needs to know to play any of its cases. */
export interface OfferSetup {
  readonly seed: number;
  readonly agents: readonly string[];
  /** Users in each cell; case c is user c mod users of cell ⌊c / users⌋. */
  readonly users: number;
  /** Turns after which a user walks away. */
  readonly turns: number;
}

/** What one user lived through. */
export interface OfferRow {
  /** Wishes the user came with. */
  readonly wishes: number;
  /** By agent, in the order of the setup. */
  readonly records: readonly OfferRecord[];
  /** By agent: wishes the user spoke of without being asked. */
  readonly unasked: readonly number[];
}

/** Prepares what cases share, and returns the function that plays one. */
export function prepareOffer(setup: OfferSetup): (number: number) => OfferRow {
  const random = createRandom(setup.seed).split('offer');
  const worldOf = worldMaker(random);
  const prepared = new Map<World, { index: CatalogIndex; begin: (() => OfferTalk)[] }>();
  const inWorld = (world: World): { index: CatalogIndex; begin: (() => OfferTalk)[] } => {
    const begin = (): (() => OfferTalk)[] => setup.agents.map((name) => OFFER_AGENTS[name].prepare(world.catalog));
    const found = prepared.get(world) ?? { index: indexCatalog(world.catalog), begin: begin() };
    prepared.set(world, found);
    return found;
  };
  return (number) => {
    const cell = CELLS[Math.floor(number / setup.users)];
    const user = number % setup.users;
    const world = worldOf(cell.size, user);
    const person = drawPerson(cell, world, user, random);
    const { index, begin } = inWorld(world);
    const unasked: number[] = [];
    const records = begin.map((beginTalk) => {
      // The same person for every agent, down to the dice.
      const dice = person.random.split('dice');
      const talker = new OfferUser(world.catalog, person.wishes, person.temperament, cell.influenceability, dice);
      const own = random.split('agent').split(number);
      const record = converse(beginTalk(), talker, createWordCounter(index, own.split('voice')), own, setup.turns);
      unasked.push(talker.unasked);
      return record;
    });
    return { wishes: person.wishes.size, records, unasked };
  };
}
