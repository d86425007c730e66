/**
 * The embedded cases: shoppers of the hiking shop, each with an intent and a manner of their own.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import type { ProbeCase } from '../probe/probe.ts';
import type { Shop } from '../shop/shop.ts';
import { drawShopperIntent } from '../users/draw-intent.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';

/** Shoppers unless the person says otherwise. */
const SHOPPERS = 50;

/** One shopper. */
export interface ForeseeCase extends ProbeCase {
  readonly world: 'shop';
  readonly intent: ShopperIntent;
}

/** Draws shoppers: a sixth of them want what no item is, a third change their mind once. */
export function drawShoppers(shop: Shop, seed: number, count: number = SHOPPERS): readonly ForeseeCase[] {
  const random = createRandom(seed).split('foresee cases');
  return Array.from({ length: count }, (_, k) => {
    const id = `shopper ${String(k + 1).padStart(3, '0')}`;
    return { id, group: id, world: 'shop', intent: drawIntent(shop, random.split(k)) };
  });
}

/** An intent as cases have them, and as the others have whose replies stand beside the true one. */
export function drawIntent(shop: Shop, random: Random): ShopperIntent {
  const changes = random.split('changes').next() < 1 / 3 ? 1 : 0;
  const fails = random.split('fails').next() < 1 / 6;
  return drawShopperIntent(shop, random.split('intent'), { wishes: [2, 5], changes, fails, buys: 0.8 });
}
