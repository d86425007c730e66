import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { itemFeatures } from './item-features.ts';
import { likeliestFirst, rankedBelief } from './ranked-belief.ts';

it('ranks a belief as it ranks the weights of the whole catalogue', () => {
  const catalog = builtinCatalog();
  const features = itemFeatures(indexCatalog(catalog));
  for (const share of [0, 0.05, 0.5, 1]) {
    const random = createRandom(`ranked ${share}`);
    // Few different weights, so that there are equals; none at all for some that are possible.
    const all = Float64Array.from({ length: catalog.size }, () => random.integer(6) / 8);
    const items = Uint32Array.from(all.keys()).filter(() => random.next() < share);
    const weights = Float64Array.from(items, (item) => all[item]);
    const inside = new Set(items);
    const full = all.map((weight, item) => (inside.has(item) ? weight : 0));
    expect(rankedBelief({ items, weights })).toEqual(likeliestFirst(full, features, undefined));
  }
});
