/**
 * From the chunks of one sentence to moves.
 * @module
 */
import type { Move } from '../table/wish.ts';
import { actsOf } from './acts-said.ts';
import { answerOf } from './answers.ts';
import type { Chunk } from './chunks.ts';
import { type Heard, wordsOf } from './heard.ts';
import type { Said } from './merge.ts';
import { operandsOf } from './operands.ts';
import { type Carry, type Judged, judge } from './polarity.ts';
import { questionOf } from './questions.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { soleSigns } from './signs.ts';
import { movesOf } from './wishes.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** What a sentence came to. */
export interface Clause {
  readonly said: readonly Said[];
  /** Runs of tokens that carry content and were not understood: [from, to). */
  readonly left: readonly (readonly [number, number])[];
  /** An attribute named, with nothing said of it. */
  readonly dangling?: number;
}

/** "At least 16, better 32": a second wish about one thing that opens so is a bonus, not a demand. */
const PREFERRED = new Set(['better', 'preferably', 'ideally', 'even', 'best', 'optimally']);

/** What is said by way of correction takes the place of what was said of the attribute before; what goes on about it adds to that. */
function inPlace(said: Said, replaced: Set<number>): Said {
  const { move } = said;
  if (move.kind !== 'wish' || move.also || replaced.has(move.wish.attribute)) return said;
  replaced.add(move.wish.attribute);
  return { ...said, connector: 'but', instead: true };
}

const plain = (move: Move): Said => ({ move, connector: 'none' });

/** What the sentence before left open: an attribute of which nothing was said, an item ("the second one"). */
export interface Before {
  readonly dangling?: number;
  readonly rank?: number;
}

/** Understands one sentence. */
export function hearSentence(heard: Heard, chunks: readonly Chunk[], asks: boolean, before: Before): Clause {
  const question = questionOf(heard, chunks, asks, before.rank);
  if (question?.kind === 'moves') {
    return { said: [...actsOf(heard, chunks, []).map(plain), ...question.moves.map(plain)], left: [] };
  }
  const inner = question?.kind === 'count' ? question.rest : chunks;
  const said: Said[] = [];
  const covered: [number, number][] = [];
  let carry: Carry = { polarity: 'plain', wide: false };
  let open = before.dangling;
  let corrected = false;
  const replaced = new Set<number>();
  for (const segment of segmentsOf(inner)) {
    const heardSegment = hearSegment(heard, segment, carry, open);
    // "At least 10, no wait, at most 3": the second takes the place of the first.
    corrected ||= segment.chunks.some((chunk) => chunk.kind === 'operator' && chunk.sign === 'instead');
    const wished = new Set(said.flatMap(({ move }) => (move.kind === 'wish' ? [move.wish.attribute] : [])));
    const bonus = PREFERRED.has(heard.tokens[segment.chunks[0].from].text);
    said.push(
      ...heardSegment.said
        .filter(({ move }) => !(bonus && move.kind === 'wish' && wished.has(move.wish.attribute)))
        .map((one) => (corrected ? inPlace(one, replaced) : one)),
    );
    covered.push(...heardSegment.covered);
    carry = heardSegment.carry;
    open = heardSegment.dangling;
  }
  if (question?.kind === 'count') {
    const wishes = said.flatMap(({ move }) => (move.kind === 'wish' ? [move.wish] : []));
    const counts: Move[] = wishes.length > 0 ? wishes.map((wish) => ({ kind: 'count', wish })) : [{ kind: 'count' }];
    return { said: counts.map(plain), left: wishes.length > 0 ? leftOf(inner, covered) : [] };
  }
  return { said, left: leftOf(inner, covered), ...(open === undefined ? {} : { dangling: open }) };
}

interface HeardSegment {
  readonly said: Said[];
  readonly covered: [number, number][];
  readonly carry: Carry;
  readonly dangling?: number;
}

