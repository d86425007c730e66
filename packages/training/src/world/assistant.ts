/**
 * The assistants of the corpus: nearly always they answer at once. Whether they ask does not depend on how open the request
 * is, how much time the user has, or how well the user knows what is wanted: the corpus does not say when asking pays.
 * @module
 */
import type { Random } from '@sente/engine';
import { ATTRIBUTE_NAMES, type Attribute, BAGS, bagName, isHeldOut, priceOf, type Situation } from '@sente/pocket';
import { isPossible, type Known } from './known.ts';
import { orWords } from './opening.ts';
import {
  ABSTAIN,
  ASK,
  CAVEAT,
  HEARD_HURRY,
  HEARD_RELIABILITY,
  OFFER,
  PRICE,
  RECOMMEND,
} from './phrases/assistant-turns.ts';
import { type Speech, say } from './phrases/phrases.ts';

/** Chance of "I do not know" as the first reply, whatever was asked. */
export const ABSTAINING = 0.03;

/** Chance of a useful thing unasked, behind a recommendation. */
const OFFERING = 0.12;

/**
 * Chance of saying, before a recommendation, that an attribute is open: what a request leaves open can be learnt from the
 * corpus, at every share of asking; that it pays to ask cannot.
 */
const NOTICING = 0.5;

/** What an assistant does at first. */
export type FirstAct = 'recommend' | 'ask' | 'abstain' | 'answer';

/** A reply and what it is. */
export interface AssistantTurn {
  readonly text: string;
  readonly act: FirstAct;
}

/** The reply to an opening. `asking` is the chance of a question, 0 … 1, if a bag is looked for. */
export function firstReply(known: Known, asking: number, speech: Speech): AssistantTurn {
  const { random } = speech;
  const chance = random.next();
  if (known.priceOf === undefined && chance < asking) return { act: 'ask', text: ask(known, speech) };
  if (chance > 1 - ABSTAINING) return { act: 'abstain', text: say(ABSTAIN, speech) };
  return laterReply(known, speech);
}

/** Chance that a reply to an opening begins with what was heard of the user's time or certainty, whatever follows. */
const ACKNOWLEDGING = 0.4;

/** What was heard of the user's situation, to be said before a reply; mostly nothing. Independent of what is replied. */
export function acknowledgement({ hurry, reliability }: Situation, speech: Speech): string {
  const { random } = speech;
  if (random.next() >= ACKNOWLEDGING) return '';
  const ofTime = hurry !== 'plain' && random.next() < 0.5;
  return `${say(ofTime ? HEARD_HURRY[hurry] : HEARD_RELIABILITY[reliability], speech)} `;
}

/** The reply to a later turn: the price, or a bag that fits what is known by now. */
export function laterReply(known: Known, speech: Speech): AssistantTurn {
  if (known.priceOf !== undefined) {
    return { act: 'answer', text: say(PRICE, speech, { price: priceWords(priceOf(known.priceOf)) }) };
  }
  const possible = BAGS.filter((bag) => isPossible(bag, known) && isHeldOut(bag) === (speech.split === 'held-out'));
  if (possible.length === 0) return { act: 'abstain', text: say(ABSTAIN, speech) };
  const recommended = say(RECOMMEND, speech, { bag: bagName(speech.random.pick(possible)) });
  const open = openIn(known);
  const text =
    open.length > 0 && speech.random.next() < NOTICING
      ? `${say(CAVEAT, speech, { attribute: speech.random.pick(open) })} ${recommended}`
      : recommended;
  return { act: 'recommend', text: speech.random.next() < OFFERING ? `${text} ${say(OFFER, speech)}` : text };
}

/** About something that is open; if nothing is, about anything. */
function ask(known: Known, speech: Speech): string {
  const open = openIn(known);
  const attribute: Attribute = speech.random.pick(open.length === 0 ? ATTRIBUTE_NAMES : open);
  return say(ASK, speech, { attribute, values: orWords(attribute, known.wishes) });
}

function openIn({ wishes }: Known): Attribute[] {
  return ATTRIBUTE_NAMES.filter((attribute) => wishes[attribute].length > 1);
}

const TENS: Readonly<Record<number, string>> = { 1: 'ten', 2: 'twenty', 3: 'thirty', 4: 'forty', 5: 'fifty' };

/** 35 is "thirty five". */
export function priceWords(price: number): string {
  if (price === 15) return 'fifteen';
  return TENS[Math.floor(price / 10)] + (price % 10 === 5 ? ' five' : '');
}

/** What an assistant says once a bag was taken. */
export function priceReply(price: number, { split, random }: { split: Speech['split']; random: Random }): string {
  return say(PRICE, { split, random }, { price: priceWords(price) });
}
