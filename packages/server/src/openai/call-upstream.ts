/**
 * The calls of one completion: the client's own, and those that a plan asks for.
 * @module
 */
import {
  fromParts,
  fromStream,
  type OpenAiMessage,
  type Opened,
  rewriteMessages,
  toStream,
  type WritePlan,
} from '@sente/language';
import type { AttendedLayer } from './attend-layer.ts';
import { type ChatRequest, changedBody } from './chat-request.ts';
import { upstreamHeaders } from './forward-headers.ts';
import { flowingDocument, type ReplyPart, replySource, wholeDocument } from './reply-part.ts';
import type { ChatTurn } from './serve-chat.ts';
import type { Upstream } from './upstream.ts';

/** What comes with a reply. */
export interface Head {
  readonly status: number;
  readonly headers: Headers;
  readonly isStream: boolean;
}

/** Calls upstream: the first is the client's own, whose refusal is the client's to see; of others nobody may know. */
export function callsFor(
  upstream: Upstream,
  turn: ChatTurn,
  chat: ChatRequest,
  attended: AttendedLayer,
): (plan: WritePlan | undefined, signal: AbortSignal) => Promise<Opened<ReplyPart, Head>> {
  let isFirst = true;
  const headers = upstreamHeaders(turn.headers, turn.authorization);
  const send = (plan: WritePlan | undefined, signal: AbortSignal): Promise<Response> => {
    const body = plan === undefined ? clientBody(chat) : writtenBody(chat, plan);
    return upstream.send({ method: 'POST', path: turn.path, headers, body, signal });
  };
  return async (plan, signal) => {
    if (!isFirst) {
      const response = await send(plan, signal);
      if (response.ok && isEvents(response) === chat.isStream) {
        const written = opened(response, 'whole');
        return chat.isStream ? written : { ...written, stream: await completionIn(written.stream) };
      }
      await response.body?.cancel();
      throw new Error(`the upstream answered ${response.status}`);
    }
    isFirst = false;
    try {
      let response = await send(plan, signal);
      if (response.status === 400 && plan !== undefined) {
        // Some servers take no second system prompt, or no more words: then the client's own.
        await response.body?.cancel();
        response = await send(undefined, signal);
      }
      if (!response.ok) attended.refused();
      const isChanged = attended.keepsSecrets() || turn.options.show;
      return opened(response, !response.ok ? 'unread' : isChanged ? 'whole' : 'flowing');
    } catch (error) {
      attended.refused();
      throw error;
    }
  };
}

const READERS = { whole: wholeDocument, flowing: flowingDocument } as const;

/** `whole`: as one part, that can be changed; `flowing`: as it comes, and heard; `unread`: as it comes. */
type Reading = 'whole' | 'flowing' | 'unread';

function opened(response: Response, reading: Reading): Opened<ReplyPart, Head> {
  const isStream = isEvents(response);
  const source = replySource(response.body, isStream);
  return {
    head: { status: response.status, headers: response.headers, isStream },
    stream: toStream(isStream || reading === 'unread' ? source : READERS[reading](source)),
  };
}

/** A document that is a completion; throws otherwise, while another reply can still go out. */
async function completionIn(stream: ReadableStream<ReplyPart>): Promise<ReadableStream<ReplyPart>> {
  const source = fromStream(stream);
  const first = await source.next();
  if (!first.done && first.value.chunk?.choices?.[0]?.message) return toStream(fromParts([first.value]));
  source.cancel();
  throw new Error('the upstream’s reply was no completion');
}

function isEvents(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').toLowerCase().startsWith('text/event-stream');
}

/** The client's own body, byte for byte; without the member that is ours, where there is one. */
export function clientBody(chat: ChatRequest): Uint8Array {
  return chat.body.sente === undefined ? chat.bytes : changedBody(chat, { sente: undefined });
}

function writtenBody(chat: ChatRequest, plan: WritePlan): Uint8Array {
  return changedBody(chat, { messages: rewriteMessages(chat.messages as OpenAiMessage[], plan), sente: undefined });
}
