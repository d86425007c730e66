/**
 * A turn as server-sent events: `words` as they come, `reply` when a side is done, `turn` at the end, or `refusal`.
 * @module
 */
import { eventText } from '../openai/events.ts';
import { Problem } from '../problem.ts';
import { reportFault } from '../refusals.ts';
import type { TurnListener } from './open-desk.ts';
import type { OpenTurn } from './open-schema.ts';

/** Milliseconds between signs of life, so that nobody in between closes the connection. */
const HEARTBEAT = 10_000;

/** `run` is given a listener, and a signal that is aborted when the reader leaves. */
export function turnStream(run: (listener: TurnListener, left: AbortSignal) => Promise<OpenTurn>): Response {
  const left = new AbortController();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => {
        if (!left.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const send = (event: string, data: unknown): void => write(eventText(JSON.stringify(data), { event }));
      timer = setInterval(() => write(': still at it\n\n'), HEARTBEAT);
      timer.unref();
      const listener: TurnListener = {
        onWords: (side, words) => send('words', { side, words }),
        onReply: (side, reply) => send('reply', { side, reply }),
      };
      void run(listener, left.signal)
        .then(
          (turn) => send('turn', turn),
          (error) => send('refusal', refusalOf(error).body()),
        )
        .finally(() => {
          clearInterval(timer);
          if (!left.signal.aborted) controller.close();
        });
    },
    cancel(reason) {
      clearInterval(timer);
      left.abort(reason ?? new DOMException('The reader has left.', 'AbortError'));
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function refusalOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DOMException) return new Problem('model-failed', 'The turn was broken off.', 'Say it again.');
  reportFault(error);
  return new Problem('our-fault', 'Something went wrong here.', 'Try again; the server log says more.');
}
