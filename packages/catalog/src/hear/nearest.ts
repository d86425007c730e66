/**
 * Values that look like words that were not understood, to be offered back.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Lexicon } from './lexicon.ts';
import { createSpeller } from './spelling.ts';
import type { Token } from './tokens.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** At most three values that look like these words, nearest first. */
export type Nearest = (words: readonly Token[]) => { readonly attribute: number; readonly value: number }[];

const MOST_WORDS = 3;
const MOST_VALUES = 3;

/** Makes the search over the words of values, and of yes/no attributes (for which "yes" is offered). */
export function createNearest(catalog: Catalog, lexicon: Lexicon): Nearest {
  const speller = createSpeller(lexicon.words, () => 0);
  return (tokens) => {
    const words = tokens.filter(
      ({ kind, text, lemma }) => kind === 'word' && text.length >= 3 && !STOP_WORDS.has(lemma),
    );
    const found = new Map<string, { attribute: number; value: number }>();
    for (const word of [...new Set(words.map(({ text }) => text))].slice(0, MOST_WORDS)) {
      for (const like of speller.alike(word)) {
        for (const { attribute, values } of lexicon.read(like)) {
          const value = values?.[0] ?? (catalog.attributes[attribute].type === 'boolean' ? 0 : undefined);
          if (value !== undefined) found.set(`${attribute} ${value}`, { attribute, value });
        }
      }
    }
    return [...found.values()].slice(0, MOST_VALUES);
  };
}
