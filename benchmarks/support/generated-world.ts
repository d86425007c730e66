/**
 * A generated recommender's world: 33 tags, items drawn around 150 styles so that many share all their tags, and users who
 * want the popular.
 * @module
 */
import { type Catalog, type CatalogIndex, indexCatalog, itemFeatures } from '@sente/catalog';
import { createRandom, type Random } from '@sente/engine';
import type { RecommendWorld } from '../../packages/lab/src/recommend/world.ts';

const TAGS = 33;
const STYLES = 150;

/** Makes it, of LastFM's size unless told otherwise; always the same. */
export function generatedWorld({
  items = 7_432,
  cases,
}: {
  readonly items?: number;
  readonly cases: number;
}): RecommendWorld {
  const random = createRandom(1).split('generated');
  const index: CatalogIndex = indexCatalog(generate(random, items));
  const people = Array.from({ length: cases }, (_, user) => ({ user, target: random.weighted(index.prior) }));
  return { index, features: itemFeatures(index), cases: people, prior: () => index.prior };
}

/** Items around styles: each style has a few tags of its own, each item those and sometimes others. */
function generate(random: Random, items: number): Catalog {
  const common = Float64Array.from({ length: TAGS }, (_, tag) => 1 / (tag + 4));
  const draw = (count: number): Set<number> => new Set(Array.from({ length: count }, () => random.weighted(common)));
  const styles = Array.from({ length: STYLES }, () => [...draw(2 + random.integer(3))]);
  const popular = Float64Array.from({ length: STYLES }, (_, style) => 1 / (style + 5));
  const offsets = new Uint32Array(items + 1);
  const codes: number[] = [];
  for (let item = 0; item < items; item++) {
    const style = styles[random.weighted(popular)];
    const odd = random.next() < 0.55 ? draw(1 + Math.floor(4 * random.next() ** 3)) : [];
    codes.push(...[...new Set([...style, ...odd])].sort((a, b) => a - b));
    offsets[item + 1] = codes.length;
  }
  const values = Array.from({ length: TAGS }, (_, tag) => `tag ${tag}`);
  return {
    name: 'generated',
    noun: { one: 'artist', many: 'artists' },
    size: items,
    attributes: [{ key: 'tags', label: 'style', type: 'list', values, askable: true }],
    columns: [{ codes: Uint32Array.from(codes), offsets }],
    popularity: Float64Array.from({ length: items }, () => random.next() ** -1 - 0.5),
    view: (item) => ({ item, id: `${item}`, name: `artist ${item}`, facts: [] }),
  };
}
