/**
 * Several comparisons at once: p-values from bootstrap draws, and Holm's correction, so that the chance of calling even
 * one difference real that is none stays under 5%.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure"; bootstrap p-value: Davison & Hinkley
 * 1997, "Bootstrap Methods and their Application", section 4.4 (with the +1 of its equation 4.11).
 * @module
 */

/** Two-sided p-value of "the difference is 0" from its bootstrap draws; NaN where no draw is a number. */
export function bootstrapP(draws: ArrayLike<number>): number {
  let n = 0;
  let below = 0;
  let above = 0;
  for (let i = 0; i < draws.length; i++) {
    if (Number.isNaN(draws[i])) continue;
    n++;
    if (draws[i] <= 0) below++;
    if (draws[i] >= 0) above++;
  }
  return n === 0 ? Number.NaN : Math.min(1, (2 * (Math.min(below, above) + 1)) / (n + 1));
}

/**
 * p-values adjusted for being so many, in the order given: the k-th smallest of m is multiplied by m − k + 1, and none is
 * smaller than one before it. NaN stays NaN and does not count.
 */
export function holm(values: readonly number[]): number[] {
  const ranked = values.map((value, position) => ({ value, position })).filter(({ value }) => !Number.isNaN(value));
  ranked.sort((a, b) => a.value - b.value);
  const adjusted = values.map(() => Number.NaN);
  let least = 0;
  ranked.forEach(({ value, position }, k) => {
    least = Math.max(least, Math.min(1, value * (ranked.length - k)));
    adjusted[position] = least;
  });
  return adjusted;
}
