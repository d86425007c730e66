/**
 * The lab's shopper: has wishes, tells them in words, hears the assistant's words, and takes what keeps them all.
 *
 * A turn, in this order:
 * 1. Something shown that keeps every wish is taken, or looked at with thanks by one who only looks; that ends it.
 * 2. Told that nothing fits, a shopper whom nothing could serve leaves; another one takes back what was only agreed to,
 *    or says again what is wanted.
 * 3. Something shown that breaks a wish is turned down, and with chance `explains` the first wish that it breaks is said.
 * 4. Questions are answered, three at most: the wish; yes or no; "I don't mind" without a wish; "I don't know" with chance
 *    `unknown`; something wrong with chance `noise`. Questions about oneself are declined with chance `guarded`.
 * 5. A value that was held out is agreed to where it keeps a wish, or, with chance `influenceable`, where there is none;
 *    where it breaks a wish that is said, with chance `explains`. What is agreed to never counts as a wish.
 * 6. A change of mind that is due (see `ShopperMind`) comes out. Otherwise, with chance `volunteers`, a wish that nobody asked for.
 * After `patience` turns that brought nothing (no new question, nothing wanted shown) each further one ends it with chance 0.3.
 *
 * Dice belong to what is decided, not to when: whether this person knows about an attribute, or takes a suggestion about
 * it, is the same whoever asks. So all agents meet the same person.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Wish } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { measureConduct } from './conduct.ts';
import { type HeardAssistant, hearAssistant } from './hear-assistant.ts';
import { answer, answerOther } from './shopper-answers.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { MOST_ANSWERS } from './shopper-mind.ts';
import { makePerson, type ShopperPerson, utter } from './shopper-person.ts';
import { hearSuggestions, makeRoom, sayWhy, turnDown } from './shopper-reactions.ts';
import type { Temperament, UserConduct, UserKind, UserTalk } from './user.ts';

/** How a shopper's conversation ended. */
export interface ShopperEnd {
  /** `took` and `looked`: served; `hopeless`: nothing could have served, and that was said; `left`: out of patience. */
  readonly how: 'took' | 'looked' | 'hopeless' | 'left';
  /** What was taken or looked at. */
  readonly item?: number;
}

/** A shopper's side of a conversation. */
export interface ShopperTalk extends UserTalk {
  /** How it ended; undefined while it goes on. */
  readonly end: ShopperEnd | undefined;
  /** Wishes as of now that have been said. */
  readonly said: readonly Wish[];
  /** Attributes about which something wrong was said, by noise. */
  readonly noisy: readonly number[];
}

/** What else may be set. */
export interface ShopperOptions {
  /** The shopper's first turn, where it was spoken for it: its words, and the attributes whose wishes are in it. */
  readonly opening?: { readonly text: string; readonly attributes: readonly number[] };
  /** Chance of setting right a suggested value that breaks a wish; `explains` of the temperament unless given. */
  readonly corrects?: number;
}

/** Chance of leaving, for each turn that brings nothing after patience is spent. */
const LEAVES = 0.3;

/** The kind of user that shops: a stranger to every planner. */
export function shopperKind(shop: Shop): ShopperKind {
  return {
    name: 'shopper',
    begin: (intent, temperament, random) => createShopper(shop, intent, temperament, random),
  };
}

/** A kind of user that shops. */
export interface ShopperKind extends UserKind<ShopperIntent> {
  begin(intent: ShopperIntent, temperament: Temperament, random: Random, model?: LanguageModelV4): ShopperTalk;
}

/** One shopper, in one conversation. */
export function createShopper(
  shop: Shop,
  intent: ShopperIntent,
  temperament: Temperament,
  random: Random,
  options: ShopperOptions = {},
): ShopperTalk {
  const { opening, corrects = temperament.explains } = options;
  return new Shopper(makePerson(shop, intent, temperament, random, corrects), opening);
}

class Shopper implements ShopperTalk {
  readonly #person: ShopperPerson;
  readonly #turns: { speaker: 'user' | 'assistant'; text: string }[] = [];
  readonly #explained = new Map<number, number>();
  #turnedDown: number | undefined;
  #fruitless = 0;
  end: ShopperEnd | undefined;

  constructor(person: ShopperPerson, opening: ShopperOptions['opening']) {
    this.#person = person;
    if (!opening) return;
    for (const attribute of opening.attributes) person.mind.say(attribute);
    this.#speak([opening.text]);
  }

  get said(): readonly Wish[] {
    return this.#person.mind.out;
  }

