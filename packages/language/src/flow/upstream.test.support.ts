/**
 * A scripted upstream that speaks OpenAI's form, for tests: a `fetch` that replies well or ill.
 * @module
 */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';

/** Pieces of a body with milliseconds to wait before each; `cut` breaks the connection, `hang` never ends it. */
export type Piece = { readonly wait?: number; readonly bytes: string } | 'cut' | 'hang';

/** A response: status, headers, body. `nothing`: no response at all. */
export type Reply =
  | 'nothing'
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly pieces: Iterable<Piece>;
    };

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'r', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** Events of a streamed reply. */
export const events: { role: string; text(content: string): string; end: string } = {
  role: chunk({ role: 'assistant', content: '' }),
  text: (content: string): string => chunk({ content }),
  end: `${chunk({}, 'stop')}data: [DONE]\n\n`,
};

/** A good reply: the first word after `wait` milliseconds. */
export function good(wait: number, ...words: string[]): Reply {
  const [first, ...rest] = words;
  return {
    pieces: [
      { bytes: events.role },
      { wait, bytes: events.text(first) },
      ...rest.map((word) => ({ bytes: events.text(word) })),
      { bytes: events.end },
    ],
  };
}

/** A good reply that comes whole. */
export function whole(wait: number, content: string): Reply {
  const message = { role: 'assistant', content };
  const body = {
    id: 'r',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
  };
  return { headers: { 'content-type': 'application/json' }, pieces: [{ wait, bytes: JSON.stringify(body) }] };
}

/** One request as the upstream saw it. */
export interface Seen {
  readonly body: string;
  readonly url: string;
  readonly method: string;
  aborted: boolean;
  /** Pieces that were sent. */
  sent: number;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });

/** The model and what its upstream saw. */
export function upstream(reply: (body: string) => Reply): { model: LanguageModelV4; seen: Seen[] } {
  const seen: Seen[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const mine: Seen = {
      body: String(init.body),
      url: String(url),
      method: init.method ?? 'GET',
      aborted: false,
      sent: 0,
    };
    seen.push(mine);
    const stopped = new AbortController();
    const signal = init.signal ? AbortSignal.any([init.signal, stopped.signal]) : stopped.signal;
    signal.addEventListener('abort', () => {
      mine.aborted = true;
    });
    const made = reply(mine.body);
    if (made === 'nothing') return pause(2 ** 30, signal) as Promise<never>;
    const pieces = made.pieces[Symbol.iterator]();
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const next = pieces.next();
          if (next.done) return controller.close();
          const piece = next.value;
          try {
            if (piece === 'cut') throw new TypeError('terminated');
            if (piece === 'hang') await pause(2 ** 30, signal);
            else {
              if (piece.wait) await pause(piece.wait, signal);
              controller.enqueue(encoder.encode(piece.bytes));
              mine.sent++;
            }
          } catch (error) {
            controller.error(error);
          }
        },
        cancel: (reason) => stopped.abort(reason),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, {
      status: made.status ?? 200,
      headers: { 'content-type': 'text/event-stream', ...made.headers },
    });
  };
  const provider = createOpenAICompatible({
    name: 'scripted',
    baseURL: 'http://upstream.test/v1',
    fetch: fetch as typeof globalThis.fetch,
  });
  return { model: provider('m'), seen };
}
