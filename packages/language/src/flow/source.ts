/**
 * A reply on its way, pulled part by part. What streams are turned into while they are raced, guarded and counted:
 * unlike a generator it can be cancelled while a part is awaited, so that an upstream that hangs lets go.
 * @module
 */

/** Parts of a reply, one at a time. */
export interface Source<Part> {
  next(): Promise<IteratorResult<Part, undefined>>;
  /** Lets the upstream go. A `next` that waits comes to its end. */
  cancel(reason?: unknown): void;
}

/** The end of a source. */
export const END: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** A stream as a source. */
export function fromStream<Part>(stream: ReadableStream<Part>): Source<Part> {
  const reader = stream.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? END : { done: false, value };
    },
    cancel: (reason) => void reader.cancel(reason).catch(() => {}), // it may have failed already
  };
}

/** Parts that are all there. */
export function fromParts<Part>(parts: readonly Part[]): Source<Part> {
  const left = [...parts];
  return {
    next: async () => (left.length > 0 ? { done: false, value: left.shift()! } : END),
    cancel: () => void left.splice(0),
  };
}

/** What a generator makes of a source; cancelling goes to the source, which ends the generator. */
export function through<Part>(parts: AsyncGenerator<Part, void>, cancel: (reason?: unknown) => void): Source<Part> {
  return {
    next: async () => {
      const result = await parts.next();
      return result.done ? END : result;
    },
    cancel,
  };
}

/** All that is left of a source, for a generator to go through. */
export async function* partsOf<Part>(source: Source<Part>): AsyncGenerator<Part, void> {
  for (let result = await source.next(); !result.done; result = await source.next()) yield result.value;
}

/** A source as a stream that takes a part when it is asked for one: back-pressure reaches the upstream. */
export function toStream<Part>(source: Source<Part>): ReadableStream<Part> {
  let isCancelled = false;
  return new ReadableStream<Part>(
    {
      async pull(controller) {
        try {
          const result = await source.next();
          if (isCancelled) return;
          if (result.done) controller.close();
          else controller.enqueue(result.value);
        } catch (error) {
          if (!isCancelled) controller.error(error);
        }
      },
      cancel(reason) {
        isCancelled = true;
        source.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
