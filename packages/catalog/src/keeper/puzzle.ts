/**
 * Something that the shopkeeper has thought of: what it may be, what was said about it, and, where there is a vault, what
 * it is. Written down in the turn in which the shopkeeper says that it has thought of something, and never changed.
 *
 * Without a vault there is no fact of the matter: each reply is drawn anew among what fits the replies before it, as by an
 * assistant that sees the transcript and nothing else (Shanahan et al. 2023, "Role play with large language models").
 * @module
 */
import type { Keep } from './state.ts';

/** What can be asked with yes or no: whether position k of `puzzle.universe` is so. */
export type Test = (position: number) => boolean;

/** A thing thought of. */
export interface Puzzle {
  readonly kind: 'item' | 'number' | 'word' | 'fact';
  /** `trip`, `number`, `word`, "dog's name". */
  readonly about: string;
  /** Everything that it may be, in words. */
  readonly universe: readonly string[];
  /** Items behind `universe`, for `item`. */
  readonly items?: readonly number[];
  /** Position in `universe` of what it is; absent without a vault. */
  readonly secret?: number;
  /** What was said about it. */
  readonly said: readonly Test[];
  /** Letters that were guessed, for `word`. */
  readonly letters: readonly string[];
  readonly over: boolean;
  /** The shopkeeper's turn in which it was thought of. */
  readonly turn: number;
  /** What was revealed; it stays so. */
  readonly told?: number;
}

/** Thinks of something. `label` names the draw: equal labels, equal thoughts in one conversation, whatever its dice. */
export function think(
  keep: Keep,
  what: Pick<Puzzle, 'kind' | 'about' | 'universe' | 'items'>,
  turn: number,
  label: string,
): Puzzle {
  const blank = { ...what, said: [], letters: [], over: false, turn };
  if (keep.options.vault === false) return blank;
  return { ...blank, secret: keep.secrets.split(label).integer(what.universe.length) };
}

/** What it is, as of this turn. */
export function thoughtOf(keep: Keep, puzzle: Puzzle, turn: number): number {
  const known = puzzle.told ?? puzzle.secret;
  if (known !== undefined) return known;
  const fitting = puzzle.universe.flatMap((_, k) => (puzzle.said.every((test) => test(k)) ? [k] : []));
  return fitting.length === 0 ? 0 : keep.dice.split('thought').split(turn).pick(fitting);
}

/** The puzzle with a reply on record: `test` came out as `answer`. */
export function withReply(puzzle: Puzzle, test: Test, answer: boolean): Puzzle {
  return { ...puzzle, said: [...puzzle.said, (k) => test(k) === answer] };
}

/** The puzzle, revealed. */
export function revealed(puzzle: Puzzle, thought: number): Puzzle {
  return { ...puzzle, over: true, told: thought };
}

/** A word with the letters that were guessed: "_ A _ E _". */
export function pattern(word: string, letters: readonly string[]): string {
  return Array.from(word, (letter) => (letters.includes(letter) ? letter.toUpperCase() : '_')).join(' ');
}
