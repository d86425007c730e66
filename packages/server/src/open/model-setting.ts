/**
 * Which model the studio talks to. Keys are kept in memory, and neither given out nor written down.
 * @module
 */
import { z } from '@hono/zod-openapi';
import { ModelKeyError, openModel, type Prices, UnknownModelError } from '@sente/language';
import { Problem } from '../problem.ts';
import { type ChatModel, type ModelOpener, promptOf } from './chat-model.ts';
import { meter } from './metered-model.ts';
import { modelFailure } from './model-failure.ts';
import { runModel } from './run-model.ts';

/** What is set. */
export interface ModelChoice {
  /** `openai:NAME`, `ollama:NAME` or `URL#NAME`. */
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

/** Milliseconds that a try may take: a local model may have to be loaded first. */
const TRY = 90_000;

/** A model that is ready to be called. */
export interface OpenedModel {
  readonly shown: ShownModel;
  readonly model: ChatModel;
  readonly planner: ChatModel | undefined;
}

const byId: ModelOpener = (id, key) => openModel(id, key === undefined ? {} : { key });

/** An ID without the query of its address, which may hold a key. */
function withoutQuery(id: string): string {
  return id.replace(/\?[^#]*/, '?…');
}

/** The server that an ID names. */
function serverOf(id: string): string {
  return /^(openai|ollama):/.exec(id)?.[1] ?? id.replace(/#.*$/, '');
}

/** Holds the setting. */
export class ModelSetting {
  readonly #open: ModelOpener;
  #opened: OpenedModel | undefined;

  constructor(open: ModelOpener = byId) {
    this.#open = open;
  }

  get shown(): ShownModel | null {
    return this.#opened?.shown ?? null;
  }

  /** Throws Problem `no-model`. */
  get opened(): OpenedModel {
    if (this.#opened !== undefined) return this.#opened;
    throw new Problem('no-model', 'No model is set.', 'Set one: POST /api/open/model with "id".');
  }

  /** Sets it; no connection is made. Throws Problem `bad-model`. */
  set({ id, planner, key, prices, plannerPrices }: ModelChoice): ShownModel {
    const secret = key?.trim() || undefined;
    const model = this.#make(id, secret);
    const another = planner && planner !== id ? planner : undefined;
    const plans = another && this.#make(another, serverOf(another) === serverOf(id) ? secret : undefined);
    this.#opened = {
      model,
      planner: plans || undefined,
      shown: {
        id: withoutQuery(id),
        planner: another === undefined ? null : withoutQuery(another),
        hasKey: secret !== undefined,
        prices: prices ?? null,
        plannerPrices: plannerPrices ?? null,
      },
    };
    return this.#opened.shown;
  }

  unset(): void {
    this.#opened = undefined;
  }

  /** One tiny call to each model. Throws Problem `no-model` or `model-failed`. */
  async test(signal: AbortSignal): Promise<ModelTest> {
    const { shown, model, planner } = this.opened;
    const tests: ModelTest['tests'][number][] = [];
    const each: [string, ChatModel][] = [[shown.id, model]];
    if (planner !== undefined) each.push([shown.planner!, planner]);
    for (const [id, one] of each) {
      const started = performance.now();
      const patience = AbortSignal.any([signal, AbortSignal.timeout(TRY)]);
      const prompt = promptOf('', [{ role: 'user', text: 'Reply with the one word: ready' }]);
      const { text } = await runModel(meter(one).model, prompt, { signal: patience }).catch((error) => {
        throw modelFailure(id, error);
      });
      tests.push({ id, milliseconds: Math.round(performance.now() - started), text: text.trim().slice(0, 200) });
    }
    return { tests };
  }

  #make(id: string, key: string | undefined): ChatModel {
    try {
      return this.#open(id, key);
    } catch (error) {
      if (error instanceof UnknownModelError || error instanceof ModelKeyError) {
        throw new Problem('bad-model', error.message);
      }
      throw error;
    }
  }
}
