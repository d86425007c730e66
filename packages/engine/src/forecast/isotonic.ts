/**
 * Isotonic regression: the rising step curve nearest to the outcomes. It can take any shape, and needs many forecasts.
 *
 * Source: pool adjacent violators, Ayer et al., "An empirical distribution function for sampling with incomplete
 * information", 1955; for calibration Zadrozny & Elkan, "Transforming classifier scores into accurate multiclass
 * probability estimates", 2002.
 * @module
 */
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';

/** Points of a rising curve: straight lines between them, level beyond the first and the last. */
export interface IsotonicScaling {
  readonly kind: 'isotonic';
  /** Rising probabilities as forecast. */
  readonly at: readonly number[];
  /** The calibrated probability at each; never falls. */
  readonly value: readonly number[];
}

/** Forecasts that share a calibrated probability. */
interface Block {
  first: number;
  last: number;
  right: number;
  size: number;
}

/** The rising curve of least Brier score on the validation data. */
export function fitIsotonic(validation: readonly ResolvedForecast[]): IsotonicScaling {
  const blocks: Block[] = [];
  for (const block of equalForecasts(checkedForecasts(validation))) {
    while (blocks.length > 0 && isNotBelow(blocks[blocks.length - 1], block)) {
      const before = blocks.pop()!;
      block.first = before.first;
      block.right += before.right;
      block.size += before.size;
    }
    blocks.push(block);
  }
  const at: number[] = [];
  const value: number[] = [];
  for (const { first, last, right, size } of blocks) {
    for (const end of first === last ? [first] : [first, last]) {
      at.push(end);
      value.push(right / size);
    }
  }
  return { kind: 'isotonic', at, value };
}

/** Equal forecasts as one block each, rising: they must share a value, whichever way they came out. */
function equalForecasts(validation: readonly ResolvedForecast[]): Block[] {
  const blocks = new Map<number, Block>();
  for (const { probability, outcome } of validation) {
    const block = blocks.get(probability) ?? { first: probability, last: probability, right: 0, size: 0 };
    block.right += Number(outcome);
    block.size++;
    blocks.set(probability, block);
  }
  return [...blocks.values()].sort((a, b) => a.first - b.first);
}

/** Whether the earlier block is as high as the later one, or higher; in whole numbers, so without rounding. */
function isNotBelow(before: Block, after: Block): boolean {
  return before.right * after.size >= after.right * before.size;
}

/** The calibrated probability. */
export function applyIsotonic({ at, value }: IsotonicScaling, probability: number): number {
  if (probability <= at[0]) return value[0];
  if (probability >= at[at.length - 1]) return value[value.length - 1];
  let low = 0;
  let high = at.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at[middle] <= probability) low = middle;
    else high = middle;
  }
  const share = (probability - at[low]) / (at[high] - at[low]);
  // Not a + (b − a) · share, which may leave the range of its ends by a rounding error.
  return value[low] === value[high] ? value[low] : value[low] * (1 - share) + value[high] * share;
}
