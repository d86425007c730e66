/**
 * Arrays on their way to the runtime and back.
 * @module
 */
import type { Weights } from '@sente/pocket';

/** The same whole numbers as the runtime takes them. */
export function asInt64(numbers: Int32Array): BigInt64Array {
  return BigInt64Array.from(numbers, BigInt);
}

/** Weights that can be changed without changing these. */
export function copied(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [name, { shape: [...shape], data: data.slice() }]),
  );
}
