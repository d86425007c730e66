/**
 * A batch in parts: texts of like length are run together, at no more than their length, and few enough at once that the
 * numbers between two operators stay in the processor's cache. The gradient of a sum is the sum of the gradients, so
 * parts change nothing but the time: at 64 texts of 96 tokens eight runs of eight take three quarters of one run's time,
 * and where texts are half as long as their rows, half of that again.
 * @module
 */
import type { BatchSize } from './transformer.ts';

/** Texts that are run together. */
export interface Part {
  /** Tokens of a row. */
  readonly length: number;
  /** Which texts of the batch: at most `textsAtOnce(length, batch)`. */
  readonly texts: readonly number[];
}

/** Numbers of a layer at .12 million weights and this many rows fill about half of a second-level cache of 2 MB. */
const ROWS = 768;
/** Lengths are rounded up to a multiple of this: each is a graph of its own. */
const GRAIN = 16;

/** Texts of one length that are run together: about `ROWS` tokens, so that the fewest rows of a whole batch are left empty. */
export function textsAtOnce(length: number, batch: number): number {
  const usual = Math.max(1, Math.round(ROWS / length));
  if (batch <= usual) return batch;
  // From the largest: of two that are as good the larger has fewer gradients to add up.
  let best = usual;
  for (let other = Math.floor((4 * usual) / 3); 2 * other >= usual; other--) {
    const less = rowsFor(batch, other) - rowsFor(batch, best);
    if (less < 0 || (less === 0 && Math.abs(other - usual) < Math.abs(best - usual))) best = other;
  }
  return best;
}

const rowsFor = (batch: number, atOnce: number): number => Math.ceil(batch / atOnce) * atOnce;

/**
 * Divides a batch up, from the longest text to the shortest. Texts of which nothing is used are left out.
 * @param used tokens of each text that have to be run, 0 to `size.length`
 */
export function partsOf(used: readonly number[], size: BatchSize): readonly Part[] {
  const order = used.map((_, text) => text).filter((text) => used[text] > 0);
  order.sort((a, b) => used[b] - used[a] || a - b);
  const parts: Part[] = [];
  for (let at = 0; at < order.length; ) {
    const length = Math.min(size.length, Math.ceil(used[order[at]] / GRAIN) * GRAIN);
    const texts = order.slice(at, at + textsAtOnce(length, size.batch));
    parts.push({ length, texts });
    at += texts.length;
  }
  return parts;
}

/** Tokens of each text up to the last place where something counts. */
export function usedLengths({ batch, length }: BatchSize, counts: (place: number) => boolean): readonly number[] {
  return Array.from({ length: batch }, (_, text) => {
    let used = length;
    while (used > 0 && !counts(text * length + used - 1)) used--;
    return used;
  });
}

/** A part's rows of an array of batch·length numbers, behind one another; rows without a text are 0. */
export function taken<Numbers extends Int32Array | Float32Array>(
  from: Numbers,
  { texts, length }: Part,
  { batch, length: whole }: BatchSize,
): Numbers {
  const make = from.constructor as new (length: number) => Numbers;
  const rows = new make(textsAtOnce(length, batch) * length);
  texts.forEach((text, row) => {
    rows.set(from.subarray(text * whole, text * whole + length), row * length);
  });
  return rows;
}

/** The way back: what is used of a part's rows into an array of batch·length numbers; the rest of that stays as it is. */
export function put(
  into: Int32Array | Float32Array,
  rows: ArrayLike<number>,
  { texts, length }: Part,
  { length: whole }: BatchSize,
  used: readonly number[],
): void {
  texts.forEach((text, row) => {
    for (let at = 0; at < used[text]; at++) into[text * whole + at] = rows[row * length + at];
  });
}
