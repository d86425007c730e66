/**
 * Dialogues as the Schema-Guided Dialogue data set annotates them (Rastogi et al. 2020, arXiv 1909.05855).
 * @module
 */
import { z } from 'zod';

const action = z.object({
  act: z.string(),
  slot: z.string().default(''),
  values: z.array(z.string()).default([]),
  canonical_values: z.array(z.string()).default([]),
});
const frame = z.object({
  service: z.string(),
  actions: z.array(action),
  state: z
    .object({
      active_intent: z.string(),
      requested_slots: z.array(z.string()).default([]),
      slot_values: z.record(z.string(), z.array(z.string())).default({}),
    })
    .optional(),
  service_call: z.object({ method: z.string(), parameters: z.record(z.string(), z.unknown()).default({}) }).optional(),
  service_results: z.array(z.record(z.string(), z.string())).optional(),
});
const turn = z.object({ speaker: z.enum(['USER', 'SYSTEM']), utterance: z.string(), frames: z.array(frame) });

/** The contents of a `dialogues_….json`. */
export const dialogueFile: z.ZodType<readonly Dialogue[]> = z.array(
  z.object({ dialogue_id: z.string(), services: z.array(z.string()).default([]), turns: z.array(turn) }),
);

/** One annotated dialogue act. */
export interface Action {
  readonly act: string;
  readonly slot: string;
  readonly values: readonly string[];
  readonly canonical_values: readonly string[];
}

/** One row that a service gave back. */
export type Row = Readonly<Record<string, string>>;

/** What one turn says about one service. */
interface Frame {
  readonly service: string;
  readonly actions: readonly Action[];
  /** User turns: what the user wants so far. */
  readonly state?: {
    readonly active_intent: string;
    readonly requested_slots: readonly string[];
    readonly slot_values: Readonly<Record<string, readonly string[]>>;
  };
  /** System turns in which the service was called: how. */
  readonly service_call?: { readonly method: string; readonly parameters: Readonly<Record<string, unknown>> };
  /** System turns in which the service was called: what came back. */
  readonly service_results?: readonly Row[];
}

/** One turn. */
export interface SgdTurn {
  readonly speaker: 'USER' | 'SYSTEM';
  readonly utterance: string;
  readonly frames: readonly Frame[];
}

/** One dialogue. */
export interface Dialogue {
  readonly dialogue_id: string;
  readonly services: readonly string[];
  readonly turns: readonly SgdTurn[];
}

/** Every act of a turn, over all its frames. */
export function actsOf(turn: SgdTurn): Action[] {
  return turn.frames.flatMap((part) => part.actions);
}
