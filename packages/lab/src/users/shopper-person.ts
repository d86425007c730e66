/**
 * What makes up one shopper: everything that the parts of a turn are decided from.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import { Disposition } from '../offer/disposition.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { ShopperMind } from './shopper-mind.ts';
import { ShopperVoice } from './shopper-voice.ts';
import type { Temperament } from './user.ts';

/** One person in one conversation. */
export interface ShopperPerson {
  readonly shop: Shop;
  readonly intent: ShopperIntent;
  readonly temperament: Temperament;
  /** Chance of setting right a suggested value that breaks a wish. */
  readonly corrects: number;
  readonly mind: ShopperMind;
  readonly voice: ShopperVoice;
  /** Settled leanings: dice that belong to what is decided. */
  readonly disposition: Disposition;
  /** For what is said by mistake. */
  readonly mistakes: Random;
  /** Attributes that a question has been answered about. */
  readonly answered: Set<number>;
  /** Attributes about which something wrong was said. */
  readonly noisy: Set<number>;
  /** Attributes on which a held-out value was taken, where nothing was wished. */
  readonly taken: Set<number>;
}

/** Makes the person. */
export function makePerson(
  shop: Shop,
  intent: ShopperIntent,
  temperament: Temperament,
  random: Random,
  corrects: number,
): ShopperPerson {
  return {
    shop,
    intent,
    temperament,
    corrects,
    mind: new ShopperMind(shop.catalog, intent),
    voice: new ShopperVoice(shop, temperament.style, random.split('words')),
    disposition: new Disposition(random.split('person')),
    mistakes: random.split('mistakes'),
    answered: new Set(),
    noisy: new Set(),
    taken: new Set(),
  };
}

/** A wish as a clause; from now on it is out. */
export function utter({ mind, voice }: ShopperPerson, wish: Wish): { readonly wish: string } {
  mind.say(wish.attribute);
  return { wish: voice.wish(wish) };
}

/** A wish in few words; from now on it is out. */
export function utterShortly({ mind, voice }: ShopperPerson, wish: Wish): { readonly wish: string } {
  mind.say(wish.attribute);
  return { wish: voice.short(wish) };
}

/** Whether items with this value can keep a wish about the attribute: all of them, as far as the value tells. */
export function isInKeeping({ shop }: ShopperPerson, wish: Wish, value: number): boolean {
  if (wish.kind === 'is') return wish.values.includes(value);
  if (wish.kind === 'not') return !wish.values.includes(value);
  const { edges = [], role } = shop.catalog.attributes[wish.attribute];
  const [from, to] = [value > 0 ? edges[value - 1] : 0, edges[value] ?? Number.POSITIVE_INFINITY];
  if (role === 'price') return wish.high !== undefined && from < wish.high;
  // Of whole numbers the range ends one below its edge.
  const last = edges[0] < 100 && Number.isFinite(to) ? to - 1 : to;
  return from >= (wish.low ?? Number.NEGATIVE_INFINITY) && last <= (wish.high ?? Number.POSITIVE_INFINITY);
}