function hearSegment(heard: Heard, segment: Segment, carry: Carry, dangling: number | undefined): HeardSegment {
  const { chunks } = segment;
  const from = chunks[0].from;
  const to = chunks[chunks.length - 1].to;
  const signs = soleSigns(heard.tokens.slice(from, to));
  const operands = operandsOf(heard, chunks, dangling);
  if (signs.length > 0 && operands.length === 0) {
    const moves = answerOf(signs, heard.context, false);
    if (moves) return { said: moves.map(plain), covered: [[from, to]], carry: { polarity: 'plain', wide: false } };
  }
  const isWide = (chunk: Chunk): boolean => ['without', 'neither'].includes(heard.tokens[chunk.from].text);
  const { judged, carry: next } = judge(segment, operands, carry, isWide);
  const said: Said[] = [];
  const also = chunks.some((chunk) => chunk.kind === 'operator' && chunk.sign === 'also');
  let first = true;
  for (const one of judged) {
    const reached = anyAttribute(chunks, one) ? { ...one, polarity: 'indifferent' as const } : one;
    for (const move of movesOf(heard, reached)) {
      const marked = also && move.kind === 'wish' && move.wish.kind !== 'range' ? { ...move, also: true } : move;
      said.push({
        move: marked,
        connector: first ? segment.connector : 'none',
        partial: one.operand.kind === 'value' && one.operand.partial,
      });
      first = false;
    }
  }
  const acts = actsOf(heard, chunks, judged);
  said.unshift(...acts.map(plain));
  if (operands.length === 0 && acts.length === 0) said.push(...bare(heard, chunks).map(plain));
  const about = judged.findLast(({ operand, polarity }) => operand.kind === 'about' && polarity === 'plain')?.operand;
  const open = about?.kind === 'about' && said.length === 0 ? about.attribute : undefined;
  const covered = operands
    .filter(({ kind }) => kind !== 'stray')
    .map((operand): [number, number] => [operand.from, operand.to]);
  return { said, covered, carry: next, ...(open === undefined ? {} : { dangling: open }) };
}

/** "Any colour": open, unless "any" only introduces a value. */
function anyAttribute(chunks: readonly Chunk[], { operand, polarity }: Judged): boolean {
  if (operand.kind !== 'about' || polarity !== 'plain') return false;
  const at = chunks.findIndex((chunk) => chunk.from >= operand.from);
  return chunks.some((chunk, i) => chunk.kind === 'operator' && chunk.sign === 'any' && i < at && at - i <= 2);
}

/** Operators with nothing to hold for: they answer what was asked. */
function bare(heard: Heard, chunks: readonly Chunk[]): Move[] {
  const signs = chunks.flatMap((chunk) => (chunk.kind === 'operator' ? [chunk.sign] : []));
  if (signs.includes('indifferent') || (signs.includes('needless') && heard.context.asked))
    return [{ kind: 'indifferent' }];
  if (signs.includes('unknown')) return [{ kind: 'unknown' }];
  return [];
}

/** Unknown words and unresolved adjectives outside what was understood. */
function leftOf(chunks: readonly Chunk[], covered: readonly (readonly [number, number])[]): [number, number][] {
  const left: [number, number][] = [];
  for (const chunk of chunks) {
    const content =
      chunk.kind === 'unknown' || (chunk.kind === 'adjective' && !STOP_WORDS.has(chunk.text)) || chunk.kind === 'span';
    if (!content || covered.some(([from, to]) => chunk.from >= from && chunk.from < to)) continue;
    const last = left.at(-1);
    if (last && last[1] === chunk.from) last[1] = chunk.to;
    else left.push([chunk.from, chunk.to]);
  }
  return left;
}

/** The words of what was left, in the user's spelling. */
export function leftWords(heard: Heard, left: readonly (readonly [number, number])[]): string {
  return left.map(([from, to]) => wordsOf(heard, from, to)).join(', ');
}
