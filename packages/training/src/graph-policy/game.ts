/**
 * What conversations are trained on: settings that vary from one to the next, and people who have an item in mind.
 *
 * These people are training's own. The lab's users are strangers to them: another program, with faults of their own.
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
  readonly domain: ItemDomain;
  readonly reward: PolicyGame['reward'];
  readonly find: FindCells;
  graph(state: ItemState): StateGraph;
}

/**
 * Settings that are trained on, and their shares: people who answer well most of all, then such as err, do not know, or lose
 * patience.
 */
export const SETTINGS: readonly { readonly setting: Omit<ItemGameSetting, 'turns'>; readonly share: number }[] = [
  { setting: { noise: 0, unknown: 0, hazard: 0 }, share: 4 },
  { setting: { noise: 0.1, unknown: 0, hazard: 0 }, share: 2 },
  { setting: { noise: 0.05, unknown: 0.1, hazard: 0 }, share: 1 },
  { setting: { noise: 0.2, unknown: 0, hazard: 0 }, share: 1 },
  { setting: { noise: 0, unknown: 0.2, hazard: 0 }, share: 1 },
  { setting: { noise: 0, unknown: 0.1, hazard: 0.03 }, share: 1.5 },
  { setting: { noise: 0, unknown: 0, hazard: 0.06 }, share: 1 },
  { setting: { noise: 0.1, unknown: 0.1, hazard: 0.03 }, share: 1 },
];

/** Opens the games of a world, one for each setting. */
export function openGames(
  world: PolicyWorld,
  settings: readonly ItemGameSetting[],
  questions: number,
): readonly Game[] {
  return settings.map((setting) => openGame(world, setting, questions));
}

/** Opens one game. `questions`: how many are weighed in a turn. */
export function openGame({ index, features }: PolicyWorld, setting: ItemGameSetting, questions: number): Game {
  const game = policyGame(setting);
  return {
    setting,
    domain: createItemDomain(index, setting),
    reward: game.reward,
    find: createCellFinder(game, { most: questions }),
    graph: (state) => stateGraph(features, state),
  };
}

/** A person in conversation. Dice belong to the question: it is answered the same whenever it is put. */
export class Person {
  readonly #target: number;
  readonly #features: ItemFeatures;
  readonly #setting: ItemGameSetting;
  readonly #random: Random;

  constructor(target: number, features: ItemFeatures, setting: ItemGameSetting, random: Random) {
    this.#target = target;
    this.#features = features;
    this.#setting = setting;
    this.#random = random;
  }

  /** One of the features of the item in mind, each equally likely; none if it has none. */
  opening(): number | undefined {
    const { codes, offsets } = this.#features;
    const own = codes.subarray(offsets[this.#target], offsets[this.#target + 1]);
    return own.length === 0 ? undefined : own[this.#random.split('opening').integer(own.length)];
  }

  /** Yes, no, or does not know. */
  answer(feature: number): boolean | undefined {
    const { noise, unknown } = this.#setting;
    const dice = this.#random.split(`answer/${feature}`);
    if (dice.next() < unknown) return undefined;
    const truth = this.#features.has[feature * this.#features.items + this.#target] === 1;
    return dice.next() < noise !== truth;
  }

  /** Whether the person leaves after so many useless questions. */
  leaves(useless: number): boolean {
    return this.#random.split(`leave/${useless}`).next() < this.#setting.hazard * useless;
  }

  /** The place of the item in a list, from 1; 0 when it is not there. */
  placeIn(items: readonly number[]): number {
    return items.indexOf(this.#target) + 1;
  }
}
