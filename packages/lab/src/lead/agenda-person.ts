/**
 * Somebody with a wish of their own, to whom the assistant's agenda is beside the point. The wish is pursued by the lab's
 * shopper; what is said to personal questions is decided here.
 *
 * A question of the agenda is declined with a chance that hangs on the kind of person, on how personal it is, and on the
 * moment. Moments are good or bad. Bad: nothing was shown yet; the turn before asked something personal too; something
 * was declined no longer than two turns ago. Asked the very same again within two turns of declining it, everybody
 * declines. Whoever has declined as often as they bear, and is asked once more, leaves. Dice belong to the matter: one
 * person declines one goal at one kind of moment whoever raises it.
 * @module
 */
import type { Random } from '@sente/engine';
import { Disposition } from '../offer/disposition.ts';
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from '../users/hear-assistant.ts';
import { phrase } from '../users/phrases.ts';
import { sayWish } from '../users/say-wish.ts';
import { createShopper, type ShopperTalk } from '../users/shopper.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';
import type { Temperament, UserConduct, UserTalk } from '../users/user.ts';
import { AGENDA_GOALS, type AgendaGoal, attributeOf, raisedIn } from './agenda-goals.ts';

/** How somebody takes personal questions. Chances, 0 … 1. */
export interface AgendaKind {
  readonly name: 'open' | 'guarded' | 'hurried';
  /** Chance of declining the most personal of questions at a bad moment. */
  readonly declinesAtBad: number;
  /** The same at a good one. */
  readonly declinesAtGood: number;
  /** Refusals after which one more question ends it. */
  readonly bears: number;
  /** Whether one more question is answered after the own wish was met. */
  readonly stays: boolean;
}

/** The three kinds. */
export const AGENDA_KINDS: readonly AgendaKind[] = [
  { name: 'open', declinesAtBad: 0.1, declinesAtGood: 0.05, bears: 4, stays: true },
  { name: 'guarded', declinesAtBad: 0.6, declinesAtGood: 0.15, bears: 3, stays: true },
  { name: 'hurried', declinesAtBad: 0.4, declinesAtGood: 0.1, bears: 2, stays: false },
];

/** Turns after a refusal in which asking again is pressing. */
export const PRESSING = 2;

/** What became of one question of the agenda. */
export interface LeadMade {
  readonly goal: string;
  /** The assistant's turn, from 1. */
  readonly turn: number;
  readonly declined: boolean;
}

/** The person's side of the conversation. */
export class AgendaPerson implements UserTalk {
  readonly leads: LeadMade[] = [];
  readonly #shop: Shop;
  readonly #intent: ShopperIntent;
  readonly #kind: AgendaKind;
  readonly #temperament: Temperament;
  readonly #shopper: ShopperTalk;
  readonly #disposition: Disposition;
  readonly #words: Random;
  #turn = 0;
  #refusals = 0;
  #wasShown = false;
  #isGone = false;
  /** Whether the last turn was about the own wish. */
  #asks = true;

  constructor(shop: Shop, intent: ShopperIntent, kind: AgendaKind, temperament: Temperament, random: Random) {
    this.#shop = shop;
    this.#intent = intent;
    this.#kind = kind;
    this.#temperament = temperament;
    this.#shopper = createShopper(shop, intent, temperament, random.split('shopper'));
    this.#disposition = new Disposition(random.split('agenda'));
    this.#words = random.split('agenda words');
  }

  /** Whether the own wish was met. */
  get isServed(): boolean {
    const how = this.#shopper.end?.how;
    return how === 'took' || how === 'looked';
  }

  /** Whether the last turn asked for something that the assistant has to respond to. */
  get asks(): boolean {
    return this.#asks && this.#shopper.end === undefined;
  }

  /** Whether nothing more will be said, whatever the assistant says. */
  get isGone(): boolean {
    return this.#isGone;
  }

  open(): Promise<string> {
    return this.#shopper.open();
  }

  async reply(assistant: string): Promise<string | undefined> {
    if (this.#isGone) return undefined;
    this.#turn++;
    const { raised, rest } = raisedIn(this.#shop, assistant);
    this.#wasShown ||= hearAssistant(this.#shop, rest).items.length > 0;
    if (raised.length > 0 && this.#refusals >= this.#kind.bears) {
      this.#isGone = true;
      for (const { id } of raised) this.leads.push({ goal: id, turn: this.#turn, declined: true });
      return this.#pick(['Please stop asking. Goodbye.', 'That is enough questions for me. Bye.']);
    }
    const answers = raised.map((goal) => this.#answer(goal));
    if (this.#shopper.end) {
      this.#isGone = true;
      return answers.length > 0 ? answers.join(' ') : undefined;
    }
    const own = await this.#shopper.reply(rest);
    this.#asks = own !== undefined;
    if (this.#shopper.end && !(this.isServed && this.#kind.stays)) this.#isGone = true;
    return [...answers, ...(own === undefined ? [] : [own])].join(' ');
  }

  conduct(): UserConduct {
    return this.#shopper.conduct();
  }

  #answer(goal: AgendaGoal): string {
    const { declinesAtBad, declinesAtGood } = this.#kind;
    const lately = this.leads.filter(({ turn }) => turn < this.#turn && this.#turn - turn <= PRESSING);
    const refused = lately.filter(({ declined }) => declined);
    const isBad = !this.#wasShown || refused.length > 0 || lately.some(({ turn }) => this.#turn - turn === 1);
    const isPressed = refused.some((lead) => lead.goal === goal.id);
    const chance = goal.personal * (isBad ? declinesAtBad : declinesAtGood);
    const place = AGENDA_GOALS.indexOf(goal) * 2 + Number(isBad);
    const declined = isPressed || this.#disposition.inclined(chance, 'decline', place);
    this.leads.push({ goal: goal.id, turn: this.#turn, declined });
    const { style } = this.#temperament;
    const dice = this.#words.split(goal.id).split(this.#turn);
    if (declined) {
      this.#refusals++;
      return sentence(phrase(goal.topic ? 'no-answer' : 'decline', style, {}, dice));
    }
    if (goal.topic) return this.#pick(['Yes, send me the packing list.', 'Sure, a packing list would be handy.']);
    const wish = this.#intent.wishes.find(({ attribute }) => attribute === attributeOf(this.#shop, goal));
    return sentence(wish ? sayWish(this.#shop, wish, style, dice) : phrase('indifferent', style, {}, dice));
  }

  #pick(ways: readonly string[]): string {
    return this.#words.split('own').split(this.#turn).pick(ways);
  }
}

function sentence(words: string): string {
  const capital = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
