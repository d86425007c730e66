/**
 * A form of parts for tests: text is a string, a failure an error, `~x` is thinking, `|` ends a piece of text, `!x`
 * calls tool x.
 * @module
 */
import type { PartForm } from './part-form.ts';
import type { Source } from './source.ts';

export type Letter = string | Error;

const isText = (part: Letter): part is string => typeof part === 'string' && !/^[~|!]/.test(part);

export const letters: PartForm<Letter> = {
  isFirst: (part) => typeof part === 'string' && part !== '' && part !== '|',
  failure: (part) => (part instanceof Error ? { error: part } : undefined),
  size: (part) => String(part).length,
  text: (part) => (isText(part) ? part : ''),
  withText: (_, text) => text,
  calls: (part) => (typeof part === 'string' && part.startsWith('!') ? [part.slice(1)] : []),
  hush: (part) => (typeof part === 'string' && part.startsWith('~') ? undefined : part),
  isBoundary: (part) => part === '|',
  isOpening: (part) => part === '',
  said: (text) => [text, '|'],
  ending: () => {
    let isOpen = false;
    const close = (): Letter[] => {
      const parts = isOpen ? ['|'] : [];
      isOpen = false;
      return parts;
    };
    return {
      see: (part) => {
        isOpen = part !== '' && isText(part);
      },
      close,
      words: (text) => [...close(), text, '|'],
      finish: (isBroken) => [...close(), isBroken ? '!broken' : '!stop'],
    };
  },
};

/** A reply that a test lets out part by part. */
export interface Tap {
  readonly source: Source<Letter>;
  give(...parts: Letter[]): void;
  end(): void;
  fail(error: Error): void;
  /** Parts that were asked for. */
  readonly pulled: number;
  /** Reasons of cancelling. */
  readonly cancelled: unknown[];
}

export function tap(): Tap {
  const ready: (() => IteratorResult<Letter, undefined>)[] = [];
  const waiting: ((make: () => IteratorResult<Letter, undefined>) => void)[] = [];
  const cancelled: unknown[] = [];
  let pulled = 0;
  const put = (make: () => IteratorResult<Letter, undefined>): void => {
    const next = waiting.shift();
    if (next) next(make);
    else ready.push(make);
  };
  const end = (): void => put(() => ({ done: true, value: undefined }));
  return {
    source: {
      async next() {
        pulled++;
        const make =
          ready.shift() ?? (await new Promise<() => IteratorResult<Letter, undefined>>((r) => waiting.push(r)));
        return make();
      },
      cancel(reason) {
        cancelled.push(reason);
        end();
      },
    },
    give: (...parts) => {
      for (const value of parts) put(() => ({ done: false, value }));
    },
    end,
    fail: (error) =>
      put(() => {
        throw error;
      }),
    get pulled() {
      return pulled;
    },
    cancelled,
  };
}

/** All parts up to the end. */
export async function all(source: Source<Letter>): Promise<Letter[]> {
  const parts: Letter[] = [];
  for (let result = await source.next(); !result.done; result = await source.next()) parts.push(result.value);
  return parts;
}
