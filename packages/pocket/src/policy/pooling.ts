/**
 * What a set of candidates sends: sums over its items, weighted by the belief, in which ranks count.
 *
 * Ranks are those within the set: the first ten of those that would say yes are what a list would hold after a yes.
 * @module
 */
import type { PolicyGame } from './state-graph.ts';

/** Ranks at which the mass of the likeliest is noted. */
export const BANDS: readonly number[] = [10, 20, 40, 80, 160];

/** Items behind this rank are counted by their mass alone: no conversation comes to them by lists. */
export const FAR = 160;

/** Where a pool's numbers stand. */
export const POOL = {
  mass: 0,
  count: 1,
  /** Σ weight × R\* when only lists follow. */
  listing: 2,
  /** Σ weight × R\* when every two turns halve what is left, as questions would. */
  halving: 3,
  /** Σ weight / log₂(rank + 1) over one list. */
  gain: 4,
  top: 5,
  /** Mass within each of `BANDS`. */
  bands: 6,
  /** Σ weight² and Σ weight · ln weight. */
  squares: 11,
  information: 12,
} as const;

/** Numbers of a pool. */
export const POOLED = 13;

/** R\* of an item by its rank, from 0, when the conversation goes on from a turn: at [turn × FAR + rank]. */
export interface RankWorths {
  readonly listing: Float64Array;
  readonly halving: Float64Array;
}

/** Works them out for turns 1 … turns + 1. */
export function rankWorths({ turns, listSize, reward }: PolicyGame): RankWorths {
  const listing = new Float64Array((turns + 2) * FAR);
  const halving = new Float64Array((turns + 2) * FAR);
  const worth = (turn: number, place: number): number => (turn > turns ? 0 : reward(turn, place));
  for (let turn = 1; turn <= turns; turn++) {
    for (let rank = 0; rank < FAR; rank++) {
      const place = (rank % listSize) + 1;
      listing[turn * FAR + rank] = worth(turn + Math.floor(rank / listSize), place);
      const delay = rank < listSize ? 0 : Math.round(2 * Math.log2((rank + listSize) / listSize));
      halving[turn * FAR + rank] = worth(turn + delay, Math.min(place, 3));
    }
  }
  return { listing, halving };
}

const DISCOUNT = Float64Array.from({ length: FAR }, (_, rank) => 1 / Math.log2(rank + 2));

/** The next rank in `BANDS` behind a rank, as a position. */
const NEXT = Uint8Array.from({ length: FAR + 1 }, (_, rank) => BANDS.findIndex((band) => band >= rank));

/** Adds up pools at the numbers of one array, `POOLED` each. `from`: where a turn's worths begin. */
export class Pools {
  readonly numbers: Float64Array;
  readonly #worths: RankWorths;
  readonly #listSize: number;

  constructor(count: number, worths: RankWorths, listSize: number) {
    this.numbers = new Float64Array(count * POOLED);
    this.#worths = worths;
    this.#listSize = listSize;
  }

