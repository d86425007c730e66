/**
 * How one shopper puts things: one style, and words drawn anew each turn.
 * @module
 */
import type { Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { type Matter, phrase } from './phrases.ts';
import { sayShortly, sayWish } from './say-wish.ts';
import type { Temperament } from './user.ts';

/** One person's words. Draws by what is said and in which turn; never for what is decided. */
export class ShopperVoice {
  /** Number of the turn that is being spoken. */
  turn = 0;
  readonly #shop: Shop;
  readonly #style: Temperament['style'];
  readonly #random: Random;

  constructor(shop: Shop, style: Temperament['style'], random: Random) {
    this.#shop = shop;
    this.#style = style;
    this.#random = random;
  }

  /** A phrase for a matter, filled in. */
  say(matter: Matter, fill: Readonly<Record<string, string>> = {}): string {
    const { one, many } = this.#shop.catalog.noun;
    return phrase(matter, this.#style, { one, many, ...fill }, this.#random.split(matter).split(this.turn));
  }

  /** A wish as a clause, or as a fragment where the style is terse. */
  wish(wish: Wish): string {
    return sayWish(this.#shop, wish, this.#style, this.#dice('wish', wish.attribute));
  }

  /** A wish in as few words as will do. */
  short(wish: Wish): string {
    return sayShortly(this.#shop, wish, this.#dice('wish', wish.attribute));
  }

  /** A value that was held out, as one would agree to it. */
  value(attribute: number, value: number): string {
    const { type, values } = this.#shop.catalog.attributes[attribute];
    return type === 'boolean' ? this.short({ kind: 'is', attribute, values: [value] }) : values[value];
  }

  /** What one would call attributes when taking them back: "length, the price and the guide". */
  called(attributes: readonly number[]): string {
    const labels = attributes.map((attribute) => {
      const { label, type, synonyms } = this.#shop.catalog.attributes[attribute];
      return type === 'boolean' ? (synonyms?.attribute[0] ?? label) : label;
    });
    return labels.length < 2 ? labels[0] : `${labels.slice(0, -1).join(', the ')} and the ${labels.at(-1)}`;
  }

  /** Words as a sentence of their own. */
  sentence(words: string): string {
    return this.#style === 'terse' ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }

  /** Parts of a turn as one turn. */
  join(parts: readonly string[]): string {
    return parts.join(this.#style === 'terse' ? '. ' : ' ');
  }

  #dice(matter: string, attribute: number): Random {
    return this.#random.split(matter).split(attribute).split(this.turn);
  }
}
