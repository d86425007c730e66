/**
 * Draws without replacement.
 * @module
 */
import type { Random } from '@sente/engine';

/** `count` different elements in the order drawn; all of them, shuffled, if there are no more. */
export function draw<T>(list: readonly T[], count: number, random: Random): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(random.integer(left.length), 1));
  return drawn;
}
