/**
 * A stranger in the pocket shop: a user whom training never met. It keeps to the rules of the stakes (what it knows, what a
 * turn costs, when it leaves), but has its own words and habits: small talk, a wish told besides, a reason with a refusal,
 * leaving a turn early or late.
 * @module
 */
import type { Random } from '@sente/engine';
import {
  ATTRIBUTES,
  type Attribute,
  type Bag,
  bagNumber,
  PATIENCE,
  type ReplyMeaning,
  readReply,
  type Tally,
} from '@sente/pocket';
import type { RequestCase } from './cases.ts';
import { breaches, knowing, knownAtFirst, notKnowing, without } from './known.ts';
import { ANSWERS_IN_FULL, BESIDES, NOT_KNOWN, SHORT_ANSWERS, STILL_NOT_KNOWN, TOLD_BEFORE } from './phrases/answers.ts';
import { fill } from './phrases/fill.ts';
import { HURRY } from './phrases/hurry.ts';
import { values, wordsForWishes } from './phrases/name-wishes.ts';
import { REQUESTS, SMALL_TALK } from './phrases/openings.ts';
import { NOT_HELPED, REASONS, REFUSED, REMINDERS, TAKEN } from './phrases/reactions.ts';
import { RELIABILITY } from './phrases/reliability.ts';
import type { ShopState } from './state.ts';

/** The user's side of one conversation. */
export interface Stranger {
  readonly opening: string;
  /** The user's next turn; undefined: gone without a word. Throws Error after the conversation has ended. */
  hear(reply: string): string | undefined;
  /** Whether the conversation has ended, with the last turn of `hear`. */
  isOver(): boolean;
  /** What counts of it so far. */
  tally(): Tally;
  /** The replies, as they were understood. */
  readonly heard: readonly ReplyMeaning[];
  /** The state of the conversation for one who understood every word. */
  state(): ShopState;
}

/** Chances of the habits. */
const HABITS = { besides: 0.25, reason: 0.3, short: 0.5, smallTalk: 0.3, early: 0.1, late: 0.1 } as const;

/** Begins a conversation. All that the user says depends on the case, the dice and the replies. */
export function beginStranger(request: RequestCase, random: Random): Stranger {
  const { target, answers } = request;
  const heard: ReplyMeaning[] = [];
  const nature = random.split('nature');
  const leaves = PATIENCE + [0, -1, 1][nature.weighted([1 - HABITS.early - HABITS.late, HABITS.early, HABITS.late])];
  const saysReasons = nature.next() < HABITS.reason;
  const isShort = nature.next() < HABITS.short;
  const opening = open(request, random.split('opening'));
  let state = knownAtFirst(request);
  let tally: Tally = { success: false, turns: 0, wrong: 0, abstained: false };
  let over = false;

  function answer(attribute: Attribute, dice: Random): string {
    const told = state.wishes[attribute];
    if (told.length === 1) return fill(dice.pick(TOLD_BEFORE), { a: attribute, v: values(state.wishes, attribute) });
    if (state.unanswerable.includes(attribute)) return fill(dice.pick(STILL_NOT_KNOWN), { a: attribute });
    if (!answers.includes(attribute)) {
      state = notKnowing(state, attribute);
      return fill(dice.pick(NOT_KNOWN), { a: attribute });
    }
    state = knowing(state, attribute, target);
    const said = fill(dice.pick(isShort ? SHORT_ANSWERS : ANSWERS_IN_FULL), {
      a: attribute,
      v: nameOf(attribute, target),
    });
    const other = answers.find((one) => state.wishes[one].length > 1);
    if (other === undefined || dice.next() >= HABITS.besides) return said;
    state = knowing(state, other, target);
    const besides = fill(dice.pick(BESIDES), { b: other, w: nameOf(other, target) });
    return `${said}${/[.?!]$/.test(said) ? '' : ' .'} ${besides}`;
  }

  function refuse(bag: Bag, dice: Random): string {
    state = { ...state, wrong: [...state.wrong, bag] };
    tally = { ...tally, wrong: tally.wrong + 1 };
    const refusal = dice.pick(REFUSED);
    const [breach] = breaches(state, bag);
    if (breach !== undefined) {
      return `${refusal} ${fill(dice.pick(REMINDERS), { w: values(state.wishes, breach) })}`;
    }
    const reason = answers.find((one) => state.wishes[one].length > 1 && bag[one] !== target[one]);
    if (!saysReasons || reason === undefined) return refusal;
    state = without(state, reason, bag[reason]);
    return `${refusal} ${fill(dice.pick(REASONS), { v: nameOf(reason, bag) })}`;
  }

  function hear(reply: string): string | undefined {
    if (over) throw new Error('The conversation has ended: nobody is there to hear this.');
    const meaning = readReply(reply);
    const dice = random.split(`turn ${heard.length}`);
    heard.push(meaning);
    if (meaning.act === 'abstain') {
      over = true;
      tally = { ...tally, abstained: true };
      return undefined;
    }
    if (meaning.act === 'recommend' && bagNumber(meaning.bag) === bagNumber(target)) {
      over = true;
      tally = { ...tally, success: true };
      return dice.pick(TAKEN);
    }
    tally = { ...tally, turns: tally.turns + 1 };
    state = { ...state, turns: Math.max(0, state.turns - 1) };
    over = tally.turns >= leaves;
    if (meaning.act === 'recommend') return refuse(meaning.bag, dice);
    if (meaning.act === 'ask') return answer(meaning.attribute, dice);
    return fill(dice.pick(NOT_HELPED), wordsForWishes(state.wishes, dice));
  }

  return { opening, hear, isOver: () => over, tally: () => tally, heard, state: () => state };
}

/** Request, time and certainty in any order, small talk before it if at all. */
function open({ wishes, situation }: RequestCase, dice: Random): string {
  const request = fill(dice.pick(REQUESTS), wordsForWishes(wishes, dice));
  const certainty = dice.pick(RELIABILITY[situation.reliability]);
  const time = HURRY[situation.hurry];
  const parts = [request, certainty, ...(time.length > 0 ? [dice.pick(time)] : [])];
  const orders = [parts, [...parts].reverse(), [...parts.slice(-1), ...parts.slice(0, -1)]];
  const spoken = dice.pick(orders);
  return [...(dice.next() < HABITS.smallTalk ? [dice.pick(SMALL_TALK)] : []), ...spoken].join(' ');
}

function nameOf(attribute: Attribute, bag: Bag): string {
  return ATTRIBUTES[attribute][bag[attribute]];
}
