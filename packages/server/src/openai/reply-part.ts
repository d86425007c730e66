/**
 * A reply of the upstream's, part by part: each part knows the bytes that it came as, so that what is not changed goes
 * out as it came.
 * @module
 */
import { END, fromStream, partsOf, type Source, through } from '@sente/language';
import { DONE, eventCutter, eventText, type RawEvent } from './events.ts';

/** What of a completion, or of a chunk of one, matters here. */
export interface Chunk {
  readonly id?: string;
  readonly created?: number;
  readonly model?: string;
  readonly error?: unknown;
  readonly choices?: readonly Choice[];
  readonly [key: string]: unknown;
}

/** One choice; `delta` in chunks, `message` in whole completions. */
export interface Choice {
  readonly delta?: Said | null;
  readonly message?: Said | null;
  readonly finish_reason?: string | null;
  readonly [key: string]: unknown;
}

/** What it says. */
export interface Said {
  readonly role?: string;
  /** A string; a list of parts from a few servers. */
  readonly content?: unknown;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly { readonly function?: { readonly name?: string } }[] | null;
  readonly function_call?: { readonly name?: string } | null;
  readonly [key: string]: unknown;
}

/** One part: an event of a stream, a whole document, or a piece of one that nobody has to understand. */
export interface ReplyPart {
  readonly raw: Uint8Array;
  /** What it says, if it is JSON. */
  readonly chunk?: Chunk;
  /** The end of a stream. */
  readonly isDone?: boolean;
}

/** A body as parts: its events, or its bytes as they come. */
export function replySource(body: ReadableStream<Uint8Array> | null, isStream: boolean): Source<ReplyPart> {
  if (body === null) return { next: async () => END, cancel: () => {} };
  const bytes = fromStream(body);
  async function* parts(): AsyncGenerator<ReplyPart, void> {
    const cutter = eventCutter();
    for await (const piece of partsOf(bytes)) {
      if (!isStream) yield { raw: piece };
      else for (const event of cutter.push(piece)) yield eventPart(event);
    }
    for (const event of cutter.rest()) yield eventPart(event);
  }
  return through(parts(), (reason) => bytes.cancel(reason));
}

/** Bytes up to which a document is understood; completions are far smaller. */
const UNDERSTOOD = 8 * 1024 * 1024;

/** The pieces of a document put together as one part; what is too large to be a completion stays in pieces. */
export function wholeDocument(source: Source<ReplyPart>): Source<ReplyPart> {
  async function* parts(): AsyncGenerator<ReplyPart, void> {
    let pieces: ReplyPart[] = [];
    let length = 0;
    for await (const part of partsOf(source)) {
      pieces.push(part);
      length += part.raw.byteLength;
      if (length <= UNDERSTOOD) continue;
      yield* pieces;
      pieces = [];
    }
    if (length <= UNDERSTOOD) yield documentPart(Buffer.concat(pieces.map(({ raw }) => raw)));
  }
  return through(parts(), (reason) => source.cancel(reason));
}

/**
 * The pieces of a document as they come, and, when all are there, a part without bytes that knows what they said: for
 * replies that are heard and not changed. Servers that send blanks to keep a connection open keep it open.
 */
export function flowingDocument(source: Source<ReplyPart>): Source<ReplyPart> {
  async function* parts(): AsyncGenerator<ReplyPart, void> {
    let pieces: Uint8Array[] = [];
    let length = 0;
    for await (const part of partsOf(source)) {
      length += part.raw.byteLength;
      if (length <= UNDERSTOOD) pieces.push(part.raw);
      else pieces = [];
      yield part;
    }
    if (length <= UNDERSTOOD) yield { ...documentPart(Buffer.concat(pieces)), raw: new Uint8Array() };
  }
  return through(parts(), (reason) => source.cancel(reason));
}

/** A document as a part. */
function documentPart(raw: Uint8Array): ReplyPart {
  const chunk = parse(Buffer.from(raw).toString('utf8'));
  return chunk === undefined ? { raw } : { raw, chunk };
}

/** A document of our own, or one that was changed. */
export function madeDocument(chunk: Chunk): ReplyPart {
  return { raw: Buffer.from(JSON.stringify(chunk)), chunk };
}

/** An event of our own, or one that was changed. */
export function madeEvent(chunk: Chunk): ReplyPart {
  return { raw: Buffer.from(eventText(JSON.stringify(chunk))), chunk };
}

/** The end of a stream. */
export const DONE_PART: ReplyPart = { raw: Buffer.from(eventText(DONE)), isDone: true };

function eventPart({ raw, data }: RawEvent): ReplyPart {
  if (data === undefined) return { raw };
  if (data.trim() === DONE) return { raw, isDone: true };
  const chunk = parse(data);
  return chunk === undefined ? { raw } : { raw, chunk };
}

function parse(text: string): Chunk | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
