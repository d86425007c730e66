/**
 * Messages that do nothing but pick from what was numbered: "2", "the first one please", "both", or a choice's own words.
 * @module
 */
import type { Move } from '../table/wish.ts';
import type { HearContext } from './context.ts';
import { fold, type Token } from './tokens.ts';
import { NUMBER_WORDS } from './words/units.ts';

/** Messages that pick from what was numbered: its number, its words, "both", or a rank. */
export function chosenOf(text: string, tokens: readonly Token[], context: HearContext): Move[] | undefined {
  const choices = context.choices ?? [];
  const label = choices.findIndex((choice) => fold(choice).trim() === fold(text.slice(0, 2000)).trim());
  if (label >= 0) return [{ kind: 'choose', number: label + 1 }];
  const words = tokens.filter((token) => token.kind !== 'symbol').map((token) => token.text);
  const shown = context.recommended?.length ?? 0;
  if (choices.length === 2 && words.length <= 3 && words[0] === 'both') {
    return [
      { kind: 'choose', number: 1 },
      { kind: 'choose', number: 2 },
    ];
  }
  const bare = words.filter(
    (word) =>
      ![
        'number',
        'option',
        'choice',
        'please',
        'the',
        'no',
        'one',
        'nr',
        'take',
        'i',
        'will',
        'choose',
        'pick',
      ].includes(word),
  );
  const only = bare.length === 1 ? bare[0] : bare.length === 0 && words.at(-1) === 'one' ? 'one' : undefined;
  if (only === undefined) return undefined;
  const number = Object.hasOwn(NUMBER_WORDS, only)
    ? NUMBER_WORDS[only]
    : RANK_WORDS.indexOf(only) >= 0
      ? RANK_WORDS.indexOf(only) + 1
      : Number(only);
  const rank = only === 'last' ? Math.max(choices.length, shown) : number;
  if (!Number.isInteger(rank) || rank < 1) return undefined;
  if (rank <= choices.length) return [{ kind: 'choose', number: rank }];
  if (!context.asked && rank <= shown) return [{ kind: 'accept', rank }];
  return undefined;
}

const RANK_WORDS = ['first', 'second', 'third', 'fourth', 'fifth'];
