/**
 * The simulated user of the field's protocol: the lab's own code, a stranger to the planner. Opens with one attribute of
 * the target, answers yes or no by membership, takes the target when it is shown, and says nothing else.
 *
 * That is an oracle. Habits make people of it (`temperament`): wrong answers, "I don't know", no patience, other items that
 * will do, more told than was asked, a wish that changes. The dice belong to the question, so that every agent that puts it
 * gets the same answer.
 * @module
 */
import type { ItemFeatures } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { mostAlike } from './alike.ts';
import type { Habits } from './temperament.ts';

/** A wish that changes goes to one of the most alike: so many of those that the opening fits. */
const RIVALS = 20;

/** One user in one conversation. Features are numbers. */
export class RecommendUser {
  #target: number;
  readonly #features: ItemFeatures;
  readonly #habits: Habits;
  readonly #random: Random;
  readonly #opening: number | undefined;
  #willDo: ReadonlySet<number>;
  #hasChanged = false;

  constructor(target: number, features: ItemFeatures, habits: Habits, random: Random) {
    this.#target = target;
    this.#features = features;
    this.#habits = habits;
    this.#random = random;
    const traits = this.#traits();
    this.#opening = traits.length === 0 ? undefined : random.split('opening').pick(traits);
    this.#willDo = this.#acceptable();
  }

  /** The item in mind; it may change. */
  get target(): number {
    return this.#target;
  }

  /** The attribute that the user opens with: one of the target's, each equally likely; undefined if it has none. */
  opening(): number | undefined {
    return this.#opening;
  }

  /** The answer to "does it have this feature?"; undefined is "I don't know". */
  answer(feature: number): boolean | undefined {
    const dice = this.#random.split(`answer/${feature}`);
    if (dice.next() < this.#habits.unknown) return undefined;
    const { has, items } = this.#features;
    const truth = has[feature * items + this.#target] === 1;
    return dice.next() < this.#habits.noise ? !truth : truth;
  }

  /** Features that come with a yes about `feature`, told unasked. */
  besides(feature: number): readonly number[] {
    const dice = this.#random.split(`besides/${feature}`);
    if (dice.next() >= (this.#habits.lists ?? 0)) return [];
    const others = this.#traits().filter((other) => other !== feature && other !== this.#opening);
    const told: number[] = [];
    while (told.length < 2 && others.length > 0) told.push(...others.splice(dice.integer(others.length), 1));
    return told;
  }

  /** Whether the user has had enough after so many useless questions. */
  leaves(useless: number): boolean {
    return this.#random.split(`leaves/${useless}`).next() < (this.#habits.hazard ?? 0) * useless;
  }

  /** The place, from 1, of the first item in a list that will do; 0 when there is none. */
  placeIn(items: readonly number[]): number {
    return items.findIndex((item) => this.#willDo.has(item)) + 1;
  }

  /** A turn has passed: the wish may change. */
  passTurn(turn: number): void {
    const dice = this.#random.split(`turn/${turn}`);
    if (this.#hasChanged || dice.next() >= (this.#habits.changing ?? 0)) return;
    const rivals = mostAlike(this.#features, this.#target, RIVALS, this.#opening);
    if (rivals.length === 0) return;
    this.#hasChanged = true;
    this.#target = dice.pick(rivals);
    this.#willDo = this.#acceptable();
  }

  #traits(): number[] {
    const { codes, offsets } = this.#features;
    return Array.from(codes.subarray(offsets[this.#target], offsets[this.#target + 1]));
  }

  #acceptable(): ReadonlySet<number> {
    const { acceptable = 1 } = this.#habits;
    return new Set([this.#target, ...(acceptable > 1 ? mostAlike(this.#features, this.#target, acceptable - 1) : [])]);
  }
}
