/**
 * What the chat routes take.
 * @module
 */
import { z } from '@hono/zod-openapi';
import { type ChatReply, chatReplySchema } from './reply-schema.ts';

/** Longest message that is read, in characters. */
const MESSAGE_LENGTH = 2000;

const horizon = z.int().min(0).max(4).openapi({ description: 'user turns to look ahead: 0 (passive) to 4' });
const conversation = z.string().max(100);
const message = z.string().max(MESSAGE_LENGTH);
const seed = z.union([z.number(), z.string().max(200)]);

/** One turn: see `ChatDesk.turn`. */
export interface ChatRequest {
  conversation?: string;
  message?: string;
  horizon?: number;
  seed?: number | string;
}

/** `ChatRequest`, checked. */
export const chatRequest: z.ZodType<ChatRequest> = z
  .strictObject({
    conversation: conversation.optional(),
    message: message.optional(),
    horizon: horizon.optional(),
    seed: seed.optional(),
  })
  .openapi('ChatRequest');

/** The present turn again, at another horizon. */
export interface RedecideRequest {
  conversation: string;
  horizon: number;
}

/** `RedecideRequest`, checked. */
export const redecideRequest: z.ZodType<RedecideRequest> = z
  .strictObject({ conversation, horizon })
  .openapi('RedecideRequest');

/** The present turn, to be explained. */
export interface EvidenceRequest {
  conversation: string;
}

/** `EvidenceRequest`, checked. */
export const evidenceRequest: z.ZodType<EvidenceRequest> = z.strictObject({ conversation }).openapi('EvidenceRequest');

/** One message to two conversations. */
export interface CompareRequest {
  passive?: string;
  initiative?: string;
  message?: string;
  horizon?: number;
  seed?: number | string;
}

/** `CompareRequest`, checked: both conversations are named, or neither. */
export const compareRequest: z.ZodType<CompareRequest> = z
  .strictObject({
    passive: conversation.optional(),
    initiative: conversation.optional(),
    message: message.optional(),
    horizon: horizon.optional(),
    seed: seed.optional(),
  })
  .refine((request) => (request.passive === undefined) === (request.initiative === undefined), {
    message: 'name both conversations, or neither',
  })
  .openapi('CompareRequest');

/** Both sides' turns. */
export interface ComparedReplies {
  passive: ChatReply;
  initiative: ChatReply;
}

/** `ComparedReplies` for OpenAPI. */
export const comparedReplies: z.ZodType<ComparedReplies> = z
  .object({ passive: chatReplySchema, initiative: chatReplySchema })
  .openapi('ComparedReplies');
