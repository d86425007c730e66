/**
 * People for a table of items alone: nobody has a past, and everybody wants one of its items, the popular ones more often.
 * @module
 */
import { type Catalog, indexCatalog, itemFeatures } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { LIST } from './state-graph.ts';
import type { RecommendWorld } from './world.ts';

/** Made users of a table. */
export const MADE_USERS = 2_000;

/** A table as threads can be given it: nobody looks at its items. */
export type PlainTable = Omit<Catalog, 'view'>;

/** A table in which no agent could be better than another. */
export class NothingToMeasureError extends Error {
  override readonly name = 'NothingToMeasureError';
}

/** What threads can be given of a table; arrays are shared until they are. */
export function plainTable({ name, noun, size, attributes, columns, popularity }: Catalog): PlainTable {
  return { name, noun, size, attributes, columns, ...(popularity && { popularity }) };
}

/** Throws NothingToMeasureError where a single list shows everything, or nothing can be asked. */
export function checkTable({ name, noun, size, attributes }: PlainTable): void {
  if (size <= LIST) {
    const items = `${size} ${size === 1 ? noun.one : noun.many}`;
    throw new NothingToMeasureError(
      `${name} has ${items}, and a list shows ${LIST}: whoever is measured finds everything in the first turn. It takes a table of more than ${LIST}.`,
    );
  }
  if (!attributes.some(({ askable, values }) => askable && values.length > 0)) {
    throw new NothingToMeasureError(
      `${name} has no column that can be asked about: whoever is measured shows the same lists. It takes one in which ${noun.many} share values.`,
    );
  }
}

/** The world of a table, with other people for every `random`. */
export function madeWorld(table: PlainTable, random: Random): RecommendWorld {
  const view = (): never => {
    throw new Error('nobody looks at items here');
  };
  const index = indexCatalog({ ...table, view });
  const dice = random.split('made');
  const cases = Array.from({ length: MADE_USERS }, (_, user) => ({ user, target: dice.weighted(index.prior) }));
  return { index, features: itemFeatures(index), cases, prior: () => index.prior };
}
