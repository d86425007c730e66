/**
 * Sets of small whole numbers, one bit each.
 * @module
 */

/** Bit `n` is `bits[n >>> 5] >>> (n & 31) & 1`. */
export type Bitset = Uint32Array;

/** An empty set that can hold 0 … `size` − 1. */
export function makeBitset(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5);
}

/** Makes `n` a member. */
export function addBit(bits: Bitset, n: number): void {
  bits[n >>> 5] |= 1 << (n & 31);
}

/** Adds the members of another set of the same size. */
export function unite(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i++) into[i] |= other[i];
}

/** How many bits of a 32-bit word are set. */
export function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many members a set has. */
export function countBits(bits: Bitset): number {
  let count = 0;
  for (const word of bits) count += popcount(word);
  return count;
}

/** How many members two sets share. */
export function countBoth(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) count += popcount(a[i] & b[i]);
  return count;
}

/** Whether a set has a member. */
export function hasBit(bits: Bitset, n: number): boolean {
  return ((bits[n >>> 5] >>> (n & 31)) & 1) === 1;
}

/** Writes the members of a set into `into`, ascending; gives their number. */
export function members(bits: Bitset, into: Uint16Array | Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i]; word !== 0; word &= word - 1) into[count++] = i * 32 + 31 - Math.clz32(word & -word);
  }
  return count;
}

/** The smallest member of a set, or −1. */
export function firstMember(bits: Bitset): number {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return i * 32 + 31 - Math.clz32(bits[i] & -bits[i]);
  return -1;
}

/** The member of a set that has just one; −1 for any other set. */
export function onlyMember(bits: Bitset): number {
  let only = -1;
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i];
    if (word === 0) continue;
    if (only >= 0 || (word & (word - 1)) !== 0) return -1;
    only = i * 32 + 31 - Math.clz32(word);
  }
  return only;
}
