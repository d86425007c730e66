/**
 * The question that leaves the answer to the user: "What else matters to you?" It is worth more than a question about an
 * attribute where people have wishes about few of many: it always meets one, and "nothing else" says that all is said.
 *
 * Its value is worked out like any other: over the imagined shoppers, each of whom names a wish not yet spoken of, and then
 * the best that can be done about those who would have named the same,
 *
 *     V = Σ_r P(r) · max_a E[forecast | r, a] − questionCost.
 * @module
 */
import { INDIFFERENT } from '../domain/draw-shoppers.ts';
import { createShopDomain, type ShopState } from '../domain/shop-domain.ts';
import { SHOPPER_MODEL, type ShopperModel } from '../domain/shopper-model.ts';
import { imagineShoppers, type Shoppers } from '../domain/shoppers.ts';
import type { CatalogState } from '../domain/state.ts';
import { addBit, countBits, hasBit, makeBitset } from '../index/bitset.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';

/** Id of the act. */
export const OPEN_QUESTION = 'ask:what-else';

/** Expected R\* of asking it now; undefined where nothing is left to be said. The belief must not be empty. */
export function worthOfOpenQuestion(
  index: CatalogIndex,
  state: CatalogState,
  changes: Partial<ShopperModel> = {},
): number | undefined {
  const model = { ...SHOPPER_MODEL, ...changes };
  const shoppers = imagineShoppers(index, state, model);
  const domain = createShopDomain(shoppers, state.turns, state.dismissed);
  const { start } = domain;
  const open = shoppers.open.map((_, j) => j).filter((j) => ((start.settled >>> j) & 1) === 0);
  if (open.length === 0) return undefined;
  const groups = new Map<string, { bits: ReturnType<typeof makeBitset>; settled: number }>();
  for (let m = 0; m < shoppers.count; m++) {
    if (!hasBit(start.alive, m)) continue;
    const named = namedBy(shoppers, m, open);
    const value = named === undefined ? '' : shoppers.replies[m * shoppers.open.length + named];
    const key = `${named}:${value}`;
    const settled = named === undefined ? 2 ** shoppers.open.length - 1 : start.settled | (1 << named);
    const group = groups.get(key) ?? { bits: makeBitset(shoppers.count), settled };
    groups.set(key, group);
    addBit(group.bits, m);
  }
  const all = countBits(start.alive);
  let value = 0;
  for (const { bits, settled } of groups.values()) {
    const next: ShopState = {
      alive: bits,
      settled,
      turns: start.turns + 1,
      burden: start.burden + model.questionCost,
      taken: false,
    };
    const best = Math.max(...domain.acts(next).map((act) => domain.estimate!(next, act)), domain.forecast!(next));
    value += (countBits(bits) / all) * best;
  }
  return value;
}

/**
 * The wish that a shopper names first: any of those they have, each as likely as another, the same in every decision.
 * Undefined: all is said.
 */
function namedBy({ replies, open: attributes }: Shoppers, m: number, open: readonly number[]): number | undefined {
  const wished = open.filter((j) => replies[m * attributes.length + j] !== INDIFFERENT);
  return wished.length === 0 ? undefined : wished[(m * 7919) % wished.length];
}
