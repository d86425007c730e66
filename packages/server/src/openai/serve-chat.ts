/**
 * One chat completion: the bare call and the decision race, and what wins goes out as it is.
 * @module
 */
import { randomBytes } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import {
  carryOut,
  fromOpenAi,
  isFormal,
  type Layer,
  type OpenAiChatBody,
  type Served,
  type Transcript,
} from '@sente/language';
import { Problem } from '../problem.ts';
import { type AttendedLayer, attendLayer } from './attend-layer.ts';
import { callsFor, clientBody, type Head } from './call-upstream.ts';
import type { ChatRequest } from './chat-request.ts';
import { chunkForm } from './chunk-form.ts';
import { type Conversation, type Conversations, endOf } from './conversations.ts';
import { documentForm } from './document-form.ts';
import { type HandOver, handingOver } from './hand-over.ts';
import { type PassingRequest, passOn } from './passing.ts';
import type { ReplyPart } from './reply-part.ts';
import { replyResponse } from './reply-response.ts';
import type { RequestOptions } from './request-options.ts';
import { passedHeaders } from './show-decision.ts';
import type { Speaker } from './speaker.ts';
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
  /** Told when the assistant has abstained in a conversation, once it has said so. */
  onHandOver(tenant: string, conversation: string, turn: HandOver): void;
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

/** The reply. Throws Problem `no-upstream`. */
export async function serveChat(service: ChatService, turn: ChatTurn): Promise<Response> {
  const { chat, options } = turn;
  if (chat === undefined) return pass(service, turn, 'unread');
  if (options.off) return pass(service, turn, 'off');
  if (isFormal(chat.body)) return pass(service, turn, 'formal');
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
  /** The name of the conversation that the request was recognised as. */
  let recognised = named;
  let served: Served<ReplyPart, Head> | undefined;
  const handOver = handingOver(
    () => served?.report().conversation ?? recognised,
    (conversation, abstained) => service.onHandOver(turn.tenant, conversation, abstained),
    service.onFault,
  );
  const attended = attendLayer(
    () => {
      const restraint = recognised === undefined ? undefined : conversations.find(turn.tenant, recognised)?.restraint;
      return service.layer(restraint);
    },
    mode === 'observe',
    handOver,
  );
  // End users of one key who say the same are told apart by the names that the client gives them.
  const tenant = JSON.stringify([turn.tenant, chat.body.user ?? null]);
  const speaker = speakerOf(service, chat, attended);
  served = await carryOut<ReplyPart, Head>({
    layer: attended.layer,
    sessions: conversations.store(
      turn.tenant,
      () => served?.report().conversation ?? named ?? '',
      (name) => {
        recognised ??= name;
      },
      () => ({ model: chat.model, transcript: endOf(transcript, attended.reply()) }),
    ),
    begin: () => conversations.begin(turn.tenant, named, goesOn(transcript)),
    deadline: service.deadline,
    transcript,
    model: service.model(chat.model, turn.key),
    form: chat.isStream ? chunkForm(speaker) : documentForm(speaker),
    call: callsFor(service.upstream, turn, chat, attended),
    tenant,
    conversation: named,
    mode,
    horizon: options.horizon,
    signal,
  });
  return replyResponse(served, { transcript, isStream: chat.isStream, show: options.show });
}

function goesOn({ messages }: Transcript): boolean {
  return messages.some(({ role }) => role === 'assistant');
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
