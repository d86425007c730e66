/**
 * What can be read off an event that somebody else put into words ("The visitor opens the page of “Lake Loop”."), and off
 * those before it: a handful of signs, each 0 … 1. Words only: no model, and no list of what a host's events are called.
 * @module
 */

/** One event. */
export interface NoticedEvent {
  readonly text: string;
  /** Seconds since the event before it; 0 for the first. */
  readonly after: number;
}

/** The signs, in the order of their weights. */
export const EVENT_SIGNS = [
  /** Nothing happened before. */
  'first',
  /** Looks for something: a search, a filter. */
  'seeks',
  /** Reads, scrolls, opens a page. */
  'reads',
  /** Writes, types, fills in. */
  'writes',
  /** Goes elsewhere or comes back. */
  'switches',
  /** Nothing is done. */
  'idles',
  /** Something failed, or nothing was found. */
  'trouble',
  /** How often there was trouble before, where there is trouble now or nothing is done; 3 times is 1. */
  'troubled',
  /** Sends, buys, closes, leaves. */
  'ends',
  /** What it is about was said before: something was sought or called by its name. */
  'purpose',
  /** Seeks or reads, and the purpose is known. */
  'pursues',
  /** How often what is named has been come back to, with something else in between; 3 times is 1. */
  'returns',
  /** Seconds since the event before, on a logarithmic scale; ten minutes are 1. */
  'pause',
  /** Whether a proposal was made at the event before. */
  'spoke',
] as const;

/** A sign's name. */
export type EventSign = (typeof EVENT_SIGNS)[number];

const SEEKS = /\b(search(es|ed|ing)?|quer(y|ies)|look(s|ed|ing)? for|filters?|filtered|sorts?|narrows?|google[sd]?)\b/i;
const READS =
  /\b(read|reads|review|reviews|view|views|viewed|scroll|scrolls|brows(es|ing)|open|opens|opened|visit|visits|visited|navigat\w+|clicks? (on|through)|compar\w+|look(s|ed)? at|page)\b/i;
const WRITES =
  /\b(typ(es|ed|ing)|writ(es|ing)|edit(s|ed|ing)?|enter(s|ed)? (the|a|their|his|her)|fill(s|ed|ing)?|implement\w*|paste[sd]?|chooses?)\b/i;
const SWITCHES = /\b(switch(es|ed)?|return(s|ed)?|goes back|back to|again|changes? to)\b/i;
const IDLES =
  /\b(idle|idles|nothing|without (performing|doing)|remain(s|ed)?|stay(s|ed)?|no (specific )?action|not perform|away|continued?)\b/i;
const TROUBLE =
  /\b(errors?|fail(s|ed|ure)?|exception|invalid|not valid|rejected|refused|cannot|nothing (is|was)? ?(left|found)|no (trips?|items?|results?|matches)\b|0 (trips?|items?|results?))/i;
const ENDS =
  /\b(sends?|sent|submit(s|ted)?|buys?|bought|books? (it|the)|pays?|paid|closes?|closed|leaves|left the|logs? out)\b/i;

/** Things called by their names: in quotation marks, or a file. */
const NAMED = /“([^”]{2,120})”|"([^"]{2,120})"|(?<![\p{L}\p{N}])'([^']{2,120})'|\b[\w-]+\.(?:[a-z]{1,5})\b/gu;

/** Ten minutes are a long pause. */
const LONG_PAUSE = Math.log1p(600);

/** Adds events one by one, and gives the signs of the latest. */
export class SignReader {
  readonly #mentions = new Map<string, { last: number; returns: number }>();
  #events = 0;
  #troubles = 0;
  #hasPurpose = false;

  /** Signs of this event, in the order of EVENT_SIGNS. `spoke`: a proposal was made at the event before. */
  read({ text, after }: NoticedEvent, spoke: boolean): Float64Array {
    const isTrouble = TROUBLE.test(text);
    const isIdle = !isTrouble && IDLES.test(text);
    const seeks = SEEKS.test(text);
    const reads = READS.test(text);
    const names = [...text.matchAll(NAMED)].map((match) => match[0].toLowerCase());
    const signs: Readonly<Record<EventSign, number>> = {
      first: Number(this.#events === 0),
      seeks: Number(seeks),
      reads: Number(reads),
      writes: Number(WRITES.test(text)),
      switches: Number(SWITCHES.test(text)),
      idles: Number(isIdle),
      trouble: Number(isTrouble),
      troubled: isTrouble || isIdle ? Math.min(3, this.#troubles) / 3 : 0,
      ends: Number(ENDS.test(text)),
      purpose: Number(this.#hasPurpose),
      pursues: Number(this.#hasPurpose && (seeks || reads)),
      returns: Math.min(3, this.#mention(names)) / 3,
      pause: Math.min(1, Math.log1p(Math.max(0, after)) / LONG_PAUSE),
      spoke: Number(spoke),
    };
    this.#events++;
    this.#troubles += Number(isTrouble);
    this.#hasPurpose ||= seeks || names.length > 0;
    return Float64Array.from(EVENT_SIGNS, (sign) => signs[sign]);
  }

  /** Takes names down; the most that one of them has been come back to, this time included. */
  #mention(names: readonly string[]): number {
    let most = 0;
    for (const name of new Set(names)) {
      const before = this.#mentions.get(name);
      // Two events in a row about one thing are staying with it, not coming back.
      const returns = before ? before.returns + Number(this.#events - before.last > 1) : 0;
      this.#mentions.set(name, { last: this.#events, returns });
      most = Math.max(most, returns);
    }
    return most;
  }
}
