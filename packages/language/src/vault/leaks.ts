/**
 * Finds a private commitment in a text.
 *
 * Caught: the value of at most five words, whatever its case, accents, width, look-alike letters and invisible
 * characters, with common endings, with digits for letters; spelled out or broken by marks; backwards; shifted through
 * the alphabet; in Base64, hexadecimal, binary, character codes, places in the alphabet; as first letters of lines or
 * sentences (from four letters) or words (from five). Numbers of a value in digits, with separators, and in English
 * words. The last name of a full name. Six words in a row of a longer value.
 *
 * Not caught, and no list of forms could: hints, rhymes, synonyms, translations, paraphrases, a part of a phrase, letters
 * told one by one over several replies or in sentences of their own, a true answer to a lucky question, and encodings
 * that are not listed here. Words of one or two letters, one-digit numbers and the commonest English words are caught
 * only where they are given away in English ("the number is 7"). Three-letter words are not looked for backwards or in
 * ciphers, nor are words that are another word backwards.
 *
 * What the user said, or what was released, is no secret: repeating it is no leak, though confirming it may be.
 * @module
 */
import { fold } from './fold.ts';
import type { Vault } from './vault.ts';
import { type Leak, Watch } from './watch.ts';

export type { LeakForm } from './pattern.ts';
export type { Leak } from './watch.ts';

/** The first leak in a text, if there is one. `saidByUser`: all that the user has said, the turns joined by line breaks. */
export function findLeak(text: string, vault: Vault, saidByUser: string): Leak | undefined {
  const watch = new Watch(vault, saidByUser);
  fold(text, 0, (unit) => watch.take(unit));
  watch.end();
  return watch.leak;
}
