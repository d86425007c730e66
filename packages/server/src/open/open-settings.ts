/**
 * How a conversation with a language model is set up, and changed on the way.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { RestraintRules } from '@sente/engine';
import { restraintSchema } from '../openai/edit-conversation.ts';

/** All of it. */
export interface OpenSettings {
  /** The system prompt of both sides; may be empty. */
  readonly system: string;
  /** User turns that the side with initiative looks ahead, 0 to 4. */
  readonly horizon: number;
  /** `estimate`: two calls a turn at most; `simulate`: conversations played forward. */
  readonly depth: 'estimate' | 'simulate';
  /** `observe` decides and shows, and changes nothing. */
  readonly mode: 'act' | 'observe';
  /** Milliseconds that deciding may add to the first word; after them the bare answer goes out. */
  readonly deadline: number;
  readonly vault: 'auto' | 'off';
  readonly restraint: RestraintRules;
}

/** Longest wait for a decision that a person may ask for, in milliseconds. */
const LONGEST_DEADLINE = 300_000;

/**
 * Unless told otherwise. The deadline is longer than the layer's own of 1.5 s: whoever looks into a decision would
 * rather wait for it, the more so on a small machine.
 */
export const DEFAULT_SETTINGS: OpenSettings = {
  system: '',
  horizon: 2,
  depth: 'estimate',
  mode: 'act',
  deadline: 60_000,
  vault: 'auto',
  restraint: {},
};

const shape = {
  system: z.string().max(8000),
  horizon: z.int().min(0).max(4),
  depth: z.enum(['estimate', 'simulate']),
  mode: z.enum(['act', 'observe']),
  deadline: z.int().min(100).max(LONGEST_DEADLINE),
  vault: z.enum(['auto', 'off']),
  restraint: restraintSchema,
};

/** `OpenSettings`, for OpenAPI. */
export const openSettings: z.ZodType<OpenSettings> = z.object(shape).openapi('OpenSettings');

/** Some of them, checked. */
export const someSettings: z.ZodType<Partial<OpenSettings>> = z
  .strictObject(shape)
  .partial()
  .openapi('OpenSettingsChange');
