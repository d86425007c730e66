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
import { Disposition } from '../offer/disposition.ts';
import type { Shop } from '../shop/shop.ts';
import { measureConduct } from './conduct.ts';
import { type AskedAbout, type HeardAssistant, hearAssistant } from './hear-assistant.ts';
import { type Matter, phrase } from './phrases.ts';
import { sayShortly, sayWish } from './say-wish.ts';
import type { ShopperIntent } from './shopper-intent.ts';
import { MOST_ANSWERS, ShopperMind } from './shopper-mind.ts';
import type { Temperament, UserConduct, UserKind, UserTalk } from './user.ts';
import { wrongWish } from './wrong-wish.ts';

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
  return new Shopper(shop, intent, temperament, random, options);
}

class Shopper implements ShopperTalk {
  readonly #shop: Shop;
  readonly #intent: ShopperIntent;
  readonly #temperament: Temperament;
  readonly #mind: ShopperMind;
  readonly #disposition: Disposition;
  readonly #words: Random;
  readonly #corrects: number;
  readonly #turns: { speaker: 'user' | 'assistant'; text: string }[] = [];
  readonly #answered = new Set<number>();
  readonly #noisy = new Set<number>();
  readonly #taken = new Set<number>();
  readonly #explained = new Map<number, number>();
  /** The attribute that a mind is being changed about in this turn. */
  #changing: number | undefined;
  #turnedDown: number | undefined;
  #fruitless = 0;
  #turn = 0;
  #left = false;
  end: ShopperEnd | undefined;

  constructor(
    shop: Shop,
    intent: ShopperIntent,
    temperament: Temperament,
    random: Random,
    { opening, corrects = temperament.explains }: ShopperOptions,
  ) {
    this.#corrects = corrects;
    this.#shop = shop;
    this.#intent = intent;
    this.#temperament = temperament;
    this.#mind = new ShopperMind(shop.catalog, intent);
    this.#disposition = new Disposition(random.split('person'));
    this.#words = random.split('words');
    if (!opening) return;
    for (const attribute of opening.attributes) this.#mind.say(attribute);
    this.#speak([opening.text]);
  }

  get said(): readonly Wish[] {
    return this.#mind.out;
  }

