/**
 * The embedded cases: shoppers whose wishes come in three to six pieces; in half of them one wish does not last.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { hikingShop } from '../../shop/shop.ts';
import { drawShopperIntent } from '../../users/draw-intent.ts';
import { SETTINGS, type ShopCase } from '../case.ts';

/** Trips that language models are shown, and how many of them at most are acceptable. */
const SHELF = 40;
const SERVING = 4;

/** Shoppers unless the person says otherwise. */
const SHOPPERS = 40;

/** Draws the cases: every shopper in every setting. The same seed draws the same shoppers, and more of them after fewer. */
export function drawShopCases(seed: number, shoppers: number = SHOPPERS): readonly ShopCase[] {
  const random = createRandom(seed).split('hold').split('shoppers');
  return Array.from({ length: shoppers }, (_, number) => {
    const dice = random.split(number);
    const changes = number % 2;
    // With a change of mind there are two pieces more, less the one that replaces a wish.
    const intent = drawShopperIntent(hikingShop(), dice, { wishes: changes ? [2, 3] : [2, 5], changes, buys: 0 });
    const group = `trip-${String(number + 1).padStart(3, '0')}`;
    const shelf = shelfFor(intent.acceptable, dice.split('shelf'));
    return SETTINGS.map(
      (cell): ShopCase => ({ id: `${group}/${cell}`, group, cell, world: 'shop', task: 'trip', intent, shelf }),
    );
  }).flat();
}

/** Some of the acceptable trips among others, in the table's order. */
function shelfFor(acceptable: readonly number[], random: Random): readonly number[] {
  const key = Array.from({ length: hikingShop().catalog.size }, (_, item) => random.split(item).next());
  const drawn = (items: readonly number[], count: number): number[] =>
    [...items].sort((a, b) => key[a] - key[b]).slice(0, count);
  const serving = drawn(acceptable, SERVING);
  const others = drawn(
    key.flatMap((_, item) => (acceptable.includes(item) ? [] : [item])),
    SHELF - serving.length,
  );
  return [...serving, ...others].sort((a, b) => a - b);
}
