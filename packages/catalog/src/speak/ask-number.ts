/**
 * Questions about a number: what it may cost, how many of a thing, how much of anything else.
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { article, capital, listOf } from './grammar.ts';
import { isMoney, rangesInWords } from './quantity.ts';
import type { Speaker } from './voice.ts';
import { countedThings, countInWords, singular } from './wish-words.ts';

/** An open question that names the answers, `words`, ascending. */
export function numberQuestion(speaker: Speaker, attribute: Attribute, words: readonly string[]): string {
  const label = singular(attribute.label);
  if (words.length < 2) return sayBare(speaker, attribute);
  const ranges = upwards(words);
  if (isMoney(attribute)) {
    return speaker.say('ask.money', [
      `What would you like to spend: ${ranges}?`,
      `What is your budget: ${ranges}?`,
      `How much may it cost? ${capital(ranges)}?`,
      `And the ${label}: ${ranges}?`,
    ]);
  }
  const things = countedThings(attribute);
  if (things) {
    return speaker.say('ask.how-many', [
      `How many ${things} would you like: ${ranges}?`,
      `How many ${things} should it have: ${ranges}?`,
      `Roughly how many ${things}? ${capital(ranges)}?`,
      `And the ${attribute.label}: ${ranges}?`,
    ]);
  }
  return speaker.say('ask.number', [
    `What ${label} do you have in mind: ${ranges}?`,
    `Which ${label} would suit you: ${ranges}?`,
    `Roughly what ${label}? ${capital(ranges)}?`,
    `And the ${label}: ${ranges}?`,
  ]);
}

/** Whether it should be in one range of a number. */
export function oneRange(speaker: Speaker, attribute: Attribute, value: number): string {
  const range = rangesInWords(attribute, value);
  const things = countedThings(attribute);
  if (things) {
    const counted = countInWords(things, range);
    return speaker.say('ask.one-count', [
      `Should it have ${counted}?`,
      `Would ${counted} suit you?`,
      `Would you like ${counted}?`,
    ]);
  }
  const label = singular(attribute.label);
  return speaker.say('ask.one-range', [
    `Should the ${label} be ${range}?`,
    `Is ${article(label)} ${label} of ${range} about right?`,
    `Would ${article(label)} ${label} of ${range} suit you?`,
  ]);
}

/** A question that names no answers, about a value or a number. */
export function sayBare(speaker: Speaker, attribute: Attribute): string {
  const things = countedThings(attribute);
  if (things) return speaker.say('ask.bare-count', [`How many ${things} would you like?`, `How many ${things}, then?`]);
  const label = singular(attribute.label);
  return speaker.say('ask.bare', [`Which ${label} would you like?`, `What ${label} do you have in mind?`]);
}

/** Ranges as a list; the last one, if it is open, is just "more". */
export function upwards(words: readonly string[]): string {
  const open = words.length > 1 && / or more$/.test(words[words.length - 1]);
  return open ? `${words.slice(0, -1).join(', ')}, or more` : listOf(words, 'or');
}
