/**
 * Conversations as the host sees them: what is remembered, edits by hand, events, and what is said unasked.
 * @module
 */

import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { decideEvent, InitiativeOptions } from '@sente/language';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { addRoute } from '../route.ts';
import type { UnaskedMessage } from './channel.ts';
import { channelStream } from './channel-stream.ts';
import { tenantOf } from './client-keys.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { conversationEdit, editSession } from './edit-conversation.ts';
import { type EventAnswer, eventAnswer, postedEvent } from './event-schema.ts';
import { isConversationId } from './request-options.ts';
import { type ShownConversation, showConversation, shownConversation } from './show-conversation.ts';

/** What the routes work with. */
interface ConversationDesk {
  readonly conversations: Conversations;
  readonly decideEvent: typeof decideEvent;
  readonly initiative: InitiativeOptions;
  now(): number;
  /** The model of this name, with the key that a request may use. Throws Problem `unknown-model` for one that is not served. */
  model(name: string, context: Context): LanguageModelV4;
  /** Told of everything that is said unasked, and whose conversation it is. */
  onUnasked(message: UnaskedMessage, tenant: string): void;
  /** Milliseconds between signs of life. */
  readonly heartbeat: number;
}

const PATH = '/v1/sente/conversations/:id';
const UNKNOWN = { 404: 'There is no such conversation of this key (any more)' };

/** Adds them. `limit`: largest body in bytes. */
export function conversationRoutes(app: OpenAPIHono, desk: ConversationDesk, limit: number): void {
  const { conversations } = desk;
  const find = (context: Context): Conversation => {
    const id = idOf(context);
    const found = conversations.find(tenantOf(context), id);
    if (found !== undefined) return found;
    throw new Problem('unknown-conversation', `There is no conversation ${id} of this key (any more).`);
  };
  addRoute(app, {
    method: 'get',
    path: PATH,
    summary: 'What is remembered of a conversation; secrets without their values',
    output: shownConversation,
    refusals: UNKNOWN,
    handle: (_, context): ShownConversation => showConversation(find(context)),
  });
  addRoute(app, {
    method: 'patch',
    path: PATH,
    summary: 'Edits ledger, goals and limits of a conversation',
    input: conversationEdit,
    limit,
    output: shownConversation,
    refusals: UNKNOWN,
    handle: (edit, context): ShownConversation => {
      const conversation = conversations.open(tenantOf(context), idOf(context));
      conversations.edit(conversation, editSession(conversation.session, edit));
      if (edit.restraint !== undefined) conversation.restraint = edit.restraint ?? undefined;
      return showConversation(conversation);
    },
  });
  addRoute(app, {
    method: 'post',
    path: `${PATH}/events`,
    summary: 'Something happened: the assistant may speak about it, or stay quiet',
    input: postedEvent,
    limit,
    output: eventAnswer,
    handle: async ({ model, ...event }, context): Promise<EventAnswer> => {
      const conversation = conversations.open(tenantOf(context), idOf(context));
      const name = model ?? conversation.model;
      if (name === undefined) throw new Problem('bad-request', 'model: nobody was talked to yet; name the model.');
      const { signal } = context.req.raw;
      const { session: before, restraint = desk.initiative.restraint, transcript } = conversation;
      const outcome = await desk.decideEvent({
        event,
        transcript,
        session: before,
        model: desk.model(name, context),
        options: { ...desk.initiative, restraint },
        now: desk.now(),
        signal,
      });
      const { speak, session, decision, aside, suppressed } = outcome;
      // A turn that was taken meanwhile is not undone: then the event leaves no trace in the session.
      if (conversation.session === before) conversations.edit(conversation, session);
      const why = aside === undefined ? decision.why : `${aside.reason}: ${aside.detail}`;
      if (speak === undefined) return { said: null, why, suppressed };
      const said = conversation.channel.publish(speak);
      desk.onUnasked(said, conversation.tenant);
      return { said, why, suppressed };
    },
  });
  app.get(`${PATH}/initiative`, (context) => {
    const [tenant, id] = [tenantOf(context), idOf(context)];
    const { channel } = conversations.open(tenant, id);
    const last = context.req.header('last-event-id');
    // Asking for it counts as use: a conversation that somebody listens to is not the longest unused one.
    const isAlive = (): boolean => conversations.find(tenant, id)?.channel === channel;
    const stream = channelStream(channel, last, desk.heartbeat, isAlive);
    if (stream === undefined) throw new Problem('bad-request', 'Too many listen to this conversation already.');
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' },
    });
  });
}

function idOf(context: Context): string {
  const id = context.req.param('id');
  if (isConversationId(id)) return id;
  throw new Problem('bad-request', 'A conversation’s name has 1 to 100 letters, digits, “_”, “-”, “.” or “:”.');
}
