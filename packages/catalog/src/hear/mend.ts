/**
 * Mends the misspelt words of a message: those that mean nothing here and are no ordinary word.
 * @module
 */
import type { Lexicon } from './lexicon.ts';
import type { Referents } from './referents.ts';
import { CONTROL_WORDS } from './signs.ts';
import { createSpeller } from './spelling.ts';
import { lemma, type Token } from './tokens.ts';
import { ADJECTIVES } from './words/adjectives.ts';
import { COMMON_WORDS, STOP_WORDS } from './words/stop-words.ts';
import { MULTIPLIERS, NUMBER_WORDS, ORDINALS, UNITS } from './words/units.ts';

/** At most so many words of a message are mended: more misspelt ones are no message. */
const MOST_MENDED = 6;

/** Makes the mender for a catalogue's words. */
export function createMender(lexicon: Lexicon): (tokens: readonly Token[], referents: Referents) => Token[] {
  const own = new Set([...CONTROL_WORDS, ...ADJECTIVES.keys(), ...Object.keys(NUMBER_WORDS)]);
  const unitWords = [...UNITS.keys()].filter((word) => word.length >= 5);
  const stop = [...STOP_WORDS].filter((word) => word.length >= 5);
  const here = new Set([...lexicon.words, ...lexicon.nouns]);
  const speller = createSpeller([...here, ...own, ...unitWords, ...stop], (word) =>
    here.has(word) ? 0 : own.has(word) ? 0.2 : 0.4,
  );
  const known = (token: Token): boolean =>
    [token.text, token.lemma].some(
      (word) =>
        here.has(word) ||
        own.has(word) ||
        STOP_WORDS.has(word) ||
        COMMON_WORDS.has(word) ||
        UNITS.has(word) ||
        Object.hasOwn(MULTIPLIERS, word) ||
        Object.hasOwn(ORDINALS, word),
    );
  return (tokens, referents) => {
    const mended = new Map<string, string | undefined>();
    let covered = 0;
    return tokens.map((token, at) => {
      if (token.kind !== 'word' || at < covered || known(token) || token.text.length < 3) return token;
      const length = Math.max(lexicon.find(tokens, at)?.length ?? 0, referents.find(tokens, at)?.length ?? 0);
      if (length > 0) {
        covered = at + length;
        return token;
      }
      if (token.text.endsWith('less') && lexicon.read(token.text.slice(0, -4)).length > 0) return token;
      if (token.text.startsWith('un') && lexicon.read(token.text.slice(2)).length > 0) return token;
      if (!mended.has(token.text) && mended.size < MOST_MENDED) mended.set(token.text, speller.mend(token.text));
      const word = mended.get(token.text);
      return word === undefined ? token : { ...token, text: word, lemma: lemma(word) };
    });
  };
}
