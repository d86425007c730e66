/**
 * Prioritised replay: what surprised most is seen most.
 *
 *   P(i) = p_i^α / Σ p^α,  p_i = |δ_i| + ε        weight (N · P(i))^−β, by the largest of the batch
 *
 * Source: Schaul et al. 2016, "Prioritized Experience Replay", arXiv 1511.05952, section 3.
 * @module
 */
import type { Random } from '@sente/engine';

const ALPHA = 0.6;
const EPSILON = 1e-3;

/** What was drawn. */
export interface Drawn<T> {
  readonly place: number;
  readonly value: T;
  /** By the largest of the batch: 0 … 1. */
  readonly weight: number;
}

/** A store of so many; the oldest gives way. */
export class Replay<T> {
  readonly #values: T[] = [];
  /** A binary tree of sums: leaves from `#capacity` on. */
  readonly #sums: Float64Array;
  readonly #capacity: number;
  #next = 0;
  #highest = 1;

  constructor(capacity: number) {
    this.#capacity = 2 ** Math.ceil(Math.log2(capacity));
    this.#sums = new Float64Array(2 * this.#capacity);
  }

  get size(): number {
    return this.#values.length;
  }

  /** Adds one, with the highest priority so far: everything is seen once. */
  add(value: T): void {
    const place = this.#next;
    this.#values[place] = value;
    this.#next = (place + 1) % this.#capacity;
    this.#set(place, this.#highest);
  }

  /** Draws so many in proportion to their priorities, one from each of as many equal parts of the sum. */
  draw(count: number, beta: number, random: Random): Drawn<T>[] {
    const total = this.#sums[1];
    const drawn = Array.from({ length: count }, (_, part) => {
      let left = ((part + random.next()) / count) * total;
      let node = 1;
      while (node < this.#capacity) {
        node *= 2;
        if (left >= this.#sums[node] && this.#sums[node + 1] > 0) {
          left -= this.#sums[node];
          node++;
        }
      }
      const place = node - this.#capacity;
      const chance = this.#sums[node] / total;
      return { place, value: this.#values[place], weight: (this.size * chance) ** -beta };
    });
    const largest = Math.max(...drawn.map(({ weight }) => weight));
    return drawn.map((one) => ({ ...one, weight: one.weight / largest }));
  }

  /** Sets the priority by an error. */
  update(place: number, error: number): void {
    const priority = (Math.abs(error) + EPSILON) ** ALPHA;
    this.#highest = Math.max(this.#highest, priority);
    this.#set(place, priority);
  }

  #set(place: number, priority: number): void {
    let node = place + this.#capacity;
    this.#sums[node] = priority;
    for (node >>= 1; node >= 1; node >>= 1) this.#sums[node] = this.#sums[2 * node] + this.#sums[2 * node + 1];
  }
}
