/**
 * What is wrong with an answer, given what the shopper has said.
 * @module
 */
import { type Catalog, fits, type Wish } from '@sente/catalog';

/** The faults of one answer. */
interface Faults {
  /** Standing wishes that an item of the answer breaks; none where no item of the table could keep them all. */
  readonly broken: readonly Wish[];
  /** Wishes taken back that every item of the answer still keeps. */
  readonly kept: readonly Wish[];
  /** Whether an item could keep all that was said, and not be acceptable: then more had to be asked. */
  readonly isPremature: boolean;
}

/** Finds them. `wishes` and `takenBack` are as of before the answer. */
export function faultsOf(
  catalog: Catalog,
  items: readonly number[],
  said: { readonly wishes: readonly Wish[]; readonly takenBack: readonly Wish[] },
  acceptable: readonly number[],
): Faults {
  const keeps = (item: number, wish: Wish): boolean => fits(catalog.columns[wish.attribute], item, wish);
  const fine = new Set(acceptable);
  const fitting = Array.from({ length: catalog.size }, (_, item) => item).filter((item) =>
    said.wishes.every((wish) => keeps(item, wish)),
  );
  const canKeep = fitting.length > 0;
  return {
    broken: canKeep ? said.wishes.filter((wish) => items.some((item) => !keeps(item, wish))) : [],
    kept: said.takenBack.filter((wish) => items.every((item) => keeps(item, wish))),
    isPremature: fitting.some((item) => !fine.has(item)),
  };
}
