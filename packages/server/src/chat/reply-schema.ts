/**
 * The concierge's reply, described for OpenAPI. The types say that it is the same as the concierge's own.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { Mind, Reply, ShownDecision, ShownItem, Understood } from '@sente/catalog';

const itemSchema: z.ZodType<ShownItem> = z
  .object({
    item: z.int().openapi({ description: 'position in the catalogue, from 0' }),
    id: z.string(),
    name: z.string(),
    image: z.string().optional(),
    link: z.string().optional(),
    description: z.string().optional(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
    reasons: z.array(z.string()).readonly(),
    probability: z.number().openapi({ description: 'chance that it is what the user wants, 0 to 1' }),
  })
  .openapi('ShownItem');

const decisionSchema: z.ZodType<ShownDecision> = z
  .object({
    policy: z.string(),
    horizon: z.number(),
    chosen: z.string(),
    candidates: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          label: z.string(),
          value: z.number().openapi({ description: 'expected R*' }),
          error: z.number().openapi({ description: 'standard error of the value' }),
          samples: z.number(),
          depth: z
            .number()
            .optional()
            .openapi({ description: 'user turns the value looks ahead, if fewer than `horizon`' }),
          suppressed: z.string().optional(),
        }),
      )
      .readonly(),
    why: z.string(),
    cost: z.object({ samples: z.number(), expansions: z.number(), calls: z.number(), tokens: z.number() }),
  })
  .openapi('ShownDecision');

const mindSchema: z.ZodType<Mind> = z
  .object({
    left: z.number(),
    total: z.number(),
    bits: z.number().openapi({ description: 'entropy of the belief over items' }),
    wishes: z.array(z.object({ attribute: z.string(), meaning: z.string(), words: z.string() })).readonly(),
    likeliest: z.array(z.object({ item: z.int(), name: z.string(), probability: z.number() })).readonly(),
    attributes: z
      .array(
        z.object({
          attribute: z.int(),
          label: z.string(),
          state: z.enum(['open', 'wished', 'closed']),
          values: z.array(z.object({ value: z.string(), probability: z.number(), count: z.number() })).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('Mind');

const understoodSchema: z.ZodType<Understood> = z
  .object({ kind: z.string(), words: z.string(), meaning: z.string() })
  .openapi('Understood');

/** A reply with the conversation it belongs to: what every chat route gives. */
export interface ChatReply extends Reply {
  readonly conversation: string;
  /** Words of the opening turn, when a message came before there was one. */
  readonly opening?: string;
}

/** `ChatReply` for OpenAPI. */
export const chatReplySchema: z.ZodType<ChatReply> = z
  .object({
    conversation: z.string(),
    opening: z.string().optional(),
    text: z.string(),
    act: z.string(),
    items: z.array(itemSchema).readonly(),
    choices: z.array(z.string()).readonly(),
    understood: z.array(understoodSchema).readonly(),
    decision: decisionSchema,
    mind: mindSchema,
    ended: z.boolean(),
  })
  .openapi('ChatReply');
