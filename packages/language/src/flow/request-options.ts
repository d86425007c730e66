/**
 * What one request of an AI SDK client asks of the layer: `providerOptions.sente`. What makes no sense is passed over: a
 * slip in a setting of ours is no reason to refuse an answer.
 * @module
 */
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { z } from 'zod';

const text = z.string().min(1).max(200).optional().catch(undefined);

const FORM = z.object({
  conversation: text,
  tenant: text,
  mode: z.enum(['act', 'observe']).optional().catch(undefined),
  horizon: z.number().int().min(0).max(10).optional().catch(undefined),
  off: z.boolean().optional().catch(undefined),
});

/** Settings of one request; absent ones are the wrapped model's. */
export interface SenteRequestOptions {
  /** The host's id of the conversation. Without it, a conversation is known by what was said in it. */
  readonly conversation?: string;
  /** Whose conversation it is; those of one are invisible to another. */
  readonly tenant?: string;
  readonly mode?: 'act' | 'observe';
  /** User turns to look ahead. */
  readonly horizon?: number;
  /** The request passes, and nothing is decided. */
  readonly off?: boolean;
}

/** Reads them. */
export function readRequestOptions({ providerOptions }: LanguageModelV4CallOptions): SenteRequestOptions {
  const read = FORM.safeParse(providerOptions?.sente ?? {});
  return read.success ? read.data : {};
}
