/**
 * A made catalogue to train on in tests.
 * @module
 */
import { type Catalog, makeCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';

/** 400 items, each with about four of twelve tags, some much better known than others. */
export function madeTags(): Catalog {
  const random = createRandom('made catalogue');
  const tags = Array.from({ length: 400 }, () =>
    Array.from({ length: 12 }, (_, tag) => tag).filter((tag) => random.next() < 0.12 + 0.04 * tag),
  );
  const codes = Uint32Array.from(tags.flat());
  const offsets = Uint32Array.from([0, ...tags.map((_, item) => tags.slice(0, item + 1).flat().length)]);
  return makeCatalog({
    name: 'made',
    attributes: [{ key: 'tag', type: 'list', values: Array.from({ length: 12 }, (_, tag) => `tag ${tag}`) }],
    columns: [{ codes, offsets }],
    popularity: Float64Array.from(tags, (_, item) => 1 / (item + 5)),
  });
}
