/**
 * Events as hosts post them, and what came of one.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { HostEvent } from '@sente/language';
import type { UnaskedMessage } from './channel.ts';

/** An event, as the host posts it. */
interface PostedEvent extends HostEvent {
  /** The model that decides; the one that was last talked to by default. */
  readonly model?: string;
}

/** `PostedEvent`, checked. */
export const postedEvent: z.ZodType<PostedEvent> = z
  .strictObject({
    type: z.string().min(1).max(100),
    text: z.string().min(1).max(100_000),
    data: z.unknown().optional(),
    at: z.number().optional(),
    model: z.string().max(200).optional(),
  })
  .openapi('HostEvent');

/** What came of an event. */
export interface EventAnswer {
  readonly said: UnaskedMessage | null;
  readonly why: string;
  /** What restraint held back. */
  readonly suppressed: readonly { readonly id: string; readonly reason: string }[];
}

/** `EventAnswer` for OpenAPI. */
export const eventAnswer: z.ZodType<EventAnswer> = z
  .object({
    said: z
      .object({
        type: z.literal('initiative'),
        id: z.string(),
        conversation: z.string(),
        text: z.string(),
        act: z.string(),
        evidence: z.string(),
        at: z.string(),
      })
      .nullable(),
    why: z.string(),
    suppressed: z.array(z.object({ id: z.string(), reason: z.string() })),
  })
  .openapi('EventAnswer');
