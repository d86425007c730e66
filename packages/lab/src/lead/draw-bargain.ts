/**
 * Draws the terms of a negotiation.
 *
 * The reserve is 60 to 85% of the list price. Of five buyers one could pay the list price or more, one cannot pay the
 * reserve, and three have a limit in between. First offers are 55 to 80% of the limit.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { type BargainTerms, STEP } from './buyer.ts';

/** Below this the steps of an offer are too coarse to bargain in. */
const LEAST_PRICE = 150;

/** Terms of negotiation number `number`; the same stream gives the same ones. */
export function drawTerms(shop: Shop, number: number, random: Random): BargainTerms {
  const { catalog } = shop;
  const price = catalog.attributes.findIndex(({ role }) => role === 'price');
  const prices = catalog.columns[price].numbers ?? new Float64Array(0);
  const items = Array.from(prices.keys()).filter((item) => prices[item] >= LEAST_PRICE);
  const item = random.split('item').pick(items);
  const list = prices[item];
  const between = (label: string, low: number, high: number): number => low + (high - low) * random.split(label).next();
  const reserve = rounded(between('reserve', 0.6, 0.85) * list);
  const zone = number % 5;
  const limit =
    zone === 0
      ? rounded(between('limit', 1, 1.1) * list)
      : zone === 1
        ? rounded(between('limit', 0.75, 0.97) * reserve)
        : Math.min(list - STEP, Math.max(reserve, rounded(between('limit', reserve, list))));
  const opening = Math.min(list - STEP, rounded(between('opening', 0.55, 0.8) * limit));
  return { item, list, reserve, limit, opening };
}

const rounded = (amount: number): number => Math.round(amount / STEP) * STEP;
