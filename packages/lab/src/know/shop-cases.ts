/**
 * Shoppers of whom it is to be foreseen whether they will buy.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import type { ProbeCase } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { drawShopperIntent } from '../users/draw-intent.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';

/** What the rules say, measured on other shoppers. */
export interface ShopRates {
  /** Share that buys. */
  readonly base: number;
  /** Share that buys of those who are still there after 1, 2, … turns of the assistant. */
  readonly byTurn: readonly number[];
}

/** One shopper. */
export interface ShopCase extends ProbeCase {
  readonly cell: 'shop';
  readonly world: 'shop';
  readonly intent: ShopperIntent;
  /** Trips that language models are shown. */
  readonly shelf: readonly number[];
  readonly rules: ShopRates;
}

/** Share of shoppers whom nothing serves, though something keeps all wishes but one. */
const FAILS = 0.3;
/** Chance that one who is shown what they want takes it; otherwise they look at it and leave. */
const BUYS = 0.85;
const SHELF = 40;

/** Shoppers without the rules' rates; the same for the same stream. */
export function drawShoppers(count: number, random: Random): Omit<ShopCase, 'rules'>[] {
  const shop = hikingShop();
  return Array.from({ length: count }, (_, i) => {
    const dice = random.split(i);
    const fails = dice.split('fails').next() < FAILS;
    const changes = dice.split('changes').integer(2);
    const intent = drawShopperIntent(shop, dice.split('intent'), { wishes: [2, 4], changes, fails, buys: BUYS });
    return {
      id: `shopper-${i + 1}`,
      cell: 'shop',
      world: 'shop',
      intent,
      shelf: shelfFor(intent, dice.split('shelf')),
    };
  });
}

/** Up to four trips that serve, and others. */
function shelfFor({ acceptable }: ShopperIntent, random: Random): number[] {
  const shelf = new Set(acceptable.slice(0, 4));
  while (shelf.size < SHELF) shelf.add(random.integer(hikingShop().catalog.size));
  return [...shelf].sort((a, b) => a - b);
}

/** The stream of a seed's shoppers; that of the shoppers on whom the rules' rates are measured has another name. */
export function shoppersOf(seed: number, whose: 'measured' | 'other'): Random {
  return createRandom(`know/shop/${seed}/${whose}`);
}
