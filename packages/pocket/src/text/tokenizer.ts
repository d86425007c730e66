/**
 * Words to numbers and back: one token a word or mark.
 * @module
 */
import { SPECIAL_TOKENS, special } from '../model/special.ts';

/** A vocabulary at work. */
export interface Tokenizer {
  /** Special tokens included. */
  readonly size: number;
  /** Words in the order of their numbers, which begin behind the special tokens. */
  readonly words: readonly string[];
  /** Lower case, words and marks; what is not in the vocabulary becomes `<unknown>`. Text never gives another special token. */
  encode(text: string): number[];
  /** Words with spaces between them; special tokens are left out. Throws RangeError for a number that is no token. */
  decode(tokens: Iterable<number>): string;
  /** Words and marks of a text that are not in the vocabulary, in lower case, as often as they come. */
  unknown(text: string): string[];
  /** A word's number, if it is in the vocabulary. */
  id(word: string): number | undefined;
}

/** Makes a tokenizer. Throws RangeError when a word stands twice or is no single word or mark in lower case. */
export function createTokenizer(words: readonly string[]): Tokenizer {
  const first = SPECIAL_TOKENS.length;
  const ids = new Map(words.map((word, at) => [word, first + at]));
  if (ids.size < words.length) throw new RangeError('a word stands twice in the vocabulary');
  for (const word of words) {
    const parts = split(word);
    if (parts.length !== 1 || parts[0] !== word) throw new RangeError(`“${word}” is not one word in lower case`);
  }
  const size = first + words.length;
  return {
    size,
    words,
    encode: (text) => split(text).map((word) => ids.get(word) ?? special('<unknown>')),
    decode(tokens) {
      const said: string[] = [];
      for (const token of tokens) {
        if (!(token >= 0 && token < size)) throw new RangeError(`${token} is no token: there are ${size}`);
        if (token >= first) said.push(words[token - first]);
      }
      return said.join(' ');
    },
    unknown: (text) => split(text).filter((word) => !ids.has(word)),
    id: (word) => ids.get(word),
  };
}

function split(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}
