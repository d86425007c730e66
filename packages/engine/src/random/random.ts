/**
 * Seeded randomness. Every draw in Sente comes from a `Random` that was passed in, so the same seed gives the same
 * run, byte for byte.
 *
 * Source: sfc32 ("Small Fast Counter", C. Doty-Humphrey, PractRand), seeded through FNV-1a and murmur3's finaliser.
 * @module
 */

/** A stream of pseudo-random numbers. Streams made by `split` are independent of each other and of their parent. */
export interface Random {
  /** A number in [0, 1), with 32 bits of randomness. */
  next(): number;
  /** An integer in 0 … `below` − 1; `below` is a whole number from 1 to 2³². */
  integer(below: number): number;
  /** One element of a non-empty list, each equally likely. */
  pick<T>(list: readonly T[]): T;
  /** An index drawn in proportion to non-negative weights; throws RangeError when they sum to 0 or not to a number. */
  weighted(weights: ArrayLike<number>): number;
  /**
   * A stream of its own for a label. It depends on this stream's seed and the label only, never on how many numbers
   * were drawn: so samples can be numbered, and drawn in any order, on any machine.
   */
  split(label: string | number): Random;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Makes a generator from a seed: any number or string. */
export function createRandom(seed: number | string): Random {
  return stream(mix(hash(String(seed))), mix(hash(`${seed}/sente`)));
}

function stream(seedA: number, seedB: number): Random {
  let a = seedA | 0;
  let b = seedB | 0;
  let c = mix(seedA ^ seedB) | 0;
  let counter = 1;
  const bits = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();
  const next = (): number => bits() / 4294967296;
  return {
    next,
    integer: (below) => Math.floor(next() * below),
    pick: (list) => list[Math.floor(next() * list.length)],
    weighted(weights) {
      let total = 0;
      for (let i = 0; i < weights.length; i++) total += weights[i];
      if (!(total > 0) || total === Number.POSITIVE_INFINITY) throw new RangeError(`weights sum to ${total}`);
      let left = next() * total;
      let last = 0;
      for (let i = 0; i < weights.length; i++) {
        if (weights[i] <= 0) continue;
        last = i;
        left -= weights[i];
        if (left < 0) return i;
      }
      return last;
    },
    split: (label) => {
      const h = typeof label === 'number' ? mix(label ^ 0x9e3779b9) : hash(label);
      return stream(mix(seedA ^ h), mix(seedB + Math.imul(h, 0x9e3779b1)));
    },
  };
}
