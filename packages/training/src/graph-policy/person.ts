/**
 * People who have an item in mind, to train with.
 *
 * These people are training's own. The lab's users are strangers to them: another program, with faults of their own.
 * @module
 */
import type { ItemFeatures, ItemState } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Game } from './game.ts';

/** What people do that no policy is told of. Chances are 0 … 1. */
export interface Habits {
  /** Chance of a wrong answer, where it is another than the policy is told. */
  readonly noise?: number;
  /** How many items will do beside the one in mind. */
  readonly others?: number;
  /** Chance that a yes comes with another feature of the item in mind, and after it perhaps one more. */
  readonly tells?: number;
  /** Chance, in each turn, that another item comes to mind in place of the first; once at most. */
  readonly changes?: number;
}

/** Items among which like ones are looked for: so many draws from what may be in mind. */
const DRAWS = 40;

/** A person in conversation. Dice belong to the question: it is answered the same whenever it is put. */
export class Person {
  readonly #features: ItemFeatures;
  readonly #game: Pick<Game, 'setting' | 'habits'>;
  readonly #random: Random;
  readonly #opening: number | undefined;
  #target: number;
  #hasChanged = false;
  #willDo: readonly number[];
  /** Items that may come to mind in place of the first. */
  #rivals: readonly number[] = [];

  constructor(target: number, features: ItemFeatures, game: Pick<Game, 'setting' | 'habits'>, random: Random) {
    this.#target = target;
    this.#features = features;
    this.#game = game;
    this.#random = random;
    const own = this.#traits();
    this.#opening = own.length === 0 ? undefined : own[random.split('opening').integer(own.length)];
    this.#willDo = [target];
  }

  /** One of the features of the item in mind, each equally likely; none if it has none. */
  opening(): number | undefined {
    return this.#opening;
  }

  /** What else may be wanted is found among the items that the opening leaves. */
  begin(start: ItemState): void {
    const { others = 0, changes = 0 } = this.#game.habits ?? {};
    if (others === 0 && changes === 0) return;
    const like = this.#like(start);
    this.#willDo = [this.#target, ...like.slice(0, others)];
    this.#rivals = like.slice(0, DRAWS / 4);
  }

  /** Yes, no, or does not know. */
  answer(feature: number): boolean | undefined {
    const { noise: told, unknown } = this.#game.setting;
    const { noise = told } = this.#game.habits ?? {};
    const dice = this.#random.split(`answer/${feature}`);
    if (dice.next() < unknown) return undefined;
    const truth = this.#features.has[feature * this.#features.items + this.#target] === 1;
    return dice.next() < noise !== truth;
  }

  /** Features that are told along with a yes about `feature`. */
  tells(feature: number): readonly number[] {
    const { tells = 0 } = this.#game.habits ?? {};
    if (tells === 0) return [];
    const dice = this.#random.split(`tells/${feature}`);
    const left = this.#traits().filter((other) => other !== feature && other !== this.#opening);
    const told: number[] = [];
    while (left.length > 0 && told.length < 2 && dice.next() < tells) {
      told.push(...left.splice(dice.integer(left.length), 1));
    }
    return told;
  }

  /** Whether the person leaves after so many useless questions. */
  leaves(useless: number): boolean {
    return this.#random.split(`leave/${useless}`).next() < this.#game.setting.hazard * useless;
  }

  /** The place of the first item of a list that will do, from 1; 0 when there is none. */
  placeIn(items: readonly number[]): number {
    return items.findIndex((item) => this.#willDo.includes(item)) + 1;
  }

  /** A turn is over: another item may come to mind. */
  passTurn(turn: number): void {
    const { changes = 0 } = this.#game.habits ?? {};
    if (this.#hasChanged || this.#rivals.length === 0) return;
    const dice = this.#random.split(`turn/${turn}`);
    if (dice.next() >= changes) return;
    this.#hasChanged = true;
    this.#target = this.#rivals[dice.integer(this.#rivals.length)];
    this.#willDo = [this.#target];
  }

  #traits(): number[] {
    const { codes, offsets } = this.#features;
    return Array.from(codes.subarray(offsets[this.#target], offsets[this.#target + 1]));
  }

  /** Other items, drawn as they are likely to be wanted; those first that would be described the most alike. */
  #like({ items, weights, count }: ItemState): number[] {
    const dice = this.#random.split('like');
    const among = weights.subarray(0, count);
    const drawn = new Set(Array.from({ length: DRAWS }, () => items[dice.weighted(among)]));
    drawn.delete(this.#target);
    const { has, items: size, count: features } = this.#features;
    const differs = (item: number): number => {
      let sum = 0;
      for (let f = 0; f < features; f++) sum += Math.abs(has[f * size + item] - has[f * size + this.#target]);
      return sum;
    };
    return [...drawn]
      .map((item) => [differs(item), item] as const)
      .sort(([a, one], [b, other]) => a - b || one - other)
      .map(([, item]) => item);
  }
}
