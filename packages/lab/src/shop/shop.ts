/**
 * The one shop in which the embedded cases of all probes take place: the hiking trips that ship with the catalogue.
 * @module
 */
import { builtinCatalog, type Catalog } from '@sente/catalog';

/** A table of items, and the names by which its items can be told in a text. */
export interface Shop {
  readonly catalog: Catalog;
  /** Name of each item; no two alike. */
  readonly names: readonly string[];
}

let shop: Shop | undefined;

/** The embedded shop; made once. */
export function hikingShop(): Shop {
  shop ??= openShop(builtinCatalog());
  return shop;
}

/** A shop of any table. Throws RangeError when two items share a name. */
export function openShop(catalog: Catalog): Shop {
  const names = Array.from({ length: catalog.size }, (_, item) => catalog.view(item).name);
  const twice = names.find((name, item) => names.indexOf(name) !== item);
  if (twice !== undefined) throw new RangeError(`two items are called “${twice}”: items are told apart by their names`);
  return { catalog, names };
}
