/**
 * Cuts a message into sentences, and sentences into segments at commas, "and", "or" and "but".
 * @module
 */
import type { Chunk } from './chunks.ts';

/** How a segment is joined to the one before it. */
export type Connector = 'start' | 'comma' | 'and' | 'or' | 'nor' | 'but';

/** A run of chunks that says one thing, or several without a word between. */
export interface Segment {
  readonly connector: Connector;
  readonly chunks: readonly Chunk[];
  /** After it a list goes on to an "and" or "or". */
  readonly listed: boolean;
}

/**
 * Sentences: lists of chunks without their final breaks; `asks` when a question mark ends it. A question after a comma is
 * one, too. Empty ones are left out.
 */
export function sentencesOf(
  chunks: readonly Chunk[],
  isQuestionMark: (chunk: Chunk) => boolean,
  opensQuestion: (chunks: readonly Chunk[]) => boolean,
): { chunks: Chunk[]; asks: boolean }[] {
  const sentences: { chunks: Chunk[]; asks: boolean }[] = [];
  let current: Chunk[] = [];
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.kind === 'break' && (chunk.strong || opensQuestion(chunks.slice(i + 1, i + 3)))) {
      if (current.length > 0) sentences.push({ chunks: current, asks: isQuestionMark(chunk) });
      current = [];
    } else current.push(chunk);
  }
  if (current.length > 0) sentences.push({ chunks: current, asks: false });
  return sentences;
}

const CONNECTORS: Readonly<Record<string, Connector>> = { and: 'and', or: 'or', nor: 'nor', but: 'but' };

/** Segments of one sentence. "nor" also keeps its operator: it negates. */
export function segmentsOf(chunks: readonly Chunk[]): Segment[] {
  const segments: { connector: Connector; chunks: Chunk[] }[] = [];
  let connector: Connector = 'start';
  let current: Chunk[] = [];
  const close = (next: Connector): void => {
    if (current.length > 0) {
      segments.push({ connector, chunks: current });
      current = [];
      connector = next;
    } else if (connector === 'start' || connector === 'comma') connector = next;
  };
  for (const chunk of chunks) {
    if (chunk.kind === 'break') close('comma');
    else if (chunk.kind === 'operator' && Object.hasOwn(CONNECTORS, chunk.sign)) {
      close(CONNECTORS[chunk.sign]);
      if (chunk.sign === 'nor') current.push(chunk);
    } else current.push(chunk);
  }
  close('comma');
  return segments.map((segment, i) => {
    const next = segments.slice(i + 1).find(({ connector: joined }) => joined !== 'comma')?.connector;
    return { ...segment, listed: next === 'and' || next === 'or' || next === 'nor' };
  });
}
