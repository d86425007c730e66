/**
 * Arrays on their way to the runtime and back.
 * @module
 */
import type { Weights } from '@sente/pocket';

/** The same whole numbers as the runtime takes them. */
export function asInt64(numbers: Int32Array): BigInt64Array {
  return BigInt64Array.from(numbers, BigInt);
}

/** Adds an array to the beginning of another, in place. */
export function addTo(sums: Float32Array, numbers: Float32Array): void {
  for (let at = 0; at < numbers.length; at++) sums[at] += numbers[at];
}

/** Sum of the squares, in double precision. */
export function squareSum(numbers: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] * numbers[at];
  return sum;
}

/** Weights that can be changed without changing these. */
export function copied(weights: Weights): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [name, { shape: [...shape], data: data.slice() }]),
  );
}
