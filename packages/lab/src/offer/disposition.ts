/**
 * One person's dice. They belong to what is decided, not to when: the same matter comes out the same whoever asks.
 * @module
 */
import type { Random } from '@sente/engine';

/** Settled leanings of one person. Reads its stream by label only, so the order of questions does not matter. */
export class Disposition {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Whether something with this probability is so, for this person and this matter. */
  inclined(probability: number, matter: string, slot = 0): boolean {
    return this.#random.split(matter).split(slot).next() < probability;
  }

  /** How dear the wish about a slot is to this person, 0 to 1. */
  dearness(slot: number): number {
    return this.#random.split('dear').split(slot).next();
  }

  /** The dearest of some slots; at least one. */
  dearest(slots: readonly number[]): number {
    return slots.reduce((most, other) => (this.dearness(other) > this.dearness(most) ? other : most));
  }

  /** The least dear of some slots; at least one. */
  leastDear(slots: readonly number[]): number {
    return slots.reduce((least, other) => (this.dearness(other) < this.dearness(least) ? other : least));
  }

  /** What would do in place of a wish that is given up: an index drawn by weight. */
  another(slot: number, weights: ArrayLike<number>): number {
    return this.#random.split('other').split(slot).weighted(weights);
  }
}
