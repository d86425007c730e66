/**
 * What a trainer may know of the endpoint's settings: models by name, never their keys or addresses.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { FullRewardSettings } from '@sente/training/reward-model';
import type { RewardLimits } from './reward-options.ts';

/** See above. */
interface ShownRewardSettings {
  readonly equation: string;
  readonly horizon: number;
  readonly samples: number;
  readonly tokenPrice: number;
  readonly turnCost: number;
  readonly interactivity: number;
  readonly clip: readonly number[];
  readonly truncated: 'score' | 'refuse';
  readonly seed: number | string;
  readonly retries: number;
  /** Milliseconds for one attempt at a call. */
  readonly timeout: number;
  readonly models: { readonly assistant: string; readonly user: string; readonly judge?: string };
  readonly limits: RewardLimits;
  /** Items that are scored now, and that wait. */
  readonly line: { readonly served: number; readonly waiting: number };
}

const EQUATION =
  'reward = mean over samples of (success + interactivity·w − min(tokenPrice·tokens, 1) − turnCost·turns), clipped';

/** Shows them. */
export function showSettings(
  settings: FullRewardSettings,
  limits: RewardLimits,
  line: ShownRewardSettings['line'],
): ShownRewardSettings {
  const { horizon, samples, tokenPrice, turnCost, interactivity, clip, truncated, seed, retries, timeout } = settings;
  const { assistant, user, judge } = settings;
  return {
    equation: EQUATION,
    ...{ horizon, samples, tokenPrice, turnCost, interactivity, clip, truncated, seed, retries, timeout },
    models: {
      assistant: assistant.modelId,
      user: user.modelId,
      ...(judge === undefined ? {} : { judge: judge.modelId }),
    },
    limits,
    line,
  };
}

/** `ShownRewardSettings`. */
export const shownRewardSettings: z.ZodType<ShownRewardSettings> = z
  .object({
    equation: z.string(),
    horizon: z.int(),
    samples: z.int(),
    tokenPrice: z.number(),
    turnCost: z.number(),
    interactivity: z.number(),
    clip: z.array(z.number()),
    truncated: z.enum(['score', 'refuse']),
    seed: z.union([z.number(), z.string()]),
    retries: z.int(),
    timeout: z.number(),
    models: z.object({ assistant: z.string(), user: z.string(), judge: z.string().optional() }),
    limits: z.object({
      body: z.int(),
      items: z.int(),
      characters: z.int(),
      atOnce: z.int(),
      waiting: z.int(),
      keys: z.int(),
      idle: z.int(),
    }),
    line: z.object({ served: z.int(), waiting: z.int() }),
  })
  .openapi('RewardSettings');
