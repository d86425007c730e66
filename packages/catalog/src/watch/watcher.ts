/**
 * Whether to say something that nobody asked for, at an event that nobody spoke of. The chance that it would be welcome,
 * by a logistic model over the signs of the event; its value, what is gained when it is less what is lost when it is not;
 * and a rest after each proposal. Silence is worth 0, so it wins unless speaking is worth more (Horvitz 1999,
 * "Principles of mixed-initiative user interfaces", the expected utility of action against none).
 * @module
 */
import { EVENT_SIGNS, type EventSign, type NoticedEvent, SignReader } from './event-signs.ts';

/** A watcher's settings. JSON. */
export interface Watcher {
  /** Log odds that each sign adds; a sign that is absent adds nothing. */
  readonly weights: Readonly<Partial<Record<EventSign, number>>>;
  /** Log odds without any sign. */
  readonly bias: number;
  /** What an unwelcome proposal costs, in units of what a welcome one is worth: 1 speaks from a chance of a half on. */
  readonly cost: number;
  /** Events that must pass in silence after a proposal. */
  readonly rest: number;
}

/** What came of one event. */
export interface Watched {
  /** Chance that a proposal would be welcome now, 0 … 1. */
  readonly chance: number;
  /** Expected gain of speaking; silence is 0. */
  readonly value: number;
  readonly speaks: boolean;
  /** The sign that spoke most for it: what to point to when asked why. */
  readonly evidence?: EventSign;
  /** Why, for a person to read. */
  readonly why: string;
}

/**
 * For visits to a shop; set by hand, and not fitted to anything. Trouble that comes again, and coming back to the same
 * thing, are what help is welcome at; somebody who writes, or who is done, is not to be interrupted.
 */
export const SHOP_WATCHER: Watcher = {
  bias: -3,
  weights: { trouble: 1.5, troubled: 6, returns: 4.5, idles: -0.5, writes: -2, ends: -4, first: -2 },
  cost: 1,
  rest: 1,
};

/** One stretch of events, watched. */
export class WatchedEvents {
  readonly #watcher: Watcher;
  readonly #signs = new SignReader();
  #silent = Number.POSITIVE_INFINITY;

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
  }

  /** Takes in an event. */
  notice(event: NoticedEvent): Watched {
    const { cost, rest } = this.#watcher;
    const signs = this.#signs.read(event, this.#silent === 0);
    const chance = chanceOf(this.#watcher, signs);
    const value = chance - (1 - chance) * cost;
    const isResting = this.#silent < rest;
    const speaks = value >= 0 && !isResting;
    this.#silent = speaks ? 0 : this.#silent + 1;
    const evidence = strongest(this.#watcher, signs);
    return { chance, value, speaks, ...(evidence && { evidence }), why: whyOf(chance, value, isResting) };
  }
}

/** The chance that a proposal is welcome, by signs in the order of EVENT_SIGNS. */
export function chanceOf({ weights, bias }: Watcher, signs: ArrayLike<number>): number {
  const odds = EVENT_SIGNS.reduce((sum, sign, position) => sum + (weights[sign] ?? 0) * signs[position], bias);
  return 1 / (1 + Math.exp(-odds));
}

function strongest({ weights }: Watcher, signs: ArrayLike<number>): EventSign | undefined {
  const added = EVENT_SIGNS.map((sign, position) => (weights[sign] ?? 0) * signs[position]);
  const most = Math.max(...added);
  return most > 0 ? EVENT_SIGNS[added.indexOf(most)] : undefined;
}

function whyOf(chance: number, value: number, isResting: boolean): string {
  const welcome = `A word would be welcome with a chance of ${Math.round(100 * chance)}%`;
  if (value < 0) return `${welcome}: nobody would miss it.`;
  return isResting ? `${welcome}, but one was said just before.` : `${welcome}.`;
}