  get noisy(): readonly number[] {
    return [...this.#person.noisy];
  }

  async open(): Promise<string> {
    const { mind, voice, disposition, temperament } = this.#person;
    const first = mind.next;
    const parts = [first ? voice.say('open', utter(this.#person, first)) : voice.say('ask-open')];
    const second = first && mind.next;
    if (second && disposition.inclined(temperament.volunteers, 'volunteer')) {
      parts.push(voice.say('also', utter(this.#person, second)));
    }
    return this.#speak(parts);
  }

  async reply(assistant: string): Promise<string | undefined> {
    this.#turns.push({ speaker: 'assistant', text: assistant });
    if (this.end) return undefined;
    const { shop, mind, voice } = this.#person;
    voice.turn++;
    const heard = hearAssistant(shop, assistant);
    const change = mind.change();
    const wanted = heard.items.find((item) => mind.wants(item));
    if (wanted !== undefined) return this.#serve(wanted);
    if (this.#isSpent(heard)) return this.#leave('left', 'leave');
    const isHopeless = !mind.canBeServed && mind.changes.length === 0 && !mind.isPossible;
    if (heard.nothingFits && isHopeless) return this.#leave('hopeless', 'hopeless');
    const parts = this.#react(heard, change?.said.attribute);
    if (change?.then) parts.push(voice.say('replace', utter(this.#person, change.then)));
    else if (change) parts.push(voice.say('withdraw', { label: voice.called([change.said.attribute]) }));
    else if (!heard.nothingFits) parts.push(...this.#volunteer(heard));
    if (heard.nothingFits) parts.push(...makeRoom(this.#person, heard.givingWay, parts.length > 0));
    return this.#speak(parts.length > 0 ? parts : [voice.say('prompt')]);
  }

  conduct(): UserConduct {
    const { shop, intent, temperament } = this.#person;
    return measureConduct({
      shop,
      intent,
      temperament,
      turns: this.#turns,
      left: this.end !== undefined,
      noisy: this.noisy,
    });
  }

  #serve(item: number): string {
    const { intent, shop, voice } = this.#person;
    this.end = { how: intent.buys ? 'took' : 'looked', item };
    return this.#speak([voice.say(intent.buys ? 'accept' : 'look', { name: shop.names[item] })]);
  }

  #leave(how: 'hopeless' | 'left', matter: 'hopeless' | 'leave'): string {
    this.end = { how };
    return this.#speak([this.#person.voice.say(matter)]);
  }

  /** Whether patience is at its end. A turn brings something when it asks about something new. */
  #isSpent({ questions, isOpen }: HeardAssistant): boolean {
    const { answered, temperament, disposition } = this.#person;
    const isNew = questions.some(({ attribute }) => !answered.has(attribute)) || isOpen;
    this.#fruitless += isNew ? 0 : 1;
    const over = this.#fruitless - temperament.patience;
    return over > 0 && disposition.inclined(LEAVES, 'leave', over);
  }

  /** What is said to what was shown, asked and held out; nothing about what a mind is being changed about. */
  #react(heard: HeardAssistant, changing: number | undefined): string[] {
    const parts: string[] = [];
    if (heard.items.length > 0) {
      [this.#turnedDown] = heard.items;
      parts.push(...turnDown(this.#person, heard.items, this.#explained, changing));
    } else if (heard.asksWhy) parts.push(...sayWhy(this.#person, this.#turnedDown));
    for (const question of heard.questions.slice(0, MOST_ANSWERS)) {
      if (question.attribute !== changing) parts.push(answer(this.#person, question));
    }
    const [other] = heard.questions.length === 0 && !heard.nothingFits ? heard.others : [];
    if (other !== undefined) parts.push(answerOther(this.#person, other));
    parts.push(...hearSuggestions(this.#person, heard));
    return parts;
  }

  #volunteer({ isOpen, questions }: HeardAssistant): string[] {
    const { mind, voice, disposition, temperament } = this.#person;
    const { next } = mind;
    if (!next) return isOpen ? [voice.say('that-is-all')] : [];
    if (isOpen && questions.length === 0) return [voice.sentence(utter(this.#person, next).wish)];
    if (!disposition.inclined(temperament.volunteers, 'volunteer', voice.turn)) return [];
    return [voice.say('also', utter(this.#person, next))];
  }

  #speak(parts: readonly string[]): string {
    const text = this.#person.voice.join(parts);
    this.#turns.push({ speaker: 'user', text });
    return text;
  }
}
