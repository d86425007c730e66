/**
 * From chunks to the things that a clause is about: values, yes/no attributes, ranges, degrees, attributes, items.
 * @module
 */
import type { Wish } from '../table/wish.ts';
import { createBench } from './bench.ts';
import type { Chunk } from './chunks.ts';
import type { Heard } from './heard.ts';
import { readAdjectives } from './read-adjectives.ts';
import { readMentions } from './read-mentions.ts';
import { readNumbers } from './read-numbers.ts';
import type { Degree } from './words/adjectives.ts';

/** How an adjective was toned: "very", "not too", "too". */
export type Tone = 'plain' | 'very' | 'mild' | 'too';

/** What a thing can be. */
export type OperandContent =
  | {
      readonly kind: 'value';
      readonly attribute: number;
      readonly values: readonly number[];
      /** Turned round by the word itself: "fanless", "not too sweet". */
      readonly negated: boolean;
      /** The words are only a part of the values' names. */
      readonly partial: boolean;
    }
  | { readonly kind: 'flag'; readonly attribute: number; readonly negated: boolean }
  | {
      readonly kind: 'range';
      readonly attribute: number;
      readonly wish: Extract<Wish, { kind: 'range' }>;
      /** Bounds were said; a bare number has none. */
      readonly bounded: boolean;
    }
  | {
      readonly kind: 'degree';
      readonly attribute: number;
      readonly direction: 'less' | 'more';
      readonly degree: Degree;
      readonly tone: Tone;
    }
  /** An attribute of which nothing is said. */
  | { readonly kind: 'about'; readonly attribute: number }
  /** An item shown, by rank or name. */
  | { readonly kind: 'rank'; readonly rank: number }
  /** A number that counts something: "3 laptops", "two dogs". */
  | { readonly kind: 'tally' }
  /** A number that belongs nowhere. */
  | { readonly kind: 'stray' };

/** One thing a clause is about; tokens `from` to before `to`. */
export type Operand = { readonly from: number; readonly to: number } & OperandContent;

/** Reads one clause. `dangling` is an attribute that the clause before named and said nothing of. */
export function operandsOf(heard: Heard, chunks: readonly Chunk[], dangling?: number): Operand[] {
  const bench = createBench(heard, chunks);
  chunks.forEach((chunk, c) => {
    if (chunk.kind === 'rank') bench.put({ kind: 'rank', rank: chunk.rank }, c);
  });
  readNumbers(bench, dangling);
  readAdjectives(bench);
  readMentions(bench);
  const valued = new Set(bench.found.flatMap((operand) => (operand.kind === 'value' ? [operand.attribute] : [])));
  return bench.found
    .filter((operand) => !(operand.kind === 'about' && valued.has(operand.attribute)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
