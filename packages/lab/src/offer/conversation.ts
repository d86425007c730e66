/**
 * One conversation between an assistant and a made user, and what is counted of it.
 * @module
 */
import type { CatalogAct, Move } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { OfferTalk } from './agent.ts';
import { SHOWN } from './agents/plain-acts.ts';
import type { OfferUser } from './user.ts';

/** Turns after which the user walks away: a conversation that fails counts so many. */
export const TURN_CAP = 30;

/** What one conversation came to. */
export interface OfferRecord {
  /** Assistant turns, the last recommendation included; TURN_CAP when nothing was taken. */
  readonly turns: number;
  /** Words the assistant said, all turns together. */
  readonly words: number;
  /** Facts the assistant said, all turns together. */
  readonly facts: number;
  /** Most facts in one turn. */
  readonly mostFacts: number;
  /** Wishes given up. */
  readonly drift: number;
  /** Whether an item was taken. */
  readonly success: boolean;
}

/** Puts acts into words and counts them. */
export interface WordCounter {
  /** Words of an act as it would be spoken now. */
  say(act: CatalogAct): number;
  /** The user's turn after it. */
  hear(act: CatalogAct, moves: readonly Move[]): void;
}

/** Plays one conversation. People look at the first three items of a recommendation and no further. */
export function converse(
  talk: OfferTalk,
  user: OfferUser,
  counter: WordCounter,
  random: Random,
  cap: number = TURN_CAP,
): OfferRecord {
  let words = 0;
  let facts = 0;
  let mostFacts = 0;
  for (let turn = 1; turn <= cap; turn++) {
    const said = talk.act(random.split(turn));
    const act = said.kind === 'recommend' ? { ...said, items: said.items.slice(0, SHOWN) } : said;
    words += counter.say(act);
    facts += act.facts.length;
    mostFacts = Math.max(mostFacts, act.facts.length);
    const moves = user.reply(act);
    if (moves.some((move) => move.kind === 'accept')) {
      return { turns: turn, words, facts, mostFacts, drift: user.drift, success: true };
    }
    talk.hear(act, moves);
    counter.hear(act, moves);
  }
  return { turns: cap, words, facts, mostFacts, drift: user.drift, success: false };
}
