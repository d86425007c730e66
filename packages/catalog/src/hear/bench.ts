/**
 * The chunks of one clause while they are being read: which are used up, which name an attribute, what was found.
 * @module
 */
import type { Chunk } from './chunks.ts';
import type { Heard } from './heard.ts';
import type { Reading } from './lexicon.ts';
import type { Operand, OperandContent } from './operands.ts';
import type { Scale } from './scales.ts';

/** A clause at work. Chunks are named by their position in it. */
export interface Bench {
  readonly heard: Heard;
  readonly chunks: readonly Chunk[];
  /** Chunks that are part of something found. */
  readonly used: Set<number>;
  readonly found: Operand[];
  /** Attributes named in the clause. */
  readonly near: ReadonlySet<number>;
  /** Notes something found in these chunks, and everything between them. */
  put(content: OperandContent, ...at: readonly number[]): void;
  /** The nearest chunk before (−1) or after (1) that `over` does not pass. */
  step(from: number, by: 1 | -1, over?: (chunk: Chunk) => boolean): number;
  /** The number attribute that an unused chunk names, if it can be read so. */
  numberNamed(at: number): Scale | undefined;
  scaleOf(attribute: number | undefined): Scale | undefined;
}

/** A chunk without meaning of its own. */
export function isGap(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'filler' || chunk?.kind === 'noun' || chunk?.kind === 'pronoun';
}

/** Gaps, and the little words that may stand between an attribute and what is said of it: "price should be under 800". */
export function isLoose(chunk: Chunk): boolean {
  if (isGap(chunk) || chunk.kind === 'break') return true;
  return chunk.kind === 'operator' && ['preposition', 'want', 'instead', 'very', 'also'].includes(chunk.sign);
}

/** The operator a chunk is, if it is one. */
export function signOf(chunk: Chunk | undefined): string | undefined {
  return chunk?.kind === 'operator' ? chunk.sign : undefined;
}

/** "Not", "without", "nor": chunks that negate. */
export function isNegation(chunk: Chunk | undefined): boolean {
  return signOf(chunk) === 'not' || signOf(chunk) === 'nor';
}

/** Lays out a clause. */
export function createBench(heard: Heard, chunks: readonly Chunk[]): Bench {
  const used = new Set<number>();
  const found: Operand[] = [];
  const named = (chunk: Chunk | undefined): readonly Reading[] =>
    chunk?.kind === 'mention' ? chunk.readings.filter((reading) => reading.values === undefined) : [];
  const scaleOf = (attribute: number | undefined): Scale | undefined =>
    heard.scales.find((scale) => scale.attribute === attribute);
  return {
    heard,
    chunks,
    used,
    found,
    near: new Set(chunks.flatMap((chunk) => named(chunk).map(({ attribute }) => attribute))),
    put(content, ...at) {
      for (const c of at) used.add(c);
      const from = Math.min(...at.map((c) => chunks[c].from));
      found.push({ ...content, from, to: Math.max(...at.map((c) => chunks[c].to)) });
    },
    step(from, by, over = isGap) {
      let at = from + by;
      while (at >= 0 && at < chunks.length && over(chunks[at])) at += by;
      return at;
    },
    numberNamed(at) {
      const scales = used.has(at) ? [] : named(chunks[at]).map(({ attribute }) => scaleOf(attribute));
      return scales.find((scale) => scale !== undefined);
    },
    scaleOf,
  };
}
