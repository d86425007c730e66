/**
 * What the reward endpoint takes and gives.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { RewardHorizon, RewardItem, RewardRole, Scored } from '@sente/training/reward-model';
import type { RewardLimits } from './reward-options.ts';

/** A request. */
export interface RewardRequest {
  readonly items: readonly RewardItem[];
  readonly horizon?: RewardHorizon;
  readonly samples?: number;
  readonly seed?: number | string;
}

/** An item that has no score, and why. */
export interface FailedItem {
  readonly id?: string;
  readonly error: {
    /** See `RewardError`; `our-fault` for what should not happen. */
    readonly code: string;
    readonly message: string;
    /** The same item may succeed later. */
    readonly retryable: boolean;
    /** Whose model's call failed. */
    readonly role?: RewardRole;
  };
}

/** A response: as many results as items, in their order; each has either `reward` or `error`. */
export interface RewardResponse {
  readonly results: readonly (Scored | FailedItem)[];
  /** Results that have no score. */
  readonly failed: number;
  /** Items that models were asked about for this response; the others equal one of them, or were remembered. */
  readonly fresh: number;
}

const message = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string(),
});

const item = z
  .strictObject({
    id: z.string().min(1).max(200).optional().openapi({ description: 'the trainer’s own name; comes back' }),
    prompt: z.array(message).min(1).max(500),
    completion: z.string(),
    finish: z.enum(['stop', 'length']).optional().openapi({ description: '`length`: the completion was cut off' }),
    task: z
      .strictObject({
        goal: z.string().optional().openapi({ description: 'all that the user wants; the assistant never sees it' }),
        answer: z.string().optional().openapi({ description: 'reference answer; without it the judge decides' }),
      })
      .optional(),
  })
  .openapi('RewardItem');

/** `RewardRequest`, within limits. */
export function rewardRequest(limits: RewardLimits): z.ZodType<RewardRequest> {
  const isBounded = (one: RewardItem): boolean => charactersOf(one) <= limits.characters;
  return z
    .strictObject({
      items: z
        .array(item.refine(isBounded, `an item may have ${limits.characters} characters at most`))
        .min(1)
        .max(limits.items)
        .refine(hasOwnNames, 'different items have the same id'),
      horizon: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).optional(),
      samples: z.int().min(1).max(16).optional(),
      seed: z.union([z.number(), z.string().max(200)]).optional(),
    })
    .openapi('RewardRequest');
}

function charactersOf({ prompt, completion, task }: RewardItem): number {
  const said = prompt.reduce((sum, { content }) => sum + content.length, 0);
  return said + completion.length + (task?.goal?.length ?? 0) + (task?.answer?.length ?? 0);
}

/** No two items that differ share an id: a score could not be told from the other's. */
function hasOwnNames(items: readonly RewardItem[]): boolean {
  const known = new Map<string, string>();
  return items.every((one) => {
    if (one.id === undefined) return true;
    const text = JSON.stringify(one);
    const before = known.get(one.id);
    known.set(one.id, text);
    return before === undefined || before === text;
  });
}

const rollout = z.object({
  reward: z.number(),
  success: z.number().min(0).max(1),
  interactivity: z.number().min(0).max(1).optional(),
  userTurns: z.int(),
  assistantTokens: z.int(),
  cutReplies: z.int(),
  ended: z.enum(['horizon', 'user', 'solved']),
});

const scored = z
  .object({
    id: z.string().optional(),
    reward: z.number().openapi({ description: 'mean over the rollouts, clipped' }),
    horizon: z.int(),
    rollouts: z.array(rollout),
    clipped: z.boolean(),
    truncated: z.boolean(),
    calls: z.int(),
    tokens: z.int(),
  })
  .openapi('Scored');

const failedItem = z
  .object({
    id: z.string().optional(),
    error: z.object({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean(),
      role: z.enum(['assistant', 'user', 'judge']).optional(),
    }),
  })
  .openapi('FailedItem');

/** `RewardResponse`. */
export const rewardResponse: z.ZodType<RewardResponse> = z
  .object({
    results: z.array(z.union([scored, failedItem])).openapi({ description: 'one for each item, in their order' }),
    failed: z.int(),
    fresh: z.int(),
  })
  .openapi('RewardResponse') as unknown as z.ZodType<RewardResponse>;
