/**
 * Chances in words for small spaces.
 * @module
 */

/** "18 %"; a chance that is there but rounds to nothing is "< 1 %". `chance` is 0 to 1. */
export function percent(chance: number): string {
  if (chance > 0 && chance < 0.005) return '< 1 %';
  return `${Math.round(chance * 100)} %`;
}
