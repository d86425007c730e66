/**
 * What moved a learned decision, described for OpenAPI. The types say that it is the same as the concierge's own.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { ShownEvidence } from '@sente/catalog';

const actSchema = z.object({ id: z.string(), label: z.string() });
const number = (description: string) => z.number().openapi({ description });

const evidenceSchema: z.ZodType<ShownEvidence> = z
  .object({
    act: actSchema,
    rival: actSchema,
    lead: number('value of the act less that of its rival, in R* of the policy'),
    grounds: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['wish', 'rejected', 'doubted', 'closed', 'item', 'answer', 'question']),
          label: z.string(),
          onAct: number('value of the act less its value without this'),
          onRival: number('the same for the rival'),
          onLead: number('onAct − onRival: above 0 if it speaks for the act, below 0 if for the rival'),
        }),
      )
      .readonly()
      .openapi({ description: 'strongest first, by onLead; effects do not add up to the lead' }),
  })
  .openapi('ShownEvidence');

/** Why the last decision of a conversation was made; `null` where no learned policy made it. */
export interface EvidenceReply {
  readonly conversation: string;
  readonly evidence: ShownEvidence | null;
}

/** `EvidenceReply` for OpenAPI. */
export const evidenceReplySchema: z.ZodType<EvidenceReply> = z
  .object({ conversation: z.string(), evidence: evidenceSchema.nullable() })
  .openapi('EvidenceReply');
