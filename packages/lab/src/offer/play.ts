/**
 * One numbered case of the probe: a user of a cell, talked to by every agent in turn.
 * @module
 */
import { type CatalogIndex, indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import type { OfferTalk } from './agent.ts';
import { OFFER_AGENTS } from './agents/agents.ts';
import { CELLS, type Cell, drawPerson, INFLUENCEABILITIES, type Person, worldMaker } from './cells.ts';
import { converse, type OfferRecord } from './conversation.ts';
import { OFFER_USERS } from './temperament.ts';
import { OfferUser } from './user.ts';
import { createWordCounter } from './words.ts';
import type { World } from './world.ts';

/** What a run needs to know to play any of its cases. */
export interface OfferSetup {
  readonly seed: number;
  readonly agents: readonly string[];
  /** Users in each cell. */
  readonly users: number;
  /** Turns after which a user walks away. */
  readonly turns: number;
  /** A name out of OFFER_USERS. */
  readonly user: string;
}

/** What came of one conversation. */
interface OfferTold {
  readonly record: OfferRecord;
  /** Wishes the user spoke of without being asked. */
  readonly unasked: number;
}

/** What one user lived through. */
export interface OfferRow {
  /** Wishes the user came with. */
  readonly wishes: number;
  /** By agent, in the order of the setup. */
  readonly told: readonly OfferTold[];
}

/**
 * Which user of which cell a case is. The cells that differ in influenceability alone come case by case, so that the
 * same person's conversations are played by the same worker.
 */
export function caseAt(number: number, users: number): { readonly cell: number; readonly user: number } {
  const levels = INFLUENCEABILITIES.length;
  const person = Math.floor(number / levels);
  return { cell: Math.floor(person / users) * levels + (number % levels), user: person % users };
}

interface Place {
  readonly index: CatalogIndex;
  /** Begins a conversation, by agent. */
  readonly begin: readonly (() => OfferTalk)[];
}

/** Prepares what cases share, and returns the function that plays one. */
export function prepareOffer(setup: OfferSetup): (number: number) => OfferRow {
  const random = createRandom(setup.seed).split('offer');
  const worldOf = worldMaker(random);
  const places = new Map<World, Place>();
  const placeOf = (world: World): Place => {
    const found = places.get(world) ?? {
      index: indexCatalog(world.catalog),
      begin: setup.agents.map((name) => OFFER_AGENTS[name].prepare(world.catalog)),
    };
    places.set(world, found);
    return found;
  };

  const talk = (world: World, person: Person, cell: Cell, agent: number): OfferTold & { influenced: boolean } => {
    const { index, begin } = placeOf(world);
    // The same person for every agent, down to the dice.
    const dice = person.random.split('dice');
    const user = new OfferUser(world.catalog, person.wishes, person.temperament, cell.influenceability, dice);
    const own = person.random.split('agent');
    const record = converse(begin[agent](), user, createWordCounter(index, own.split('voice')), own, setup.turns);
    return { record, unasked: user.unasked, influenced: user.influenced };
  };

  // What the last person was told by agents that never came to influenceability: the same at the next one.
  let last = '';
  let person: Person | undefined;
  const unmoved = new Map<number, OfferTold>();
  return (number) => {
    const at = caseAt(number, setup.users);
    const cell = CELLS[at.cell];
    const world = worldOf(cell.size, at.user);
    const who = `${cell.size}/${cell.share}/${at.user}`;
    if (who !== last || !person) {
      last = who;
      person = drawPerson(cell, world, at.user, random, OFFER_USERS[setup.user]);
      unmoved.clear();
    }
    const present = person;
    const told = setup.agents.map((_, agent) => {
      const known = unmoved.get(agent);
      if (known) return known;
      const { influenced, ...came } = talk(world, present, cell, agent);
      if (!influenced) unmoved.set(agent, came);
      return came;
    });
    return { wishes: present.wishes.size, told };
  };
}
