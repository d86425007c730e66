/**
 * Items that are like another.
 * @module
 */
import type { ItemFeatures } from '@sente/catalog';

/**
 * At most `most` other items, by the share of features that they have in common (Jaccard), of equals the first; only such
 * as have any in common, and, where it is given, the feature `having`.
 */
export function mostAlike(features: ItemFeatures, item: number, most: number, having?: number): number[] {
  const { items, codes, offsets, has, count } = features;
  const own = new Uint8Array(count);
  for (let c = offsets[item]; c < offsets[item + 1]; c++) own[codes[c]] = 1;
  const size = offsets[item + 1] - offsets[item];
  const best: number[] = [];
  const shares: number[] = [];
  for (let other = 0; other < items; other++) {
    if (other === item || (having !== undefined && has[having * items + other] === 0)) continue;
    let common = 0;
    for (let c = offsets[other]; c < offsets[other + 1]; c++) common += own[codes[c]];
    const share = common / (size + offsets[other + 1] - offsets[other] - common);
    if (common === 0 || (best.length === most && share <= shares[most - 1])) continue;
    // Few are kept: each that is good enough is put in its place, behind its equals.
    let at = best.length;
    while (at > 0 && shares[at - 1] < share) at--;
    best.splice(at, 0, other);
    shares.splice(at, 0, share);
    if (best.length > most) {
      best.pop();
      shares.pop();
    }
  }
  return best;
}
