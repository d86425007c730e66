/**
 * What the policy routes give and take.
 * @module
 */
import { z } from '@hono/zod-openapi';

/** Who decides in conversations about a table. */
export type PolicyName = 'planned' | 'learned';

/** Where a learned policy came from: trained on this very table, part of Sente, or a file that was named at the start. */
export type PolicyOrigin = 'own' | 'shipped' | 'file';

/** The learned policy at hand for a table; all but `origin` is from its card. */
export interface LearnedSummary {
  /** Empty for visitors where it is a file's. */
  readonly name: string;
  readonly origin: PolicyOrigin;
  /** Turns of conversation that it learnt from. */
  readonly states: number;
  /**
   * Turns of the whole training, where the card has them. It may have been stopped before, or the later iterations were no
   * better; null: not known.
   */
  readonly whole: number | null;
  readonly seed: number;
  /** Items of the table that it was trained on. */
  readonly items: number;
  /** Mean R\* of people it was not trained with, by agent and kind of user: `learned@exact`, `planned@exact`, … */
  readonly figures: Readonly<Record<string, number>>;
}

/** How far a training has come. */
export interface TrainingState {
  /** 0 … 1 of the whole. */
  readonly share: number;
  /** The one under way, from 1. */
  readonly iteration: number;
  readonly of: number;
}

/** How a training ended: it came to its end, its owner stopped it, or it came to nothing. */
export type TrainingEnd = 'done' | 'stopped' | 'failed';

/** Which policy decides, and what a training of another is doing. */
export interface PolicyStatus {
  /** What the owner wants. */
  readonly chosen: PolicyName;
  /** What decides in conversations that begin now: `planned` while there is no learned one that is good enough. */
  readonly serving: PolicyName;
  readonly learned: LearnedSummary | null;
  readonly training: TrainingState | null;
  /** How the last training for this table ended; null while one goes on, and where there was none. */
  readonly ended: TrainingEnd | null;
  /**
   * Why the last training came to nothing, or why what was learned does not decide or cannot be kept, and what to do about it;
   * null for visitors, as it can hold paths.
   */
  readonly problem: string | null;
  /** Whether the asker may choose and train: a key for chatting alone does not let. */
  readonly mayChange: boolean;
}

const name = z.enum(['planned', 'learned']);

/** `PolicyStatus` for OpenAPI. */
export const policyStatus: z.ZodType<PolicyStatus> = z
  .object({
    chosen: name.openapi({ description: 'what the owner wants' }),
    serving: name.openapi({ description: 'what decides in conversations that begin now' }),
    learned: z
      .object({
        name: z.string(),
        origin: z.enum(['own', 'shipped', 'file']),
        states: z.int(),
        whole: z.int().nullable(),
        seed: z.int(),
        items: z.int(),
        figures: z.record(z.string(), z.number()),
      })
      .nullable(),
    training: z.object({ share: z.number().min(0).max(1), iteration: z.int().min(1), of: z.int().min(1) }).nullable(),
    ended: z
      .enum(['done', 'stopped', 'failed'])
      .nullable()
      .openapi({ description: 'how the last training for this table ended; null while one goes on' }),
    problem: z.string().nullable(),
    mayChange: z.boolean().openapi({ description: 'whether whoever asks may choose and train' }),
  })
  .openapi('PolicyStatus');

/** `PUT /api/policy`. */
export interface PolicyChoice {
  policy: PolicyName;
}

/** `PolicyChoice`, checked. */
export const policyChoice: z.ZodType<PolicyChoice> = z.strictObject({ policy: name }).openapi('PolicyChoice');

/** `POST /api/policy/training`: nothing can be set yet. */
export const trainingRequest: z.ZodType<Record<string, never>> = z.strictObject({}).openapi('TrainingRequest');
