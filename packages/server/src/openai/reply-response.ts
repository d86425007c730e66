/**
 * What won, as the client gets it.
 * @module
 */
import { describeTurn, type Served, type Source, type Transcript, toStream } from '@sente/language';
import type { Head } from './call-upstream.ts';
import { clientHeaders } from './forward-headers.ts';
import type { ReplyPart } from './reply-part.ts';
import { decisionHeaders, withDecision } from './show-decision.ts';

/** How the client asked. */
interface Asked {
  readonly transcript: Transcript;
  readonly isStream: boolean;
  /** The decision is wanted in the reply. */
  readonly show: boolean;
}

/** The response. */
export function replyResponse(served: Served<ReplyPart, Head>, asked: Asked): Response {
  const { head, source, report } = served;
  const isStream = head?.isStream ?? asked.isStream;
  const headers = head === undefined ? new Headers() : clientHeaders(head.headers);
  if (head === undefined) {
    headers.set('content-type', isStream ? 'text/event-stream; charset=utf-8' : 'application/json');
    headers.set('cache-control', 'no-cache');
  }
  headers.delete('content-length'); // what is guarded on its way may come out shorter
  for (const [name, value] of Object.entries(decisionHeaders(report()))) headers.set(name, value);
  const shown = asked.show ? withDecision(source, isStream, () => describeTurn(report(), asked.transcript)) : source;
  return new Response(toStream(bytesOf(shown)), { status: head?.status ?? 200, headers });
}

function bytesOf(parts: Source<ReplyPart>): Source<Uint8Array> {
  return {
    async next() {
      let result = await parts.next();
      while (!result.done && result.value.raw.byteLength === 0) result = await parts.next();
      return result.done ? result : { done: false, value: result.value.raw };
    },
    cancel: (reason) => parts.cancel(reason),
  };
}
