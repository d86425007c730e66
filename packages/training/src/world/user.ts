/**
 * The user that training meets: keeps to what it has in mind, by the rules of the shop's stakes.
 *
 * - The bag in mind is recommended: takes it, and that is the end. Another bag: turns it down.
 * - Asked about an attribute that it has said, or keeps back for later: says it. Left open: answers if it can, else does
 *   not know.
 * - The assistant hands over: says goodbye. Nothing that makes sense: asks what is meant.
 * - After the third user turn behind the opening it leaves.
 *
 * A turn that takes the bag and a goodbye after handing over cost nothing (`Tally.turns`); all others do.
 * @module
 */
import type { Random } from '@sente/engine';
import {
  ANYTHING,
  type Attribute,
  type Bag,
  bagNumber,
  PATIENCE,
  priceOf,
  type ReplyMeaning,
  readReply,
  type Tally,
  type Wishes,
} from '@sente/pocket';
import type { Episode } from './episode.ts';
import type { Known } from './known.ts';
import { orWords, sayWish, speakOpening } from './opening.ts';
import { type Phrases, type Speech, say } from './phrases/phrases.ts';
import {
  ACCEPT,
  ANSWER,
  DO_NOT_KNOW,
  FAREWELL,
  LEAVING,
  ONLY_PRICE,
  PARDON,
  REJECT,
  REPEAT,
  THANKS,
} from './phrases/user-turns.ts';

/** A user in conversation. */
export interface TrainingUser {
  /** What it says first. */
  readonly opening: string;
  /** Takes a reply in and speaks; undefined when the conversation was over before. */
  hear(reply: string): string | undefined;
  /** Whether the user has left. What it said last may still stand behind. */
  readonly over: boolean;
  /** What counts of the conversation as it stands. */
  tally(): Tally;
  /** What the conversation has said so far. */
  known(): Known;
}

/** Begins a conversation. The user's words at each turn depend on the random stream's seed and the turn, not on replies before. */
export function beginUser(episode: Episode, random: Random): TrainingUser {
  return new Speaker(episode, random);
}

class Speaker implements TrainingUser {
  readonly opening: string;
  over = false;
  readonly #episode: Episode;
  readonly #random: Random;
  #later: readonly Attribute[];
  #wishes: Wishes;
  #rejected: readonly Bag[] = [];
  #unanswerable: readonly Attribute[] = [];
  #turns = 0;
  #success = false;
  #abstained = false;

  constructor(episode: Episode, random: Random) {
    this.#episode = episode;
    this.#random = random;
    this.#later = episode.later;
    this.#wishes = { ...episode.wishes };
    for (const attribute of episode.later) this.#wishes = { ...this.#wishes, [attribute]: ANYTHING[attribute] };
    this.opening = speakOpening(episode, this.#speech('opening'));
  }

  hear(reply: string): string | undefined {
    if (this.over) return undefined;
    const speech = this.#speech(this.#turns);
    const meaning = readReply(reply);
    if (meaning.act === 'abstain') return this.#end(FAREWELL, speech, { abstained: true });
    const said = this.#episode.priceOf === undefined ? this.#seek(meaning, speech) : this.#price(meaning, speech);
    if (this.over) return said;
    this.#turns++;
    if (this.#turns < PATIENCE) return said;
    this.over = true;
    return speech.random.next() < 0.5 ? `${said} ${say(LEAVING, speech)}` : said;
  }

  tally(): Tally {
    return {
      success: this.#success,
      turns: this.#turns,
      wrong: this.#rejected.length,
      abstained: this.#abstained,
    };
  }

  known(): Known {
    const { priceOf } = this.#episode;
    return {
      wishes: this.#wishes,
      rejected: this.#rejected,
      unanswerable: this.#unanswerable,
      turns: this.#turns,
      ...(priceOf && { priceOf }),
    };
  }

  /** A bag is looked for. */
  #seek(meaning: ReplyMeaning, speech: Speech): string {
    switch (meaning.act) {
      case 'recommend':
        if (bagNumber(meaning.bag) === bagNumber(this.#episode.target))
          return this.#end(ACCEPT, speech, { success: true });
        this.#rejected = [...this.#rejected, meaning.bag];
        return this.#withMore(say(REJECT, speech), speech);
      case 'ask':
        return this.#answer(meaning.attribute, speech);
      default:
        return this.#withMore(say(PARDON, speech), speech);
    }
  }

  /** A price is asked for. The user believes what it is told. */
  #price(meaning: ReplyMeaning, speech: Speech): string {
    if (meaning.act !== 'answer') return say(ONLY_PRICE, speech);
    return this.#end(THANKS, speech, { success: meaning.price === priceOf(this.#episode.priceOf!) });
  }

  #answer(attribute: Attribute, speech: Speech): string {
    const { wishes, target, canAnswer } = this.#episode;
    if (this.#later.includes(attribute)) return this.#say(attribute, ANSWER, speech, wishes);
    const isSettled = this.#wishes[attribute].length === 1;
    if (isSettled) return this.#say(attribute, REPEAT, speech, this.#wishes);
    if (canAnswer[attribute]) {
      return this.#say(attribute, ANSWER, speech, { ...wishes, [attribute]: [target[attribute]] });
    }
    if (!this.#unanswerable.includes(attribute)) this.#unanswerable = [...this.#unanswerable, attribute];
    return say(DO_NOT_KNOW, speech, { attribute });
  }

  /** Says an attribute's values, which from now on are known. */
  #say(attribute: Attribute, how: Phrases, speech: Speech, wishes: Wishes): string {
    this.#later = this.#later.filter((other) => other !== attribute);
    this.#wishes = { ...this.#wishes, [attribute]: wishes[attribute] };
    return say(how, speech, { attribute, value: orWords(attribute, wishes) });
  }

  /** The next piece of the request that was kept back. */
  #withMore(text: string, speech: Speech): string {
    const [next] = this.#later;
    if (next === undefined) return text;
    this.#later = this.#later.slice(1);
    this.#wishes = { ...this.#wishes, [next]: this.#episode.wishes[next] };
    return `${text} ${sayWish(next, this.#wishes, speech)}`;
  }

  #end(how: Phrases, speech: Speech, { success = false, abstained = false }): string {
    this.#success = success;
    this.#abstained = abstained;
    this.over = true;
    return say(how, speech);
  }

  #speech(turn: number | string): Speech {
    return { split: this.#episode.split, random: this.#random.split(turn) };
  }
}
