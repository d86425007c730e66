/**
 * Which model is to be talked to, as it is set and as it is shown: the key goes in and never comes out.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { Prices } from '@sente/language';

/** What is set. */
export interface ModelChoice {
  /** `openai:NAME`, `ollama:NAME`, `URL#NAME` or `pocket`. */
  readonly id: string;
  /** Makes the layer's own calls; the model itself if absent. */
  readonly planner?: string | null;
  /** For this run only; also the planner's, if it is at the same server. */
  readonly key?: string;
  /** Per million tokens, of the model and of the planner. */
  readonly prices?: Prices | null;
  readonly plannerPrices?: Prices | null;
}

const price = z.strictObject({ input: z.number().min(0), output: z.number().min(0) });
const modelId = z.string().trim().min(1).max(500);

/** `ModelChoice`, checked. */
export const modelChoice: z.ZodType<ModelChoice> = z
  .strictObject({
    id: modelId,
    planner: modelId.nullish(),
    key: z.string().max(1000).optional().openapi({ description: 'kept in memory for this run, never given out' }),
    prices: price.nullish(),
    plannerPrices: price.nullish(),
  })
  .openapi('OpenModelChoice');

/** What is set, as it is shown: without the key. */
export interface ShownModel {
  readonly id: string;
  readonly planner: string | null;
  readonly hasKey: boolean;
  readonly prices: Prices | null;
  readonly plannerPrices: Prices | null;
}

/** `ShownModel` or nothing, for OpenAPI. */
export const modelAnswer: z.ZodType<{ readonly model: ShownModel | null }> = z
  .object({
    model: z
      .object({
        id: z.string(),
        planner: z.string().nullable(),
        hasKey: z.boolean(),
        prices: price.nullable(),
        plannerPrices: price.nullable(),
      })
      .nullable(),
  })
  .openapi('OpenModel');

/** What a model said when it was tried. */
export interface ModelTest {
  readonly tests: readonly { readonly id: string; readonly milliseconds: number; readonly text: string }[];
}

/** `ModelTest` for OpenAPI. */
export const modelTest: z.ZodType<ModelTest> = z
  .object({ tests: z.array(z.object({ id: z.string(), milliseconds: z.number(), text: z.string() })).readonly() })
  .openapi('OpenModelTest');
