/**
 * Messages that do nothing but pick from what was numbered: "2", "the first one please", "both", or a choice's own words.
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { HearContext } from './context.ts';
import { fold, MOST_READ, type Token } from './tokens.ts';
import { NUMBER_WORDS, ORDINALS } from './words/units.ts';

const AROUND_A_NUMBER = new Set(
  'number option choice please the no one nr take i will choose pick ok okay fine yes good great then'.split(' '),
);

/** The picks that a message consists of; undefined when it is something else. */
export function chosenOf(text: string, tokens: readonly Token[], context: HearContext): Move[] | undefined {
  const choices = context.choices ?? [];
  const shown = context.recommended?.length ?? 0;
  const said = fold(text.slice(0, MOST_READ)).trim();
  const label = [...choices, ...(context.named ?? [])].findIndex((choice) => fold(choice).trim() === said);
  if (label >= 0) return [{ kind: 'choose', number: label + 1 }];
  const words = tokens.filter(({ kind }) => kind !== 'symbol').map((token) => token.text);
  if (choices.length === 2 && words.length <= 3 && words[0] === 'both') {
    return [
      { kind: 'choose', number: 1 },
      { kind: 'choose', number: 2 },
    ];
  }
  const rank = rankIn(words, Math.max(choices.length, shown));
  if (rank === undefined) return undefined;
  if (rank <= choices.length) return [{ kind: 'choose', number: rank }];
  return !context.asked && rank <= shown ? [{ kind: 'accept', rank }] : undefined;
}

/** The one number or rank among words that otherwise only lead to it. */
function rankIn(words: readonly string[], last: number): number | undefined {
  const telling = words.filter((word) => !AROUND_A_NUMBER.has(word));
  if (telling.length > 1) return undefined;
  const word = telling[0] ?? words.at(-1) ?? '';
  const ordinal = Object.hasOwn(ORDINALS, word) ? ORDINALS[word] : undefined;
  if (ordinal === -1) return last;
  const number = ordinal ?? (Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : Number(word || Number.NaN));
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}
