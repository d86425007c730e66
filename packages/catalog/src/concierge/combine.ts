/**
 * How a new wish and those that stand about the same attribute go together, where it does not simply take their place.
 * @module
 */
import type { Wish } from '../table/wish.ts';

/**
 * "Asus or Dell", then "no Dell": Asus. "Blue", then "not red": both hold. A negative wish takes something away and never
 * gives anything back; in a list, where several values can be had at once, a positive one leaves a negative one standing.
 * `joins` says that the result stands beside the earlier wishes rather than in their place.
 */
export function combine(standing: readonly Wish[], said: Wish, list: boolean): { wish: Wish; joins: boolean } {
  if (standing.length === 0 || said.kind === 'range') return { wish: said, joins: false };
  if (said.kind === 'is') {
    const apart = (old: Wish): boolean =>
      old.kind === 'not' && !old.values.some((value) => said.values.includes(value));
    return { wish: said, joins: list && standing.every(apart) };
  }
  const positive = standing.filter((old) => old.kind === 'is');
  if (positive.length === 0) return { wish: said, joins: true };
  const kept = positive[0].values.filter((value) => !said.values.includes(value));
  if (positive.length > 1 || kept.length === positive[0].values.length) return { wish: said, joins: kept.length > 0 };
  return kept.length > 0 ? { wish: { ...positive[0], values: kept }, joins: false } : { wish: said, joins: false };
}

/** Whether `now` asks for no less than `old` did: a tighter bound, fewer of the same values, the same again. */
export function refines(old: Wish, now: Wish): boolean {
  if (old.kind === 'range' && now.kind === 'range') {
    const { low: l = Number.NEGATIVE_INFINITY, high: h = Number.POSITIVE_INFINITY } = old;
    return (now.low ?? Number.NEGATIVE_INFINITY) >= l && (now.high ?? Number.POSITIVE_INFINITY) <= h;
  }
  if (old.kind === 'is' && now.kind === 'is') return now.values.every((value) => old.values.includes(value));
  return old.kind === 'not' && now.kind === 'is' && !now.values.some((value) => old.values.includes(value));
}
