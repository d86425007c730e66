/**
 * Somebody who wants one item and bargains over its price. Strangers to every planner: concessions follow an aspiration
 * that rises from the first offer to the limit, in time with the rounds (time-dependent tactics: Faratin, Sierra &
 * Jennings 1998, "Negotiation decision functions for autonomous agents"), and what the seller does moves some more than others.
 *
 * A turn: a price no higher than the aspiration is taken; so is, by somebody who can be influenced, one within the limit
 * that the seller has just come down to. Out of patience, or faced twice with a price that does not move, the buyer takes
 * it or leaves. Otherwise: another offer, and now and then a question after the lowest price.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from '../users/hear-assistant.ts';
import { sentencesIn } from '../users/sentences.ts';

/** What a buyer is like. Chances, 0 … 1. */
export interface BuyerKind {
  readonly name: 'influenceable' | 'stubborn';
  /** Rounds in which the aspiration reaches the limit. */
  readonly rounds: number;
  /** How it rises: (round / rounds) to this power. Above 1 it stays low for long. */
  readonly shape: number;
  /** Chance of taking a price within the limit when the seller has just come down to it. */
  readonly moved: number;
  /** Chance of leaving when the price stands still, each time from the second on. */
  readonly walks: number;
  /** Chance of asking for the lowest price, in each round. */
  readonly fishes: number;
}

/** Both kinds. */
export const BUYER_KINDS: readonly BuyerKind[] = [
  { name: 'influenceable', rounds: 4, shape: 0.8, moved: 0.5, walks: 0.2, fishes: 0.15 },
  { name: 'stubborn', rounds: 7, shape: 1.6, moved: 0.1, walks: 0.4, fishes: 0.3 },
];

/** The terms of one negotiation, in the table's currency. */
export interface BargainTerms {
  readonly item: number;
  readonly list: number;
  /** The seller's lowest price; the buyer does not know it. */
  readonly reserve: number;
  /** The buyer's highest price; the seller does not know it. */
  readonly limit: number;
  /** The buyer's first offer. */
  readonly opening: number;
}

/** Offers are rounded to so much. */
export const STEP = 5;

/** That an offer will not do. */
const REFUSES =
  /\b(?:cannot|can't|could ?n[o']t|will not|won't|not (?:do|go|let|take|possible|enough)|too (?:low|little)|afraid)\b/i;

/** The buyer's side. */
export class Buyer {
  /** The price agreed on, once it is. */
  deal: number | undefined;
  readonly #shop: Shop;
  readonly #terms: BargainTerms;
  readonly #kind: BuyerKind;
  readonly #random: Random;
  #offer: number;
  #asked: number;
  #round = 0;
  #still = 0;
  #isGone = false;

  constructor(shop: Shop, terms: BargainTerms, kind: BuyerKind, random: Random) {
    this.#shop = shop;
    this.#terms = terms;
    this.#kind = kind;
    this.#random = random;
    this.#offer = terms.opening;
    this.#asked = terms.list;
  }

  /** Whether nothing more will be said. */
  get isGone(): boolean {
    return this.#isGone;
  }

  open(): string {
    const name = this.#shop.names[this.#terms.item];
    const offer = `€${this.#offer}`;
    return this.#random
      .split('open')
      .pick([
        `Hello. I'm interested in ${name}. Would you let me have it for ${offer}?`,
        `Hi, about ${name}: could you do ${offer}?`,
        `I'd like ${name}, but it is a bit expensive. I can offer ${offer}.`,
      ]);
  }

  /** The turn after the seller's; undefined: nothing more is said. */
  reply(seller: string): string | undefined {
    if (this.#isGone) return undefined;
    this.#round++;
    const price = this.#hear(seller);
    if (price !== undefined && price <= this.#offer) return this.#close(price);
    const { limit } = this.#terms;
    const { moved, walks, rounds, fishes } = this.#kind;
    const ask = price ?? this.#asked;
    const cameDown = ask < this.#asked;
    this.#still = cameDown ? 0 : this.#still + 1;
    this.#asked = ask;
    const dice = this.#random.split('round').split(this.#round);
    const aspiration = this.#aspiration();
    if (ask <= aspiration) return this.#close(ask);
    if (ask <= limit && cameDown && dice.split('moved').next() < moved) return this.#close(ask);
    const isSpent = this.#round >= rounds + 1 || (this.#still >= 2 && dice.split('walks').next() < walks);
    if (isSpent) return ask <= limit ? this.#close(ask) : this.#leave(dice);
    this.#offer = Math.max(this.#offer, Math.min(Math.floor(aspiration / STEP) * STEP, ask - STEP));
    return this.#bid(dice, dice.split('fishes').next() < fishes);
  }

  /**
   * The price that the seller's words stand for: of several, the last. An agreement is to the buyer's offer, unless it
   * names another price; to say that the offer will not do is to name no price.
   */
  #hear(seller: string): number | undefined {
    const { agrees } = hearAssistant(this.#shop, seller);
    const named = sentencesIn(seller).flatMap(({ text }) => {
      const own = hearAssistant(this.#shop, text).prices.filter(
        ({ item = this.#terms.item }) => item === this.#terms.item,
      );
      return own.map(({ amount }) => amount).filter((amount) => amount !== this.#offer || !REFUSES.test(text));
    });
    if (named.length === 0) return agrees ? this.#offer : undefined;
    return agrees && named.includes(this.#offer) ? this.#offer : named.at(-1);
  }

  #aspiration(): number {
    const { opening, limit } = this.#terms;
    const { rounds, shape } = this.#kind;
    return opening + (limit - opening) * Math.min(1, this.#round / rounds) ** shape;
  }

  #close(price: number): string {
    this.deal = price;
    this.#isGone = true;
    return this.#random
      .split('close')
      .pick([`Deal, €${price}.`, `All right, I'll take it for €${price}.`, `€${price} it is. I'll take it.`]);
  }

  #leave(dice: Random): string {
    this.#isGone = true;
    return dice.pick(['That is too much for me. Goodbye.', "Then I'll leave it. Bye."]);
  }

  #bid(dice: Random, fishes: boolean): string {
    const offer = `€${this.#offer}`;
    const ways = fishes
      ? [`What is the lowest you would go? I can offer ${offer}.`, `${offer}. What is your best price?`]
      : [`I could go to ${offer}.`, `How about ${offer}?`, `Too much. ${offer}?`, `Would you take ${offer}?`];
    return dice.split('words').pick(ways);
  }
}
