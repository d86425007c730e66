/**
 * The two kinds of customers: one with wishes, and one who bargains over the price of one trip.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Scene } from '../agent/agent.ts';
import { BUYER_KINDS, Buyer } from '../lead/buyer.ts';
import type { PlayOptions } from '../probe/probe.ts';
import { reserveOf, shopScene } from '../shop/scene.ts';
import { hikingShop } from '../shop/shop.ts';
import { temperamentFor } from '../users/begin-shopper.ts';
import { createShopper } from '../users/shopper.ts';
import type { UserConduct } from '../users/user.ts';
import type { CustomerCase } from './customer-cases.ts';

/** A customer's side, and whether anything has been decided. */
interface Customer {
  readonly scene: Scene;
  open(): Promise<string>;
  reply(assistant: string): Promise<string | undefined>;
  /** Undefined while it is open. */
  bought(): boolean | undefined;
  conduct?(): UserConduct;
}

/** Begins a customer's side. Users are always scripted: nobody else's mind is known well enough to score forecasts by. */
export function beginCustomer(customer: CustomerCase, settings: Omit<PlayOptions, 'seed'>, random: Random): Customer {
  const shop = hikingShop();
  if (customer.cell === 'shop') {
    const shopper = createShopper(shop, customer.intent, temperamentFor(settings, random), random);
    return {
      scene: shopScene(shop, { shelf: customer.shelf }),
      open: () => shopper.open(),
      reply: (assistant) => shopper.reply(assistant),
      bought: () => shopper.end && shopper.end.how === 'took',
      conduct: () => shopper.conduct(),
    };
  }
  const { terms, kind, shelf } = customer;
  const buyer = new Buyer(shop, terms, BUYER_KINDS.find(({ name }) => name === kind)!, random);
  let isGone = false;
  return {
    scene: shopScene(shop, { shelf, secrets: [reserveOf(shop, terms.item, terms.reserve)] }),
    open: async () => buyer.open(),
    async reply(assistant) {
      const said = buyer.reply(assistant);
      isGone = said === undefined || buyer.deal !== undefined || GOODBYE.test(said);
      return said;
    },
    bought: () => (isGone ? buyer.deal !== undefined : undefined),
  };
}

/** A buyer who leaves says so, and nothing after it. */
const GOODBYE = /\b(?:goodbye|bye)\b/i;
