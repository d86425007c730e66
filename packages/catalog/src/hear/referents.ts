/**
 * Words for the items shown last: "the second one", "#2", or a piece of an item's name.
 * @module
 */
import type { Catalog } from '../table/catalog.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseKey, type Token, tokenise } from './tokens.ts';
import { STOP_WORDS } from './words/stop-words.ts';
import { NUMBER_WORDS, ORDINALS } from './words/units.ts';

/** Finds items named in a text. */
export interface Referents {
  /** The rank (from 1) said or named at `at`, and the tokens it takes. */
  find(tokens: readonly Token[], at: number): { readonly rank: number; readonly length: number } | undefined;
}

const COUNTED = new Set(['one', 'option', 'choice', 'suggestion', 'item', 'result']);
const LONGEST_NAME = 6;
const MOST_ITEMS = 50;

/** Makes the finder for what was shown: `recommended` items, in order. */
export function createReferents(catalog: Catalog, lexicon: Lexicon, recommended: readonly number[]): Referents {
  const names = new Map<string, number>();
  recommended.slice(0, MOST_ITEMS).forEach((item, index) => {
    const tokens = tokenise(catalog.view(item).name).filter((token) => token.kind !== 'symbol');
    for (let from = 0; from < tokens.length; from++) {
      for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_NAME); to++) {
        const part = tokens.slice(from, to);
        const whole = part.length === tokens.length;
        if (!whole && part.every((token) => token.kind === 'number' || says(token))) continue;
        const key = phraseKey(part);
        if (key.length < 2) continue;
        const other = names.get(key);
        names.set(key, other === undefined || other === index + 1 ? index + 1 : 0);
      }
    }
  });

  /** A word that has a meaning of its own names no item by itself. */
  function says(token: Token): boolean {
    return STOP_WORDS.has(token.lemma) || lexicon.nouns.has(token.lemma) || lexicon.words.has(token.lemma);
  }

  function spoken(tokens: readonly Token[], at: number): { rank: number; length: number } | undefined {
    const the = tokens[at].text === 'the' || tokens[at].text === 'my' ? 1 : 0;
    const token = tokens[at + the];
    const next = tokens[at + the + 1];
    const follows = next !== undefined && (COUNTED.has(next.lemma) || lexicon.nouns.has(next.lemma));
    if (!token) return undefined;
    if (token.kind === 'number' && !the && next?.glued && /^(?:st|nd|rd|th)$/.test(next.text)) {
      return { rank: token.value ?? 0, length: 2 };
    }
    if (Object.hasOwn(ORDINALS, token.text) && (the || follows)) {
      return { rank: ORDINALS[token.text], length: the + (follows ? 2 : 1) };
    }
    if (the || !next) return undefined;
    const number = next.value ?? (Object.hasOwn(NUMBER_WORDS, next.text) ? NUMBER_WORDS[next.text] : undefined);
    if (number === undefined || !Number.isInteger(number) || number < 1) return undefined;
    if (token.text === '#' || ['number', 'option', 'choice', 'no', 'nr'].includes(token.text)) {
      if (token.text === 'no' && (recommended.length === 0 || tokens[at + 2])) return undefined;
      return { rank: number, length: 2 };
    }
    return undefined;
  }

  return {
    find(tokens, at) {
      const said = spoken(tokens, at);
      if (said) return { rank: said.rank === -1 ? Math.max(1, recommended.length) : said.rank, length: said.length };
      if (names.size === 0) return undefined;
      let key = '';
      let found: { rank: number; length: number } | undefined;
      for (let length = 1; length <= LONGEST_NAME && at + length <= tokens.length; length++) {
        key += phraseKey([tokens[at + length - 1]]);
        const rank = tokens[at + length - 1].kind === 'symbol' ? 0 : names.get(key);
        if (rank) found = { rank, length };
      }
      return found;
    },
  };
}
