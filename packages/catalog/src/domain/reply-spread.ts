/**
 * How the replies to an open question are spread over imagined shoppers.
 * @module
 */
import { INDIFFERENT } from './draw-shoppers.ts';
import type { Shoppers } from './shoppers.ts';

/** Entropy, in bits, of the replies of `alive` (shopper numbers) to open attribute j; "I don't mind" is a reply. */
export function replyBits(shoppers: Shoppers, alive: ArrayLike<number>, j: number): number {
  const { replies, open, index } = shoppers;
  const values = index.catalog.attributes[open[j]].values.length;
  const width = open.length;
  const times = new Uint16Array(values + 1);
  for (let n = 0; n < alive.length; n++) {
    const reply = replies[alive[n] * width + j];
    times[reply === INDIFFERENT ? values : reply]++;
  }
  let sum = 0;
  for (let v = 0; v <= values; v++) if (times[v] > 1) sum += times[v] * Math.log2(times[v]);
  return Math.log2(alive.length) - sum / alive.length;
}

/** The commonest value of open attribute j among what `alive` have in mind, how often it is there, and of how many. */
export function commonValue(
  shoppers: Shoppers,
  alive: ArrayLike<number>,
  j: number,
): { common: number; times: number; of: number } {
  const { open, index, targets } = shoppers;
  const { codes, offsets } = index.catalog.columns[open[j]];
  const times = new Uint16Array(index.catalog.attributes[open[j]].values.length);
  for (let n = 0; n < alive.length; n++) {
    const item = targets[alive[n]];
    if (offsets) for (let k = offsets[item]; k < offsets[item + 1]; k++) times[codes[k]]++;
    else if (codes[item] !== INDIFFERENT) times[codes[item]]++;
  }
  let common = INDIFFERENT;
  for (let v = 0; v < times.length; v++) {
    if (times[v] > 0 && (common === INDIFFERENT || times[v] > times[common])) common = v;
  }
  return { common, times: common === INDIFFERENT ? 0 : times[common], of: alive.length };
}
