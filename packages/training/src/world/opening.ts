/**
 * Composes what a user says first: greeting, request, hurry, reliability, in changing order and one sentence or several.
 * How open the request is, is never stated: it is what is not said.
 * @module
 */
import type { Random } from '@sente/engine';
import { ATTRIBUTE_NAMES, ATTRIBUTES, type Attribute, bagName, type Wishes } from '@sente/pocket';
import { type Episode, isSaid, shuffled } from './episode.ts';
import { CERTAINTY_CUES, TIME_CUES } from './phrases/cues.ts';
import { PRICE_QUESTION } from './phrases/facts.ts';
import { HURRIED, RELAXED } from './phrases/hurry.ts';
import { type Speech, say } from './phrases/phrases.ts';
import { RELIABILITY } from './phrases/reliability.ts';
import { BEHIND, GREETINGS, PRAISE, PURPOSE, REQUESTS, WISHES } from './phrases/request.ts';

/** Most words and marks of an opening: the whole conversation has to fit into the model's context. */
export const LONGEST_OPENING = 36;

/** Speaks a user's opening. */
export function speakOpening(episode: Episode, speech: Speech): string {
  for (;;) {
    const opening = compose(episode, speech);
    if (opening.split(' ').length <= LONGEST_OPENING) return opening;
  }
}

function compose(episode: Episode, speech: Speech): string {
  const { random } = speech;
  const { hurry, reliability } = episode.situation;
  const clauses: string[] = [];
  if (episode.priceOf === undefined) {
    if (hurry !== 'plain') clauses.push(say(TIME_CUES[hurry], speech));
    clauses.push(say(CERTAINTY_CUES[reliability], speech));
  } else {
    // Who only asks for a price has more ways to say such things; nothing hangs on them.
    if (hurry !== 'plain') clauses.push(say(hurry === 'hurried' ? HURRIED : RELAXED, speech));
    if (random.next() < 0.5) clauses.push(say(RELIABILITY[reliability], speech));
  }
  const parts = shuffled<Part>(
    [...clauses.map((text) => ({ text, isRequest: false })), request(episode, speech)],
    random,
  );
  const greeting = random.next() < 0.35 ? `${say(GREETINGS, speech)} ` : '';
  return greeting + parts.map((part, at) => joined(part, parts[at + 1], random)).join(' ');
}

/** Chance of a word of praise for the bag, and of saying what it is for; neither narrows anything down. */
const SAYS_MORE = 0.12;

interface Part {
  readonly text: string;
  readonly isRequest: boolean;
}

/** A part and the mark or word that leads on to the next. A request has its own mark, which a full stop gives up at times. */
function joined({ text, isRequest }: Part, next: Part | undefined, random: Random): string {
  if (isRequest) {
    if (next === undefined || !text.endsWith(' .') || random.next() < 0.65) return text;
    const canBeReason = /^(i|we|it|my) /.test(next.text);
    return text.slice(0, -1) + random.pick([',', ', and', 'and', 'but', ...(canBeReason ? ['because'] : [])]);
  }
  if (next === undefined || random.next() < 0.6) return `${text} .`;
  return `${text} ${random.pick(next.isRequest ? [',', 'and', ', so', ', and'] : [',', ', and'])}`;
}

function request({ priceOf, wishes, later }: Episode, speech: Speech): Part {
  if (priceOf !== undefined) return { text: say(PRICE_QUESTION, speech, { bag: bagName(priceOf) }), isRequest: true };
  const { random } = speech;
  const before: Attribute[] = [];
  const behind: Attribute[] = [];
  const own: Attribute[] = [];
  for (const attribute of ATTRIBUTE_NAMES) {
    if (!isSaid(wishes, attribute) || later.includes(attribute)) continue;
    const place = random.next();
    (place < 0.6 ? before : place < 0.82 ? behind : own).push(attribute);
  }
  const adjectives = before.map((attribute) => orWords(attribute, wishes));
  const behindNoun = shuffled(behind, random)
    .map((attribute) => say(BEHIND[attribute], speech, { value: valueWords(attribute, wishes, random) }))
    .join(' and ')
    .replaceAll('and ,', ',');
  const nice = random.next() < SAYS_MORE ? say(PRAISE, speech) : '';
  const purpose = behindNoun === '' && random.next() < SAYS_MORE ? say(PURPOSE, speech) : '';
  const bag = ['a', nice, ...adjectives, 'bag', behindNoun, purpose].filter((word) => word !== '').join(' ');
  const sentences = shuffled(own, random).map((attribute) => sayWish(attribute, wishes, speech));
  return { text: [say(REQUESTS, speech, { bag }), ...sentences].join(' '), isRequest: true };
}

/** "it should be red or blue ." */
export function sayWish(attribute: Attribute, wishes: Wishes, speech: Speech): string {
  return say(WISHES, speech, { value: valueWords(attribute, wishes, speech.random), attribute });
}

/** "red", "red or blue", "either red or blue". */
export function valueWords(attribute: Attribute, wishes: Wishes, random: Random): string {
  const words = orWords(attribute, wishes);
  return wishes[attribute].length === 2 && random.next() < 0.25 ? `either ${words}` : words;
}

/** "red or blue" */
export function orWords(attribute: Attribute, wishes: Wishes): string {
  const words = wishes[attribute].map((value) => ATTRIBUTES[attribute][value]);
  if (words.length < 3) return words.join(' or ');
  return `${words.slice(0, -1).join(' , ')} or ${words.at(-1)}`;
}
