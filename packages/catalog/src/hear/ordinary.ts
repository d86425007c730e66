/**
 * Words that people say by the way, and that no table of items is about.
 * @module
 */
import { tokenise } from './tokens.ts';
import { COMMON_WORDS, STOP_WORDS } from './words/stop-words.ts';
import { NUMBER_WORDS } from './words/units.ts';

/** Whether a text holds nothing but ordinary words: "my grandmother's knee", "for the weekend". */
export function isOrdinary(text: string): boolean {
  return tokenise(text).every(
    ({ kind, text: word, lemma }) =>
      kind !== 'word' ||
      Object.hasOwn(NUMBER_WORDS, word) ||
      [word, lemma].some((form) => COMMON_WORDS.has(form) || STOP_WORDS.has(form)),
  );
}
