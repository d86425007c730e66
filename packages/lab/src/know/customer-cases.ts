/**
 * Customers of whom it is to be foreseen whether they will buy.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { type BargainTerms, BUYER_KINDS, type BuyerKind } from '../lead/buyer.ts';
import { drawTerms } from '../lead/draw-bargain.ts';
import type { ProbeCase } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { drawShopperIntent } from '../users/draw-intent.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';

interface AnyCustomer extends ProbeCase {
  readonly world: 'shop';
  /** Trips that language models are shown. */
  readonly shelf: readonly number[];
}

/** Somebody with wishes. */
interface ShopperCase extends AnyCustomer {
  readonly cell: 'shop';
  readonly intent: ShopperIntent;
}

/** Somebody who wants one trip for less. */
interface BargainerCase extends AnyCustomer {
  readonly cell: 'bargain';
  readonly terms: BargainTerms;
  readonly kind: BuyerKind['name'];
}

export type CustomerCase = ShopperCase | BargainerCase;

/** Every fourth customer bargains. */
const BARGAINS = 4;
/** Share of shoppers whom nothing serves, though something keeps all wishes but one. */
const FAILS = 0.3;
/** Chance that one who is shown what they want takes it; otherwise they look at it and leave. */
const BUYS = 0.85;
const SHELF = 40;

/** Customers in turn; the same for the same stream. */
export function drawCustomers(count: number, random: Random): readonly CustomerCase[] {
  return Array.from({ length: count }, (_, i) => {
    const dice = random.split(i);
    const number = Math.floor(i / BARGAINS);
    return i % BARGAINS === BARGAINS - 1 ? drawBargainer(number, dice) : drawShopper(i + 1 - number, dice);
  });
}

function drawShopper(number: number, random: Random): ShopperCase {
  const fails = random.split('fails').next() < FAILS;
  const changes = random.split('changes').integer(2);
  const intent = drawShopperIntent(hikingShop(), random.split('intent'), {
    wishes: [2, 4],
    changes,
    fails,
    buys: BUYS,
  });
  const shelf = shelfWith(intent.acceptable.slice(0, 4), random.split('shelf'));
  return { id: `shopper-${number}`, cell: 'shop', world: 'shop', intent, shelf };
}

function drawBargainer(number: number, random: Random): BargainerCase {
  const terms = drawTerms(hikingShop(), number, random.split('terms'));
  const kind = random.split('kind').pick(BUYER_KINDS).name;
  return {
    id: `bargainer-${number + 1}`,
    cell: 'bargain',
    world: 'shop',
    terms,
    kind,
    shelf: shelfWith([terms.item], random.split('shelf')),
  };
}

function shelfWith(items: readonly number[], random: Random): number[] {
  const shelf = new Set(items);
  while (shelf.size < SHELF) shelf.add(random.integer(hikingShop().catalog.size));
  return [...shelf].sort((a, b) => a - b);
}

/** The stream of a seed's customers; those on whom the rules' rates are measured have one of their own. */
export function customersOf(seed: number, whose: 'measured' | 'others'): Random {
  return createRandom(`know/${seed}/${whose}`);
}
