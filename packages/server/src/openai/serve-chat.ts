/**
 * One chat completion: the bare call and the decision race, and what wins goes out as it is.
 * @module
 */
import { randomBytes } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  carryOut,
  describeTurn,
  fromOpenAi,
  fromParts,
  fromStream,
  type Layer,
  type OpenAiChatBody,
  type OpenAiMessage,
  type Opened,
  rewriteMessages,
  type Served,
  type Source,
  type Transcript,
  toStream,
  type WritePlan,
} from '@sente/language';
import { Problem } from '../problem.ts';
import { type AttendedLayer, attendLayer } from './attend-layer.ts';
import { type ChatRequest, changedBody } from './chat-request.ts';
import { type Conversation, type Conversations, endOf } from './conversations.ts';
import { clientHeaders, upstreamHeaders } from './forward-headers.ts';
import { type PassingRequest, passOn } from './passing.ts';
import { chunkForm, documentForm, type Speaker } from './reply-form.ts';
import { flowingDocument, type ReplyPart, replySource, wholeDocument } from './reply-part.ts';
import type { RequestOptions } from './request-options.ts';
import { decisionHeaders, passedHeaders, withDecision } from './show-decision.ts';
import type { Upstream } from './upstream.ts';

/** What all completions have in common. */
export interface ChatService {
  readonly upstream: Upstream;
  readonly conversations: Conversations;
  /** The layer, with a conversation's own limits if it has any. */
  layer(restraint: Conversation['restraint']): Layer;
  /** The model of this name, for the layer's own calls. */
  model(name: string, key: string | undefined): LanguageModelV4;
  readonly mode: 'act' | 'observe';
  readonly deadline: number | undefined;
  now(): number;
  onFault(error: unknown): void;
}

/** One request, and whose it is. */
export interface ChatTurn extends PassingRequest {
  readonly body: Uint8Array;
  readonly tenant: string;
  /** The upstream's key, for the layer's own calls. */
  readonly key: string | undefined;
  readonly options: RequestOptions;
  /** Undefined: it is not understood, and passes. */
  readonly chat: ChatRequest | undefined;
}

interface Head {
  readonly status: number;
  readonly headers: Headers;
  readonly isStream: boolean;
}

/** The reply. Throws Problem `no-upstream`. */
export async function serveChat(service: ChatService, turn: ChatTurn): Promise<Response> {
  const { chat, options } = turn;
  const why = chat === undefined ? 'unread' : options.off ? 'off' : chat.formal === undefined ? undefined : 'formal';
  if (chat === undefined || why !== undefined) return pass(service, turn, why ?? 'unread');
  try {
    return await decideAndServe(service, turn, chat);
  } catch (error) {
    if (error instanceof Problem || turn.signal.aborted) throw error;
    service.onFault(error); // ours: the client is served all the same
    return pass(service, turn, 'fault');
  }
}

function pass(service: ChatService, turn: ChatTurn, reason: string): Promise<Response> {
  const body = turn.chat === undefined ? turn.body : clientBody(turn.chat);
  return passOn(service.upstream, { ...turn, body }, passedHeaders(reason, turn.options.conversation));
}

async function decideAndServe(service: ChatService, turn: ChatTurn, chat: ChatRequest): Promise<Response> {
  const { conversations } = service;
  const { options, signal } = turn;
  const transcript = fromOpenAi(chat.body as OpenAiChatBody);
  const mode = options.mode ?? service.mode;
  const named = options.conversation;
  const restraint = named === undefined ? undefined : conversations.find(turn.tenant, named)?.restraint;
  const attended = attendLayer(service.layer(restraint), mode === 'observe');
  // End users of one key who say the same are told apart by the names that the client gives them.
  const tenant = JSON.stringify([turn.tenant, chat.body.user ?? null]);
  const speaker = speakerOf(service, chat, attended);
  let served: Served<ReplyPart, Head> | undefined;
  served = await carryOut<ReplyPart, Head>({
    layer: attended.layer,
    sessions: conversations.store(
      turn.tenant,
      () => served?.report().conversation ?? named ?? '',
      () => ({ model: chat.model, transcript: endOf(transcript, attended.reply()) }),
    ),
    begin: () => conversations.begin(turn.tenant, named, goesOn(transcript)),
    deadline: service.deadline,
    transcript,
    model: service.model(chat.model, turn.key),
    form: chat.isStream ? chunkForm(speaker) : documentForm(speaker),
    call: callsFor(service, turn, chat, attended),
    tenant,
    conversation: named,
    mode,
    horizon: options.horizon,
    signal,
  });
  return respond(served, chat, options, transcript);
}

function goesOn({ messages }: Transcript): boolean {
  return messages.some(({ role }) => role === 'assistant');
}

/** Calls upstream: the first is the client's own, whose refusal is the client's to see; of others nobody may know. */
function callsFor(
  service: ChatService,
  turn: ChatTurn,
  chat: ChatRequest,
  attended: AttendedLayer,
): (plan: WritePlan | undefined, signal: AbortSignal) => Promise<Opened<ReplyPart, Head>> {
  let isFirst = true;
  const headers = upstreamHeaders(turn.headers, turn.authorization);
  const send = (plan: WritePlan | undefined, signal: AbortSignal): Promise<Response> => {
    const body = plan === undefined ? clientBody(chat) : writtenBody(chat, plan);
    return service.upstream.send({ method: 'POST', path: turn.path, headers, body, signal });
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
function clientBody(chat: ChatRequest): Uint8Array {
  return chat.body.sente === undefined ? chat.bytes : changedBody(chat, { sente: undefined });
}

function writtenBody(chat: ChatRequest, plan: WritePlan): Uint8Array {
  return changedBody(chat, { messages: rewriteMessages(chat.messages as OpenAiMessage[], plan), sente: undefined });
}

function speakerOf(service: ChatService, chat: ChatRequest, attended: AttendedLayer): Speaker {
  return {
    id: `chatcmpl-${randomBytes(18).toString('base64url')}`,
    created: Math.floor(service.now() / 1000),
    model: chat.model,
    wantsUsage: chat.wantsUsage,
    usage: () => attended.turn()?.cost ?? { inputTokens: 0, outputTokens: 0 },
  };
}

function respond(
  served: Served<ReplyPart, Head>,
  chat: ChatRequest,
  options: RequestOptions,
  transcript: Transcript,
): Response {
  const { head, source, report } = served;
  const isStream = head?.isStream ?? chat.isStream;
  const headers = head === undefined ? new Headers() : clientHeaders(head.headers);
  if (head === undefined) {
    headers.set('content-type', isStream ? 'text/event-stream; charset=utf-8' : 'application/json');
    headers.set('cache-control', 'no-cache');
  }
  headers.delete('content-length'); // what is guarded on its way may come out shorter
  for (const [name, value] of Object.entries(decisionHeaders(report()))) headers.set(name, value);
  const shown = options.show ? withDecision(source, isStream, () => describeTurn(report(), transcript)) : source;
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
