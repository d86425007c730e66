/**
 * Items that are like another.
 * @module
 */
import type { ItemFeatures } from '@sente/catalog';

/** At most `most` other items, by the share of features that they have in common (Jaccard), of equals the first. */
export function mostAlike({ items, codes, offsets, has }: ItemFeatures, item: number, most: number): number[] {
  const own = offsets[item + 1] - offsets[item];
  const alike = new Float64Array(items);
  const others: number[] = [];
  for (let other = 0; other < items; other++) {
    if (other === item) continue;
    let common = 0;
    for (let c = offsets[other]; c < offsets[other + 1]; c++) common += has[codes[c] * items + item];
    if (common === 0) continue;
    alike[other] = common / (own + offsets[other + 1] - offsets[other] - common);
    others.push(other);
  }
  return others.sort((a, b) => alike[b] - alike[a] || a - b).slice(0, most);
}
