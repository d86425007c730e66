/**
 * One scale for the values of all candidates.
 * @module
 */

/** From the value at the left edge to the one at the right; `cut` when zero is not on it, so that bars start torn. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly cut: boolean;
}

/**
 * A scale that holds every value with its error. It starts at zero unless the differences would then be too small to
 * see (all values within 40% of the largest).
 */
export function scaleFor(points: readonly { readonly value: number; readonly error: number }[]): Scale {
  if (points.length === 0) return { low: 0, high: 1, cut: false };
  const lowest = Math.min(...points.map((point) => point.value - point.error));
  const highest = Math.max(...points.map((point) => point.value + point.error));
  const room = (highest - lowest) * 0.25 || Math.abs(highest) * 0.25 || 0.5;
  if (lowest > highest * 0.6 && lowest > 0)
    return { low: Math.max(0, lowest - room), high: highest, cut: lowest > room };
  if (highest < lowest * 0.6 && highest < 0) return { low: lowest - room, high: highest, cut: true };
  return { low: Math.min(0, lowest), high: Math.max(0, highest) || 1, cut: false };
}

/** Where a value stands on the scale, in percent of its width, kept within it. */
export function place(scale: Scale, value: number): number {
  const share = (value - scale.low) / (scale.high - scale.low);
  return Math.min(100, Math.max(0, share * 100));
}
