/**
 * Tables that can teach a policy nothing: found out before anything is trained.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import { LIST } from '@sente/lab';

/** A table has too few items, or nothing to ask about. */
export class NothingToLearnError extends Error {
  override readonly name = 'NothingToLearnError';
}

/** The error for a table in which no policy could be better than another: a list shows all, or nothing can be asked. */
export function nothingToLearn({
  size,
  name,
  attributes,
}: Pick<Catalog, 'size' | 'name' | 'attributes'>): NothingToLearnError | undefined {
  if (size <= LIST) {
    const items = size === 1 ? 'its one item fits' : `its ${size} items fit`;
    return new NothingToLearnError(
      `There is nothing to learn from ${name}: ${items} into one list. Planning is all that it needs.`,
    );
  }
  if (attributes.some(({ askable, values }) => askable && values.length > 1)) return undefined;
  return new NothingToLearnError(
    `There is nothing to learn from ${name}: no column can be asked about. Correct its columns' types, and load it again.`,
  );
}
