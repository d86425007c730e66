/**
 * Which cases a shorter run plays.
 * @module
 */
import { createRandom } from '@sente/engine';

/** `most` of 0 … count − 1, drawn without replacement, in ascending order; all where there are no more. */
export function drawCases(count: number, most: number, seed: number): Uint32Array {
  const all = Uint32Array.from({ length: count }, (_, k) => k);
  if (most >= count) return all;
  const random = createRandom(seed).split('recommend/cases');
  for (let k = 0; k < most; k++) {
    const other = k + random.integer(count - k);
    [all[k], all[other]] = [all[other], all[k]];
  }
  return all.slice(0, most).sort();
}
