/**
 * The game that conversations are held in: one for each kind of people, as far as the policy is told of them.
 * @module
 */
import {
  type CatalogIndex,
  createItemDomain,
  type ItemDomain,
  type ItemFeatures,
  type ItemState,
} from '@sente/catalog';
import type { Random } from '@sente/engine';
import { type ItemGameSetting, policyGame, stateGraph } from '@sente/lab';
import { createCellFinder, type FindCells, type PolicyGame, type StateGraph } from '@sente/pocket';
import type { Habits } from './person.ts';

/** People and what they want. */
export interface PolicyWorld {
  readonly index: CatalogIndex;
  readonly features: ItemFeatures;
  /** Weight of every item for a person, before anything is said. */
  prior(user: number): Float64Array;
  /** Draws a person and the item in mind. */
  draw(random: Random): { readonly user: number; readonly target: number };
}

/** Everything that belongs to one setting. */
export interface Game {
  readonly setting: ItemGameSetting;
  /** What people do beyond that. */
  readonly habits?: Habits;
  readonly domain: ItemDomain;
  readonly reward: PolicyGame['reward'];
  readonly find: FindCells;
  graph(state: ItemState): StateGraph;
}

/** Opens the games of a world, one for each kind of people. */
export function openGames(
  world: PolicyWorld,
  kinds: readonly { readonly setting: ItemGameSetting; readonly habits?: Habits }[],
  questions: number,
): readonly Game[] {
  return kinds.map(({ setting, habits }) => openGame(world, setting, questions, habits));
}

/** Opens one game. `questions`: how many are weighed in a turn. */
export function openGame(
  { index, features }: PolicyWorld,
  setting: ItemGameSetting,
  questions: number,
  habits?: Habits,
): Game {
  const game = policyGame(setting);
  return {
    setting,
    ...(habits && { habits }),
    domain: createItemDomain(index, setting),
    reward: game.reward,
    find: createCellFinder(game, { most: questions }),
    graph: (state) => stateGraph(features, state),
  };
}
