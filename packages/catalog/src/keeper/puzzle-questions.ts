/**
 * What is asked about a thing thought of, as a test of what it may be.
 * @module
 */
import { compileWish } from '../index/catalog-index.ts';
import { valuesOf } from '../speak/traits.ts';
import { nameFinder } from './names.ts';
import type { Puzzle, Test } from './puzzle.ts';
import type { Keep } from './state.ts';

/** A question with yes or no; `guess`: the one position that it names, when it is a guess. */
export interface Asked {
  readonly test: Test;
  readonly guess?: number;
  /** A single letter of a word. */
  readonly letter?: string;
}

const LEAD =
  /^\W*(?:(?:and|so|ok|okay|hmm|well|then|now|right|next question|question|first|my guess|i guess|i think|i say|maybe|perhaps)\b[\s,:.]*)*/i;
const ASKS =
  /^(?:(?:is|was|would|does|do|did|has|have|can|could|are|isn't|doesn't)\s+(?:it|that|this|the \w+|you|there|one|he|she|they|your \w+(?:'s \w+)?)\b\s*|it's\s+|it is\s+|is\s+)(?:be |have |go |take |include |cost |last |allow |contain |in )?/i;

/** Reads a question; undefined when it is none that yes or no answers. */
export function askedOf(keep: Keep, puzzle: Puzzle, sentence: string): Asked | undefined {
  const text = sentence.replaceAll('’', "'").replace(LEAD, '').trim();
  if (puzzle.kind === 'item') return aboutItem(keep, puzzle, text);
  if (puzzle.kind === 'number') return aboutNumber(puzzle, text);
  return aboutLetters(puzzle, text);
}

function aboutItem(keep: Keep, puzzle: Puzzle, text: string): Asked | undefined {
  const items = puzzle.items ?? [];
  const named = [...new Set(nameFinder(keep.index.catalog)(text).map(({ item }) => item))];
  if (named.length > 0) {
    const guess = items.indexOf(named[0]);
    return { test: (k) => named.includes(items[k]), ...(named.length === 1 && guess >= 0 && { guess }) };
  }
  const whole = keep.listen(text, {});
  const bare = keep.listen(text.replace(ASKS, '').replace(/\?+\s*$/, ''), {});
  const wishes = bare.flatMap((move) => (move.kind === 'wish' ? [compileWish(keep.index, move.wish)] : []));
  if (wishes.length > 0) return { test: (k) => wishes.every((test) => test(items[k])) };
  const question = [...whole, ...bare].find((move) => move.kind === 'question');
  if (question?.kind !== 'question' || !ASKS.test(text)) return undefined;
  const { attribute, values } = question;
  const wanted = values ?? (keep.index.catalog.attributes[attribute].type === 'boolean' ? [0] : undefined);
  if (!wanted) return undefined;
  return { test: (k) => valuesOf(keep.index, items[k], attribute).some((value) => wanted.includes(value)) };
}

const NUMBER = '(-?\\d[\\d,]*)';
const number = (digits: string): number => Number(digits.replaceAll(',', ''));

function aboutNumber({ universe }: Puzzle, text: string): Asked | undefined {
  const of = (test: (n: number) => boolean): Asked => ({ test: (k) => test(number(universe[k])) });
  const find = (source: string): RegExpExecArray | null => new RegExp(source.replaceAll('#', NUMBER), 'i').exec(text);
  const between = find('between # (?:and|to) #') ?? find('from # to #');
  if (between) return of((n) => n >= number(between[1]) && n <= number(between[2]));
  const least =
    find('(?:at least|no less than|not under|not below) #') ?? find('# or (?:more|higher|above|bigger|greater)');
  if (least) return of((n) => n >= number(least[1]));
  const most = find('(?:at most|no more than|not over|not above|up to) #') ?? find('# or (?:less|lower|below|smaller)');
  if (most) return of((n) => n <= number(most[1]));
  const more = find('(?:more|greater|higher|bigger|larger|over|above|exceed\\w*|past) ?(?:than)? ?#');
  if (more) return of((n) => n > number(more[1]));
  const less = find('(?:less|lower|smaller|under|below|fewer) ?(?:than)? ?#');
  if (less) return of((n) => n < number(less[1]));
  const divides = find('(?:divisible by|multiple of|divide\\w* by|in the # times table) ?#?');
  if (divides) {
    const by = number(/-?\d+/.exec(divides[0])?.[0] ?? '1') || 1;
    return of((n) => n % by === 0);
  }
  if (/\beven\b/i.test(text)) return of((n) => n % 2 === 0);
  if (/\bodd\b/i.test(text)) return of((n) => Math.abs(n % 2) === 1);
  if (/\bprime\b/i.test(text)) return of(isPrime);
  if (/\bsquare\b/i.test(text)) return of((n) => n >= 0 && Number.isInteger(Math.sqrt(n)));
  const digits = /\b(one|two|three|single|double|1|2|3)[- ]digits?\b/i.exec(text);
  if (digits) {
    const count = { one: 1, single: 1, 1: 1, two: 2, double: 2, 2: 2, three: 3, 3: 3 }[digits[1].toLowerCase()];
    return of((n) => String(Math.abs(n)).length === count);
  }
  const ends = find('end\\w* (?:in|with|on) (?:an? )?#(?: or (?:an? |in )?#)?');
  if (ends) return of((n) => ends.slice(1).some((digits) => digits !== undefined && String(n).endsWith(digits)));
  const starts = find('(?:start|begin)\\w* (?:in|with|on) (?:an? )?#');
  if (starts) return of((n) => String(n).startsWith(starts[1]));
  const holds = find('(?:contain|have|has|digit)\\w* (?:an? |the digit )?#');
  if (holds) return of((n) => String(n).includes(holds[1]));
  const several = [...text.matchAll(/-?\d[\d,]*/g)].map(([digits]) => number(digits));
  if (several.length > 1 && /\bor\b/i.test(text)) return of((n) => several.includes(n));
  const exact = /^\D*?(-?\d[\d,]*)\D*$/.exec(text);
  if (!exact) return undefined;
  const guess = universe.indexOf(String(number(exact[1])));
  return { test: (k) => number(universe[k]) === number(exact[1]), ...(guess >= 0 && { guess }) };
}

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
}

/** Words and names: letters, beginnings, ends, lengths, and guesses. */
function aboutLetters({ kind, universe }: Puzzle, text: string): Asked | undefined {
  const plain = text.toLowerCase();
  const begins = /\b(?:start|begin)\w*\s+(?:with|in|on)\s+(?:an?\s+|the letter\s+)?["'“]?([a-z]+)/.exec(plain);
  if (begins) return { test: (k) => universe[k].toLowerCase().startsWith(begins[1]) };
  const ends = /\bend\w*\s+(?:with|in|on)\s+(?:an?\s+|the letter\s+)?["'“]?([a-z]+)/.exec(plain);
  if (ends) return { test: (k) => universe[k].toLowerCase().endsWith(ends[1]) };
  const long = /\b(more|fewer|less|longer|shorter)\s+than\s+(\d+)/.exec(plain);
  if (long)
    return {
      test: (k) =>
        /more|longer/.test(long[1]) ? universe[k].length > Number(long[2]) : universe[k].length < Number(long[2]),
    };
  const letter =
    /(?:^|\b(?:letter|an?|any|contain|have|has|is there|guess|say|try)\s+["'“]?)([a-z])["'”]?s?\s*(?:in it|in there|in the word|please|next|then)?\W*$/.exec(
      plain,
    );
  if (letter) {
    const of = letter[1];
    return { test: (k) => universe[k].toLowerCase().includes(of), ...(kind === 'word' && { letter: of }) };
  }
  const guess = universe.findIndex((value) =>
    new RegExp(`(?:^|[^\\p{L}\\p{N}])${literally(value.toLowerCase())}(?:$|[^\\p{L}\\p{N}])`, 'u').test(plain),
  );
  if (guess >= 0) return { test: (k) => k === guess, guess };
  const other =
    /^(?:is|was|it's|it is)\s+(?:it\s+)?(?:the word\s+|called\s+|named\s+|an?\s+)?["'“]?([\p{L}-]+)["'”]?\W*$/u.exec(
      plain,
    );
  return other ? { test: () => false } : undefined;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
