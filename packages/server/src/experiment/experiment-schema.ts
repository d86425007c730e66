/**
 * What the routes of experiments give.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { ExperimentResults } from '@sente/training';

/** One experiment of the list. */
export interface ListedExperiment {
  readonly id: string;
  /** When its results were written, in milliseconds since 1970. */
  readonly finished: number;
  readonly preset: 'quick' | 'full';
  readonly seeds: number;
  /** Models that were trained. */
  readonly models: number;
  readonly seconds: number;
}

/** All experiments, the newest first. */
interface ExperimentList {
  readonly experiments: readonly ListedExperiment[];
}

/** `ExperimentList`. */
export const experimentList: z.ZodType<ExperimentList> = z
  .object({
    experiments: z.array(
      z.object({
        id: z.string(),
        finished: z.int().openapi({ description: 'milliseconds since 1970' }),
        preset: z.enum(['quick', 'full']),
        seeds: z.int(),
        models: z.int(),
        seconds: z.number(),
      }),
    ),
  })
  .openapi('ExperimentList');

/** The document of `sente train passivity --json`. */
export const experimentResults: z.ZodType<ExperimentResults> = z
  .looseObject({ experiment: z.literal('passivity'), run: z.string() })
  .openapi('Experiment', { description: 'as sente train passivity --json' }) as unknown as z.ZodType<ExperimentResults>;
