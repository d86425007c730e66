/**
 * The belief over items for a policy that takes every user to want one item: each counts for the first item that would do.
 *
 * People mind some attributes and not the others, so many items would do for one of them, and a list is far likelier to please
 * than the belief in its items says. Imagined shoppers are put down to the first item of a greedy order (`cover`) that pleases
 * them; an item's weight is the share of those that it is the first to please. Who is pleased by the very item in mind alone
 * stands for many others: their share is spread over all other items as the belief has it.
 * @module
 */
import type { CatalogIndex } from '../index/catalog-index.ts';
import { greedyCover } from './cover.ts';
import { posterior } from './draw-shoppers.ts';
import { rankedBelief } from './ranked-belief.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import { imagineShoppers } from './shoppers.ts';
import type { CatalogState } from './state.ts';
import type { Ranked } from './threshold-play.ts';

/** Likeliest first; weights sum to 1. The state must have an item left. */
export function coveredBelief(index: CatalogIndex, state: CatalogState): Ranked {
  // Where nothing fits planning decides: those who want something that no item is are not thought of here.
  const shoppers = imagineShoppers(index, state, { ...SHOPPER_MODEL, dreaming: 0 });
  const { items, weights: belief } = state.belief;
  const everybody = Uint16Array.from({ length: shoppers.count }, (_, m) => m);
  const order = greedyCover(shoppers, everybody, shoppers.count);
  const shares = new Map<number, number>();
  let pleased = 0;
  for (let k = 0; k < order.count; k++) {
    if (order.pleased[k] === 1 && shoppers.standsFor > 1) break;
    shares.set(shoppers.pool[order.places[k]], order.pleased[k] / shoppers.count);
    pleased += order.pleased[k];
  }
  // What a sample has nobody for may be wanted all the same.
  const left = Math.max(shoppers.count - pleased, 0.5) / shoppers.count;
  let others = 0;
  for (let k = 0; k < items.length; k++) if (!shares.has(items[k])) others += belief[k];
  const spread = others > 0 ? left / others : 0;
  const weights = Float64Array.from(items, (item, k) => shares.get(item) ?? belief[k] * spread);
  return rankedBelief({ items, weights });
}

/** Chance that a question has no answer, as the user does not mind or does not know: 0 … 1, by what was said so far. */
export function silenceOf(state: CatalogState): number {
  const spoken = state.wishes.filter(({ suggested }) => !suggested).length;
  return 1 - posterior(SHOPPER_MODEL.caring, spoken, state.closed.length);
}