  /** One item more, behind those that were sent before. */
  send(pool: number, weight: number, information: number, turn: number): void {
    const { numbers } = this;
    const at = pool * POOLED;
    const rank = numbers[at + POOL.count]++;
    numbers[at + POOL.mass] += weight;
    numbers[at + POOL.squares] += weight * weight;
    numbers[at + POOL.information] += information;
    if (rank >= FAR) return;
    const from = turn * FAR + rank;
    numbers[at + POOL.listing] += weight * this.#worths.listing[from];
    numbers[at + POOL.halving] += weight * this.#worths.halving[from];
    numbers[at + POOL.bands + NEXT[rank + 1]] += weight;
    if (rank < this.#listSize) numbers[at + POOL.gain] += weight * DISCOUNT[rank];
    if (rank === 0) numbers[at + POOL.top] = weight;
  }

  /**
   * Divides candidates between two pools by a row of a table, `yes` and `yes + 1`, all items at once: the same numbers as
   * `send`, in a fraction of the time. `whole` is the pool of all of them.
   */
  divide(
    yes: number,
    table: Uint8Array,
    row: number,
    items: ArrayLike<number>,
    weights: ArrayLike<number>,
    informations: Float64Array,
    size: number,
    whole: number,
    turn: number,
  ): void {
    const { numbers } = this;
    const { listing, halving } = this.#worths;
    const listSize = this.#listSize;
    const a = yes * POOLED;
    const b = a + POOLED;
    const all = whole * POOLED;
    const worths = turn * FAR;
    let inYes = 0;
    let inNo = 0;
    let mass = 0;
    let squares = 0;
    let information = 0;
    let listA = 0;
    let listB = 0;
    let halfA = 0;
    let halfB = 0;
    for (let k = 0; k < size; k++) {
      const weight = weights[k];
      if (table[row + items[k]] === 1) {
        mass += weight;
        squares += weight * weight;
        information += informations[k];
        const rank = inYes++;
        if (rank >= FAR) continue;
        listA += weight * listing[worths + rank];
        halfA += weight * halving[worths + rank];
        numbers[a + POOL.bands + NEXT[rank + 1]] += weight;
        if (rank < listSize) {
          numbers[a + POOL.gain] += weight * DISCOUNT[rank];
          if (rank === 0) numbers[a + POOL.top] = weight;
        }
      } else {
        const rank = inNo++;
        if (rank >= FAR) continue;
        listB += weight * listing[worths + rank];
        halfB += weight * halving[worths + rank];
        numbers[b + POOL.bands + NEXT[rank + 1]] += weight;
        if (rank < listSize) {
          numbers[b + POOL.gain] += weight * DISCOUNT[rank];
          if (rank === 0) numbers[b + POOL.top] = weight;
        }
      }
    }
    numbers[a] = mass;
    numbers[a + POOL.count] = inYes;
    numbers[a + POOL.listing] = listA;
    numbers[a + POOL.halving] = halfA;
    numbers[a + POOL.squares] = squares;
    numbers[a + POOL.information] = information;
    // What does not say yes is the rest of everybody.
    numbers[b] = inNo === 0 ? 0 : numbers[all] - mass;
    numbers[b + POOL.count] = inNo;
    numbers[b + POOL.listing] = listB;
    numbers[b + POOL.halving] = halfB;
    numbers[b + POOL.squares] = inNo === 0 ? 0 : numbers[all + POOL.squares] - squares;
    numbers[b + POOL.information] = inNo === 0 ? 0 : numbers[all + POOL.information] - information;
  }

  /**
   * The two pools of `divide` when answers can be wrong: everybody is in both, with weights times 1 − noise on the right side
   * and times noise on the other, and ranks are those of the merged order. Call `divide` first.
   */
  blend(
    yes: number,
    table: Uint8Array,
    row: number,
    items: ArrayLike<number>,
    weights: ArrayLike<number>,
    size: number,
    noise: number,
    turn: number,
  ): void {
    const { numbers } = this;
    const [a, b] = [yes * POOLED, (yes + 1) * POOLED];
    const pure = [a, b].map((at) => numbers.slice(at, at + POOLED));
    for (const side of [0, 1]) {
      const at = side === 0 ? a : b;
      const [own, other] = side === 0 ? pure : [pure[1], pure[0]];
      const right = 1 - noise;
      const mass = right * own[POOL.mass] + noise * other[POOL.mass];
      const information =
        right * (own[POOL.information] + own[POOL.mass] * Math.log(right)) +
        noise * (other[POOL.information] + other[POOL.mass] * Math.log(noise));
      numbers.fill(0, at, at + POOLED);
      const wanted = side === 0 ? 1 : 0;
      let mine = 0;
      let theirs = 0;
      const ranks = Math.min(size, FAR);
      for (let rank = 0; rank < ranks; rank++) {
        while (mine < size && table[row + items[mine]] !== wanted) mine++;
        while (theirs < size && table[row + items[theirs]] === wanted) theirs++;
        const first = mine < size ? weights[mine] * right : -1;
        const second = theirs < size ? weights[theirs] * noise : -1;
        if (first >= second) mine++;
        else theirs++;
        this.send(yes + side, Math.max(first, second), 0, turn);
      }
      numbers[at + POOL.mass] = mass;
      numbers[at + POOL.count] = size;
      numbers[at + POOL.squares] = right * right * own[POOL.squares] + noise * noise * other[POOL.squares];
      numbers[at + POOL.information] = information;
    }
  }
}
