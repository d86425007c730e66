/**
 * Draws what somebody comes with: two or three wishes of their own, and a budget and a month that they would tell if
 * they were asked, or when an item breaks them. Some item keeps all of it.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { acceptableTo, codesOf, drawShopperIntent } from '../users/draw-intent.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';
import { AGENDA_GOALS, attributeOf } from './agenda-goals.ts';

/** An intent, and the item that it was drawn around. */
export interface AgendaIntent {
  readonly intent: ShopperIntent;
  readonly target: number;
}

/** Budgets are told in steps of so much. */
const STEP = 50;

/** Draws it; the same stream gives the same one. */
export function drawAgendaIntent(shop: Shop, random: Random): AgendaIntent {
  const { catalog } = shop;
  const [price, month] = AGENDA_GOALS.slice(0, 2).map((goal) => attributeOf(shop, goal)!);
  for (let attempt = 0; ; attempt++) {
    const dice = random.split(attempt);
    const own = drawShopperIntent(shop, dice.split('own'), { wishes: [2, 3] });
    if (own.wishes.some(({ attribute }) => attribute === price || attribute === month)) continue;
    const target = dice.split('target').pick(own.acceptable);
    const months = codesOf(catalog, target, month);
    const amount = catalog.columns[price].numbers?.[target] ?? Number.NaN;
    if (months.length === 0 || Number.isNaN(amount)) continue;
    const slack = STEP * dice.split('slack').integer(5);
    const told: readonly Wish[] = [
      { kind: 'range', attribute: price, high: Math.ceil(amount / STEP) * STEP + slack },
      { kind: 'is', attribute: month, values: [dice.split('month').pick(months)] },
    ];
    const wishes = [...own.wishes, ...told];
    return { intent: { wishes, acceptable: acceptableTo(catalog, wishes), buys: own.buys }, target };
  }
}
