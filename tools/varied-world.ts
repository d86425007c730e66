/**
 * People for the policy that ships, which is to be of use on tables that nobody has seen: each knows of another part of one
 * generated table, from sixty items to all of them, and is another way about how sure the belief in them is.
 * @module
 */
import { type Catalog, indexCatalog, itemFeatures, makeCatalog } from '@sente/catalog';
import { createRandom, type Random } from '@sente/engine';
import type { PolicyWorld } from '../packages/training/src/graph-policy/game.ts';

const ITEMS = 4_000;
const STYLES = 150;
/** Values of columns with one value an item. */
const CATEGORIES = [2, 2, 3, 4, 5, 6, 8];
/** Values of columns with several. */
const LISTS = [12, 14];
/** An item is as its style has it with this chance, column by column. */
const LIKE_STYLE = 0.6;
/** Fewest items that somebody knows of. */
const FEWEST = 60;
/** The widest spread of log weights: some people want anything, some one of a few. */
const SPREAD = 2;
/** Beliefs that are kept: those of conversations under way. */
const KEPT = 50;

/** Makes them; always the same. */
export function variedWorld(): PolicyWorld {
  const index = indexCatalog(variedCatalog(createRandom('varied catalogue')));
  const known = new Map<number, Float64Array>();
  const prior = (user: number): Float64Array => {
    const found = known.get(user) ?? beliefIn(createRandom(`varied person ${user}`));
    if (known.size >= KEPT) known.clear();
    known.set(user, found);
    return found;
  };
  return {
    index,
    features: itemFeatures(index),
    prior,
    draw(random) {
      const user = random.split('user').integer(2 ** 30);
      return { user, target: random.split('target').weighted(prior(user)) };
    },
  };
}

/** Log-normal weights of the items that one knows of. */
function beliefIn(random: Random): Float64Array {
  // Half of the people know of a third of the items or more: small tables teach little.
  const share = (FEWEST / ITEMS) ** (random.next() ** 2);
  const spread = SPREAD * random.next();
  const weights = Float64Array.from({ length: ITEMS }, () => {
    const isKnown = random.next() < share;
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    return isKnown ? Math.exp(spread * normal) : 0;
  });
  if (!weights.some((weight) => weight > 0)) weights[random.integer(ITEMS)] = 1;
  return weights;
}

/** Items around styles, with columns of one value and of several; low values are the commoner ones. */
function variedCatalog(random: Random): Catalog {
  const oneOf = (count: number): number => Math.floor(count * random.next() ** 1.6);
  const listOf = (count: number): number[] => [
    ...new Set(Array.from({ length: 1 + random.integer(4) }, () => oneOf(count))),
  ];
  const styles = Array.from({ length: STYLES }, () => ({ values: CATEGORIES.map(oneOf), lists: LISTS.map(listOf) }));
  const items = Array.from({ length: ITEMS }, () => {
    const style = styles[Math.floor(STYLES * random.next() ** 1.6)];
    return {
      values: CATEGORIES.map((count, n) => (random.next() < LIKE_STYLE ? style.values[n] : oneOf(count))),
      lists: LISTS.map((count, n) => (random.next() < LIKE_STYLE ? style.lists[n] : listOf(count))),
    };
  });
  const named = (count: number): string[] => Array.from({ length: count }, (_, value) => `value ${value + 1}`);
  return makeCatalog({
    name: 'varied',
    attributes: [
      ...CATEGORIES.map((count, n) => ({ key: `kind ${n + 1}`, type: 'category' as const, values: named(count) })),
      ...LISTS.map((count, n) => ({ key: `tags ${n + 1}`, type: 'list' as const, values: named(count) })),
    ],
    columns: [
      ...CATEGORIES.map((_, n) => ({ codes: Uint32Array.from(items, ({ values }) => values[n]) })),
      ...LISTS.map((_, n) => {
        const lists = items.map(({ lists: own }) => [...own[n]].sort((a, b) => a - b));
        let end = 0;
        return {
          codes: Uint32Array.from(lists.flat()),
          offsets: Uint32Array.from([
            0,
            ...lists.map(({ length }) => {
              end += length;
              return end;
            }),
          ]),
        };
      }),
    ],
  });
}
