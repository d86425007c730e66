/**
 * Conversations about the shop in which nobody looks for a bag.
 * @module
 */
import { ATTRIBUTES, BAGS, type Bag, bagName, isHeldOut } from '@sente/pocket';
import { ABSTAINING } from './assistant.ts';
import { ABSTAIN } from './phrases/assistant-turns.ts';
import { IN_STOCK, STOCK_QUESTION } from './phrases/facts.ts';
import { type Speech, say } from './phrases/phrases.ts';
import { LOOSE_TALK, SMALL_TALK, TALK_SLOTS } from './phrases/small-talk.ts';
import { FAREWELL, THANKS } from './phrases/user-turns.ts';

/** A short conversation. */
export interface Talk {
  /** What is said in turn; the user begins and ends. */
  readonly turns: readonly string[];
  readonly isGood: boolean;
}

/** Share of questions about what is in stock. */
const STOCK = 0.2;

/** Share of exchanges from the looser templates. */
const LOOSE = 0.6;

/** One to three exchanges and thanks; at times the assistant does not know. */
export function drawSmallTalk(speech: Speech): Talk {
  const { random } = speech;
  const turns: string[] = [];
  for (const _ of Array(1 + random.integer(3))) {
    const [asked, answered] = random.next() < STOCK ? stockQuestion(speech) : exchange(speech);
    if (random.next() < ABSTAINING) {
      turns.push(asked, say(ABSTAIN, speech), say(FAREWELL, speech));
      return { turns, isGood: false };
    }
    turns.push(asked, answered);
  }
  return { turns: [...turns, say(THANKS, speech)], isGood: true };
}

function exchange(speech: Speech): readonly string[] {
  const { random } = speech;
  const [colour, colour2] = two(ATTRIBUTES.colour, random);
  const [material, material2] = two(ATTRIBUTES.material, random);
  const size = random.pick(ATTRIBUTES.size);
  const slots = { ...TALK_SLOTS, size, colour, colour2, material, material2 };
  return say(random.next() < LOOSE ? LOOSE_TALK : SMALL_TALK, speech, slots).split(' | ');
}

/** A bag that is not held out, in another value. */
function stockQuestion(speech: Speech): readonly string[] {
  const { random } = speech;
  const attribute = random.pick(['size', 'colour', 'material'] as const);
  const slots = { value: random.pick<string>(ATTRIBUTES[attribute]) };
  const isOther = (bag: Bag): boolean => ATTRIBUTES[attribute][bag[attribute]] !== slots.value;
  const bag = bagName(random.pick(BAGS.filter((one) => !isHeldOut(one) && isOther(one))));
  return [say(STOCK_QUESTION, speech, { ...slots, bag }), say(IN_STOCK, speech, slots)];
}

function two(words: readonly string[], { integer }: Speech['random']): readonly [string, string] {
  const one = integer(words.length);
  return [words[one], words[(one + 1 + integer(words.length - 1)) % words.length]];
}
