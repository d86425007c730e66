/**
 * Reads a reply ahead while it is not yet known whether it goes out: up to a limit, beyond which the upstream waits.
 * @module
 */
import { END, type Source } from './source.ts';

/** How a reply began. */
export type First =
  | { readonly is: 'part' }
  | { readonly is: 'end' }
  | { readonly is: 'failed'; readonly error: unknown };

/** A source with what came with it. */
export interface Started<Part, Head> {
  readonly head: Head;
  readonly source: Source<Part>;
}

/** What counts while reading ahead. */
export interface AheadRules<Part> {
  isFirst(part: Part): boolean;
  failure(part: Part): { readonly error: unknown } | undefined;
  size(part: Part): number;
  /** Parts at most; 2,000 by default. */
  readonly parts?: number;
  /** Bytes at most; 1 MiB by default. */
  readonly bytes?: number;
}

/** A reply that is read ahead. */
export interface Ahead<Part, Head> {
  /** What came with the reply; rejects when the call failed. */
  readonly head: Promise<Head>;
  /** Its first visible part, its end without one, or its failure. Never rejects. */
  readonly first: Promise<First>;
  /** All of it from the beginning, failure included. Once only. */
  take(): Source<Part>;
  /** Lets it go. */
  cancel(reason?: unknown): void;
}

/** Starts the call at once. */
export function readAhead<Part, Head>(
  open: () => PromiseLike<Started<Part, Head>>,
  rules: AheadRules<Part>,
): Ahead<Part, Head> {
  const { parts = 2_000, bytes = 1024 * 1024 } = rules;
  const buffer: Part[] = [];
  let source: Source<Part> | undefined;
  let end: { readonly error?: unknown } | undefined;
  let isTaken = false;
  let gone: { readonly reason: unknown } | undefined;
  const { promise: first, resolve: begin } = Promise.withResolvers<First>();

  const started = (async () => open())();
  const head = started.then((opened) => opened.head);
  head.catch(() => {}); // told by `first` too

  /** Reads one part into the buffer. */
  const step = async (from: Source<Part>): Promise<void> => {
    try {
      const result = await from.next();
      if (result.done) {
        end = {};
        begin({ is: 'end' });
        return;
      }
      buffer.push(result.value);
      const failure = rules.failure(result.value);
      if (failure !== undefined) begin({ is: 'failed', error: failure.error });
      else if (rules.isFirst(result.value)) begin({ is: 'part' });
    } catch (error) {
      end = { error };
      begin({ is: 'failed', error });
    }
  };

  const pump = async (): Promise<void> => {
    source = (await started).source;
    if (gone !== undefined) source.cancel(gone.reason);
    let size = 0;
    while (!isTaken && end === undefined && gone === undefined) {
      if (buffer.length >= parts || size >= bytes) {
        begin({ is: 'part' }); // so much cannot be nothing
        return;
      }
      const count = buffer.length;
      await step(source);
      if (buffer.length > count) size += rules.size(buffer[count]);
    }
  };
  const pumped = pump().catch((error) => {
    end = { error };
    begin({ is: 'failed', error });
  });

  return {
    head,
    first,
    take() {
      isTaken = true;
      return {
        async next() {
          if (buffer.length === 0) await pumped; // a part may be on its way
          if (buffer.length === 0 && end === undefined && gone === undefined) return source!.next();
          if (buffer.length > 0) return { done: false, value: buffer.shift()! };
          if (end !== undefined && 'error' in end && gone === undefined) throw end.error;
          return END;
        },
        cancel,
      };
    },
    cancel,
  };

  function cancel(reason?: unknown): void {
    gone = { reason };
    buffer.length = 0;
    source?.cancel(reason);
    begin({ is: 'failed', error: reason });
  }
}