  get noisy(): readonly number[] {
    return [...this.#noisy];
  }

  async open(): Promise<string> {
    const first = this.#mind.next;
    const parts = [first ? this.#say('open', this.#utter(first)) : this.#say('ask-open')];
    const second = first && this.#mind.next;
    if (second && this.#disposition.inclined(this.#temperament.volunteers, 'volunteer')) {
      parts.push(this.#say('also', this.#utter(second)));
    }
    return this.#speak(parts);
  }

  async reply(assistant: string): Promise<string | undefined> {
    this.#turns.push({ speaker: 'assistant', text: assistant });
    if (this.end) {
      this.#left = true;
      return undefined;
    }
    this.#turn++;
    const heard = hearAssistant(this.#shop, assistant);
    const change = this.#changeMind();
    const wanted = heard.items.find((item) => this.#mind.wants(item));
    if (wanted !== undefined) return this.#serve(wanted);
    if (this.#isSpent(heard)) {
      this.end = { how: 'left' };
      return this.#speak([this.#say('leave')]);
    }
    const parts: string[] = [];
    if (heard.nothingFits && !this.#mind.canBeServed && this.#mind.changes.length === 0 && !this.#mind.isPossible) {
      this.end = { how: 'hopeless' };
      return this.#speak([this.#say('hopeless')]);
    }
    if (heard.items.length > 0) parts.push(...this.#turnDown(heard.items));
    else if (heard.asksWhy) parts.push(...this.#sayWhy());
    for (const question of heard.questions.slice(0, MOST_ANSWERS)) {
      if (question.attribute !== this.#changing) parts.push(this.#answer(question));
    }
    if (heard.questions.length === 0 && !heard.nothingFits)
      for (const other of heard.others.slice(0, 1)) parts.push(this.#tell(other));
    parts.push(...this.#hearSuggestions(heard));
    if (change) parts.push(change);
    else if (!heard.nothingFits) parts.push(...this.#volunteer(heard));
    if (heard.nothingFits) parts.push(...this.#makeRoom(heard.givingWay, parts.length > 0));
    return this.#speak(parts.length > 0 ? parts : [this.#say('prompt')]);
  }

  conduct(): UserConduct {
    return measureConduct({
      shop: this.#shop,
      intent: this.#intent,
      temperament: this.#temperament,
      turns: this.#turns,
      left: this.end !== undefined || this.#left,
      noisy: this.noisy,
    });
  }

  #serve(item: number): string {
    const how = this.#intent.buys ? 'took' : 'looked';
    this.end = { how, item };
    return this.#speak([this.#say(how === 'took' ? 'accept' : 'look', { name: this.#shop.names[item] })]);
  }

  /** Whether patience is at its end. A turn brings something when it asks about something new. */
  #isSpent(heard: HeardAssistant): boolean {
    const isNew = heard.questions.some(({ attribute }) => !this.#answered.has(attribute)) || heard.isOpen;
    this.#fruitless += isNew ? 0 : 1;
    const over = this.#fruitless - this.#temperament.patience;
    return over > 0 && this.#disposition.inclined(LEAVES, 'leave', over);
  }

  #turnDown(items: readonly number[]): string[] {
    this.#turnedDown = items[0];
    const parts = [this.#say(items.length === 1 ? 'reject-one' : 'reject')];
    const broken = this.#mind.brokenBy(items[0]).filter(({ attribute }) => attribute !== this.#changing);
    // The person's own order of importance: what is not out yet first, for it is news.
    const worst = broken.find(({ attribute }) => !this.#mind.isOut(attribute)) ?? broken[0];
    if (
      worst &&
      this.#disposition.inclined(
        this.#temperament.explains,
        'explain',
        worst.attribute * 64 + this.#times(worst.attribute),
      )
    ) {
      const again = this.#mind.isOut(worst.attribute);
      parts.push(this.#say(again ? 'again' : 'explain', this.#utter(worst)));
    }
    return parts;
  }

  /** Asked what was wrong, everybody tells. */
  #sayWhy(): string[] {
    const [worst] = this.#turnedDown === undefined ? [] : this.#mind.brokenBy(this.#turnedDown);
    return worst ? [this.#say('explain', this.#utter(worst))] : [];
  }

  /** How often it came to explaining this. */
  #times(attribute: number): number {
    const times = (this.#explained.get(attribute) ?? 0) + 1;
    this.#explained.set(attribute, times);
    return times;
  }

  #answer({ attribute, value }: AskedAbout): string {
    const again = this.#answered.has(attribute);
    this.#answered.add(attribute);
    const { label, key, synonyms } = this.#shop.catalog.attributes[attribute];
    const about = this.#about([label, key.replaceAll('_', ' '), ...(synonyms?.attribute ?? [])].join(' '));
    const wish = this.#mind.about(attribute);
    if (!wish && about !== undefined) return this.#confide(about, attribute);
    if (this.#disposition.inclined(this.#temperament.unknown, 'unknown', attribute)) return this.#say('unknown');
    if (this.#disposition.inclined(this.#temperament.noise, 'noise', attribute)) {
      const wrong = wrongWish(this.#shop.catalog, attribute, wish, this.#words.split('wrong').split(attribute));
      if (wrong) {
        this.#noisy.add(attribute);
        return this.#sentence(sayShortly(this.#shop, wrong, this.#words.split('wrong words').split(attribute)));
      }
    }
    if (!wish) return this.#say('indifferent');
    const isYesNo = this.#shop.catalog.attributes[attribute].type === 'boolean' || value !== undefined;
    if (isYesNo && value !== undefined) return this.#answerYesNo(wish, attribute, value);
    const words = this.#utter(wish, true);
    return again ? this.#say('again', words) : this.#sentence(words.wish);
  }

  #answerYesNo(wish: Wish, attribute: number, value: number): string {
    const isBoolean = this.#shop.catalog.attributes[attribute].type === 'boolean';
    if (this.#keeps(wish, attribute, value)) {
      this.#mind.say(attribute);
      return this.#say('yes');
    }
    if (isBoolean) {
      this.#mind.say(attribute);
      return this.#say('no');
    }
    if (!this.#disposition.inclined(Math.max(0.5, this.#corrects), 'correct', attribute)) return this.#say('no');
    return this.#say('no-rather', this.#utter(wish));
  }

  /** Whether all items with a value keep a wish, as far as the value tells. */
  #keeps(wish: Wish, attribute: number, value: number): boolean {
    if (wish.kind === 'is') return wish.values.includes(value);
    if (wish.kind === 'not') return !wish.values.includes(value);
    const { edges = [], role } = this.#shop.catalog.attributes[attribute];
    const [from, to] = [value > 0 ? edges[value - 1] : 0, edges[value] ?? Number.POSITIVE_INFINITY];
    if (role === 'price') return wish.high !== undefined && from < wish.high;
    // Of whole numbers the range ends one below its edge.
    const last = edges[0] < 100 && Number.isFinite(to) ? to - 1 : to;
    const low = wish.low ?? Number.NEGATIVE_INFINITY;
    const high = wish.high ?? Number.POSITIVE_INFINITY;
    return from >= low && (last <= high || (last === Number.POSITIVE_INFINITY && high === Number.POSITIVE_INFINITY));
  }

  /** A question about the shopper themselves, or about nothing in the table. */
  #tell(question: string): string {
    const about = this.#about(question);
    return about === undefined ? this.#say('no-answer') : this.#confide(about, question.length);
  }

  #confide(about: string, matter: number): string {
    if (this.#disposition.inclined(this.#temperament.guarded, 'guarded', matter)) return this.#say('decline');
    return this.#sentence(about);
  }

  /** What the shopper would tell in answer to a question: by the words of the goal's id that the question uses. */
  #about(question: string): string | undefined {
    const asked = new Set(question.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
    const told = Object.entries(this.#intent.about ?? {}).find(([id]) =>
      id.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u).some((word) => word.length > 2 && asked.has(word.toLowerCase())),
    );
    return told?.[1];
  }

  #hearSuggestions({ suggestions, questions }: HeardAssistant): string[] {
    return suggestions.slice(0, 2).flatMap(({ attribute, value }) => {
      if (questions.some((question) => question.attribute === attribute) || this.#taken.has(attribute)) return [];
      const wish = this.#mind.about(attribute);
      if (!wish) {
        if (
          this.#answered.has(attribute) ||
          !this.#disposition.inclined(this.#temperament.influenceable, 'agree', attribute)
        )
          return [];
        this.#taken.add(attribute);
        const taken: Wish = { kind: 'is', attribute, values: [value] };
        return [this.#say('agree', { wish: this.#valueWords(taken, value) })];
      }
      if (this.#mind.isOut(attribute)) return [];
      if (this.#keeps(wish, attribute, value)) return [this.#say('agree', this.#utter(wish, true))];
      if (!this.#disposition.inclined(this.#corrects, 'correct', attribute)) return [];
      return [this.#say('no-rather', this.#utter(wish))];
    });
  }

  #valueWords(wish: Wish, value: number): string {
    const attribute = this.#shop.catalog.attributes[wish.attribute];
    return attribute.type === 'boolean'
      ? sayShortly(this.#shop, wish, this.#words.split('agree').split(value))
      : attribute.values[value];
  }

  #changeMind(): string | undefined {
    const due = this.#mind.change();
    this.#changing = due?.said.attribute;
    if (!due) return undefined;
    if (!due.then) return this.#say('withdraw', { label: this.#called([due.said.attribute]) });
    return this.#say('replace', this.#utter(due.then));
  }

  #volunteer({ isOpen, questions }: HeardAssistant): string[] {
    const next = this.#mind.next;
    if (!next) return isOpen ? [this.#say('that-is-all')] : [];
    if (isOpen && questions.length === 0) return [this.#sentence(this.#utter(next).wish)];
    if (!this.#disposition.inclined(this.#temperament.volunteers, 'volunteer', this.#turn)) return [];
    return [this.#say('also', this.#utter(next))];
  }

  /** Told that nothing fits: takes back what was only agreed to, or never said; else, with nothing else to say, says again what is wanted. */
  #makeRoom(givingWay: readonly number[], hasSpoken: boolean): string[] {
    const agreed = [...this.#taken].filter((attribute) => !this.#mind.about(attribute));
    const open = givingWay.filter((attribute) => !this.#mind.about(attribute) && !this.#taken.has(attribute));
    for (const attribute of agreed) this.#taken.delete(attribute);
    if (agreed.length > 0) return [this.#say('withdraw', { label: this.#called(agreed) })];
    if (open.length > 0) return [this.#say('no-matter', { label: this.#called(open) })];
    return hasSpoken ? [] : [this.#restate()];
  }

  /** What one would call attributes when taking them back: "length, the price and the guide". */
  #called(attributes: readonly number[]): string {
    const labels = attributes.map((attribute) => {
      const { label, type, synonyms } = this.#shop.catalog.attributes[attribute];
      return type === 'boolean' ? (synonyms?.attribute[0] ?? label) : label;
    });
    return labels.length < 2 ? labels[0] : `${labels.slice(0, -1).join(', the ')} and the ${labels.at(-1)}`;
  }

  /** What is wanted, said again, for an assistant that lost it; with what is not out yet, if nothing else is left. */
  #restate(): string {
    const out = this.#mind.out;
    const next = this.#mind.next;
    if (next) return this.#say('also', this.#utter(next));
    const words = out.map((wish) => sayShortly(this.#shop, wish, this.#words.split('restate').split(wish.attribute)));
    return this.#say('restate', { wish: words.join(', ') });
  }

  /** A wish in words; from now on it is out. */
  #utter(wish: Wish, shortly = false): { wish: string } {
    this.#mind.say(wish.attribute);
    const dice = this.#words.split('wish').split(wish.attribute).split(this.#turn);
    const words = shortly
      ? sayShortly(this.#shop, wish, dice)
      : sayWish(this.#shop, wish, this.#temperament.style, dice);
    return { wish: words };
  }

  #say(matter: Matter, fill: Readonly<Record<string, string>> = {}): string {
    const { one, many } = this.#shop.catalog.noun;
    return phrase(matter, this.#temperament.style, { one, many, ...fill }, this.#words.split(matter).split(this.#turn));
  }

  #sentence(words: string): string {
    return this.#temperament.style === 'terse' ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  }

  #speak(parts: readonly string[]): string {
    const text = parts.join(this.#temperament.style === 'terse' ? '. ' : ' ');
    this.#turns.push({ speaker: 'user', text });
    return text;
  }
}
