/**
 * Several comparisons at once: p-values from bootstrap draws, and Holm's correction, so that the chance of calling even
 * one difference real that is none stays under 5%.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure"; bootstrap p-value: Davison & Hinkley
 * 1997, "Bootstrap Methods and their Application", section 4.4 (with the +1 of its equation 4.11).
 * @module
 */

/**
 * Two-sided p-value of "the difference is 0" from its bootstrap draws; NaN where no draw is a number.
 *
 * Where every draw lies on one side, B draws alone can only say "below 2 / (B + 1)", which no difference survives once a
 * run makes more than 0.025 · (B + 1) comparisons. Given the number of cases, the tail is then taken from the normal
 * distribution with the draws' mean and deviation, as its upper bound 2 φ(z) / z, and never below the sign test's
 * 2 · 2^−cases, which is exact when all cases differ in the same way.
 */
export function bootstrapP(draws: ArrayLike<number>, cases?: number): number {
  let n = 0;
  let below = 0;
  let above = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < draws.length; i++) {
    if (Number.isNaN(draws[i])) continue;
    n++;
    sum += draws[i];
    squares += draws[i] * draws[i];
    if (draws[i] <= 0) below++;
    if (draws[i] >= 0) above++;
  }
  if (n === 0) return Number.NaN;
  const counted = Math.min(1, (2 * (Math.min(below, above) + 1)) / (n + 1));
  if (cases === undefined || Math.min(below, above) > 0) return counted;
  const deviation = Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
  const z = Math.abs(sum / n) / deviation;
  const tail = deviation === 0 ? 0 : (2 * Math.exp((-z * z) / 2)) / (Math.sqrt(2 * Math.PI) * z);
  return Math.max(Math.min(counted, tail), 2 ** (1 - cases));
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
