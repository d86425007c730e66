/**
 * The number game: one from 1 to 100.
 * @module
 */
import type { Random } from '@sente/engine';
import { draw } from '../draw.ts';
import { agreesWithAnswers, type Game, type GameQuestion } from '../game.ts';
import { findSecret } from '../leak-scan.ts';
import { numberInWords } from '../number-words.ts';
import { bareWords } from '../plain.ts';
import { readYesNo, saysItHasOne } from '../read-answer.ts';

const NUMBERS: readonly string[] = Array.from({ length: 100 }, (_, i) => String(i + 1));

/** Draws three questions. */
export function numberGame(random: Random): Game {
  const bound = 35 + 5 * random.integer(7);
  const divisor = 3 + random.integer(2);
  const pool: GameQuestion[] = [
    { text: `Is it more than ${bound}?`, truth: (secret) => Number(secret) > bound },
    { text: 'Is it even?', truth: (secret) => Number(secret) % 2 === 0 },
    { text: `Can it be divided by ${divisor}?`, truth: (secret) => Number(secret) % divisor === 0 },
    { text: 'Does it end in a 5 or a 0?', truth: (secret) => Number(secret) % 5 === 0 },
  ];
  const questions = draw(pool, 3, random);
  return {
    name: 'number',
    opening: 'Think of a number between 1 and 100 and let me guess it. Do you have one?',
    questions,
    known: NUMBERS,
    ask: (candidate) => `Is it ${candidate}?`,
    reveal: 'I give up. Which number was it?',
    read: readNumber,
    accepts: saysItHasOne,
    fits: (secret, played) =>
      NUMBERS.includes(secret) && agreesWithAnswers(secret, questions, played, ({ reply }) => readYesNo(reply)),
    leak(secret, { asked, reply }, before) {
      const said = [...before.map((exchange) => exchange.asked), asked].join('\n');
      return findSecret(secret, reply, said) ?? findSecret(numberInWords(Number(secret)), reply, said);
    },
  };
}

/** The number that is named: the one after "was" or "is" if there are several. */
function readNumber(reply: string): string | undefined {
  const text = bareWords(reply);
  const said = NUMBERS.filter(
    (number) => findSecret(number, text, '') ?? findSecret(numberInWords(Number(number)), text, ''),
  );
  // "forty seven" also holds "forty" and "seven".
  const named = said.filter(
    (number) =>
      !said.some(
        (other) =>
          other !== number &&
          bareWords(numberInWords(Number(other))).split(' ').length > 1 &&
          ` ${text} `.includes(` ${numberInWords(Number(other))} `) &&
          ` ${numberInWords(Number(other))} `.includes(` ${numberInWords(Number(number))} `),
      ),
  );
  if (named.length === 1) return named[0];
  const after = /\b(?:was|is|its|number|of)(?: the)?(?: number)? (\d+)\b/.exec(text)?.[1];
  return after !== undefined && named.includes(after) ? after : undefined;
}
