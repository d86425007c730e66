/**
 * The routes of the chat.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { addRoute } from '../route.ts';
import type { ChatDesk } from './chat-desk.ts';
import { chatRequest, comparedReplies, compareRequest, evidenceRequest, redecideRequest } from './chat-schema.ts';
import { evidenceReplySchema } from './evidence-schema.ts';
import { chatReplySchema } from './reply-schema.ts';

const UNKNOWN = { 404: 'There is no such conversation (any more)' };

/** Adds `/api/chat`, `/api/chat/redecide`, `/api/chat/evidence` and `/api/compare`. `limit`: largest body in bytes. */
export function chatRoutes(app: OpenAPIHono, desk: ChatDesk, limit: number): void {
  addRoute(app, {
    method: 'post',
    path: '/api/chat',
    summary: 'One turn: opens a conversation, answers a message, or repeats the present turn',
    input: chatRequest,
    limit,
    output: chatReplySchema,
    refusals: UNKNOWN,
    handle: (request) => desk.turn(request),
  });
  addRoute(app, {
    method: 'post',
    path: '/api/chat/redecide',
    summary: 'What the assistant would say now at another horizon; changes nothing',
    input: redecideRequest,
    limit,
    output: chatReplySchema,
    refusals: UNKNOWN,
    handle: (request) => desk.redecide(request),
  });
  addRoute(app, {
    method: 'post',
    path: '/api/chat/evidence',
    summary: 'What moved the scores of the present turn, if a learned policy decided it; changes nothing',
    input: evidenceRequest,
    limit,
    output: evidenceReplySchema,
    refusals: UNKNOWN,
    handle: (request) => desk.evidence(request),
  });
  addRoute(app, {
    method: 'post',
    path: '/api/compare',
    summary: 'The same message to a passive conversation and to one with initiative',
    input: compareRequest,
    limit,
    output: comparedReplies,
    refusals: UNKNOWN,
    handle: (request) => desk.compare(request),
  });
}
