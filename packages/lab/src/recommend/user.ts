/**
 * The simulated user of the field's protocol: the lab's own code, a stranger to the planner. Opens with one attribute of
 * the target, answers yes or no by membership, takes the target when it is shown, and says nothing else.
 *
 * Two faults can be turned on: a wrong answer with chance `noise`, "I don't know" with chance `unknown`. The dice belong
 * to the question, so that every agent that puts it gets the same answer.
 * @module
 */
import type { Random } from '@sente/engine';

/** Faults of a user. */
export interface UserFaults {
  /** Chance of a wrong answer, 0 … 1. */
  readonly noise: number;
  /** Chance of not knowing, 0 … 1. */
  readonly unknown: number;
}

/** One user in one conversation. Features are numbers; `traits` are those of the target. */
export class RecommendUser {
  readonly target: number;
  readonly #traits: ReadonlySet<number>;
  readonly #faults: UserFaults;
  readonly #random: Random;

  constructor(target: number, traits: Iterable<number>, faults: UserFaults, random: Random) {
    this.target = target;
    this.#traits = new Set(traits);
    this.#faults = faults;
    this.#random = random;
  }

  /** The attribute that the user opens with: one of the target's, each equally likely; undefined if it has none. */
  opening(): number | undefined {
    const traits = [...this.#traits];
    return traits.length === 0 ? undefined : this.#random.split('opening').pick(traits);
  }

  /** The answer to "does it have this feature?"; undefined is "I don't know". */
  answer(feature: number): boolean | undefined {
    const dice = this.#random.split(`answer/${feature}`);
    if (dice.next() < this.#faults.unknown) return undefined;
    const truth = this.#traits.has(feature);
    return dice.next() < this.#faults.noise ? !truth : truth;
  }

  /** The place, from 1, of the target in a list; 0 when it is not there. */
  placeIn(items: readonly number[]): number {
    return items.indexOf(this.target) + 1;
  }
}
