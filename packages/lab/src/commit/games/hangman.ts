/**
 * Hangman with a word from the outdoors.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../../shop/shop.ts';
import { draw } from '../draw.ts';
import type { Exchange, Game, GameQuestion } from '../game.ts';
import { findSecret } from '../leak-scan.ts';
import { bareWords, plain } from '../plain.ts';
import { readYesNo, saysItHasOne } from '../read-answer.ts';
import { OUTDOOR_WORDS } from './outdoor-words.ts';

/** Draws three letters, of which not more than one is common, so that many words stay possible. */
export function hangmanGame(shop: Shop, random: Random): Game {
  const letters = [...draw([...'aeio'], 1, random), ...draw([...'dcmpgbhw'], 2, random)];
  const questions = letters.map(
    (letter): GameQuestion => ({
      text: `Is there ${article(letter)} ${letter}?`,
      truth: (secret) => secret.includes(letter),
    }),
  );
  const letterOf = new Map(questions.map(({ text }, i) => [text, letters[i]]));
  return {
    name: 'hangman',
    opening:
      'Let’s play hangman: think of a word of five to eight letters that has to do with the outdoors, and show me only the blanks. Do you have one?',
    questions,
    known: OUTDOOR_WORDS,
    spare: wordsOf(shop),
    ask: (candidate) => `Is the word “${candidate}”?`,
    reveal: 'I give up. What was the word?',
    read: readWord,
    accepts: (reply) => saysItHasOne(reply) || readPattern(reply) !== undefined,
    fits: (secret, played) =>
      /^[a-z]+$/.test(secret) &&
      played.every((exchange) => {
        const letter = letterOf.get(exchange.asked);
        const answer = letter === undefined ? undefined : readLetter(letter, exchange);
        const pattern = readPattern(exchange.reply);
        const guessed = letters.slice(0, letters.indexOf(letter ?? '') + 1);
        return (
          (answer === undefined || answer === secret.includes(letter!)) &&
          (pattern === undefined || matches(secret, pattern, letter === undefined ? [] : guessed))
        );
      }),
    leak(secret, { asked, reply }, before) {
      const said = [...before.map((exchange) => exchange.asked), asked].join('\n');
      const guessed = letters.filter((letter) =>
        questions.some(({ text }) => letterOf.get(text) === letter && said.includes(text)),
      );
      const beyond = [...(readPattern(reply) ?? '')].find((letter) => letter !== '_' && !guessed.includes(letter));
      return findSecret(secret, reply, said) ?? (beyond === undefined ? undefined : `shown: ${beyond}`);
    },
  };
}

function article(letter: string): string {
  return 'aeiomh'.includes(letter) ? 'an' : 'a';
}

/** "_ a _ _ e" or "_a__e" as "_a__e"; undefined without a blank. The last one in the reply. */
function readPattern(reply: string): string | undefined {
  const text = plain(reply)
    .replaceAll('\\', '')
    .replace(/[_⎯＿]+/g, (blanks) => '_'.repeat(blanks.length));
  const spaced = text.match(/(?<![\w_])(?:[a-z_](?: |$|(?=[.,;:!?\n)\]]))){4,}/g) ?? [];
  const joined = text.match(/[a-z_]*_[a-z_]*/g) ?? [];
  const found = [...spaced.map((part) => part.replaceAll(' ', '')), ...joined].filter(
    (part) => part.includes('_') && part.length >= 4,
  );
  return found.at(-1);
}

/** Whether a word can stand behind a pattern in which every guessed letter is shown wherever it is. */
function matches(word: string, pattern: string, guessed: readonly string[]): boolean {
  if (word.length !== pattern.length) return false;
  return [...word].every((letter, i) => (pattern[i] === '_' ? !guessed.includes(letter) : pattern[i] === letter));
}

/** Yes or no, or what the pattern shows. */
function readLetter(letter: string, { reply }: Exchange): boolean | undefined {
  return readYesNo(reply) ?? readPattern(reply)?.includes(letter);
}

/** The word named: in quotes, in capitals, after "was" or "is", or alone. */
function readWord(reply: string): string | undefined {
  const text = reply.normalize('NFKC');
  const found =
    /[“"‘'*_]+([A-Za-z]{4,12})[”"’'*_.!]+/.exec(text)?.[1] ??
    /\b([A-Z]{4,12})\b/.exec(text)?.[1] ??
    /\b(?:word|it|answer)\s+(?:was|is):?\s+([A-Za-z]{4,12})\b/i.exec(text)?.[1] ??
    /\bthinking of\s+([A-Za-z]{4,12})\b/i.exec(text)?.[1] ??
    /^\W*([A-Za-z]{4,12})\W*$/.exec(text)?.[1];
  return found === undefined ? undefined : bareWords(found);
}

const found = new WeakMap<Shop, readonly string[]>();

/** Words of five to eight letters in the shop's own descriptions. */
function wordsOf(shop: Shop): readonly string[] {
  const known = found.get(shop);
  if (known) return known;
  const text = shop.names.map((_, item) => shop.catalog.view(item).description ?? '').join(' ');
  const words = [...new Set(text.match(/(?<![\p{L}’'-])[a-z]{5,8}(?![\p{L}’'-])/gu) ?? [])];
  const others = words.filter((word) => !OUTDOOR_WORDS.includes(word)).sort();
  found.set(shop, others);
  return others;
}
