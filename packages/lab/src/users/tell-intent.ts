/**
 * A shopper's intent as text, for a person or a model who is to play it.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { Shop } from '../shop/shop.ts';
import { fragmentsOf } from './say-wish.ts';
import type { ShopperIntent } from './shopper-intent.ts';

/** One line a matter. Names no item: which ones would do is for the player to judge by what the assistant says of them. */
export function tellIntent(shop: Shop, intent: ShopperIntent): string {
  const { noun } = shop.catalog;
  const changes = intent.changes ?? [];
  const replaced = new Set(changes.flatMap(({ then }) => then?.attribute ?? []));
  const wish = (one: Wish): string => `${shop.catalog.attributes[one.attribute].label}: ${fragmentsOf(shop, one)[0]}`;
  const lines = [
    `You are looking for a ${noun.one}. What you want:`,
    ...intent.wishes.filter(({ attribute }) => !replaced.has(attribute)).map((one) => `- ${wish(one)}`),
    ...changes.map(
      ({ said, then, after }) =>
        `- at first: ${wish(said)}. After you have told ${after} of the other wishes you change your mind: ${then ? `now ${wish(then)}` : 'that does not matter any more'}`,
    ),
    'You do not mind anything else.',
    ...(intent.limit === undefined ? [] : [`You pay at most ${intent.limit}; you never tell this number.`]),
    ...Object.entries(intent.about ?? {}).map(([id, answer]) => `If asked (${id}): ${answer}`),
    intent.buys
      ? `If a ${noun.one} with all of this is shown, you take it, by its name.`
      : `If a ${noun.one} with all of this is shown, you say that you like it, and that you will think it over.`,
  ];
  return lines.join('\n');
}
