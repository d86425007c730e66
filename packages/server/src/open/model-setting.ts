/**
 * Which model the studio talks to. Keys are kept in memory, and neither given out nor written down.
 * @module
 */
import { isModelIdError, openAnyModel } from '@sente/lab/model';
import { Problem } from '../problem.ts';
import { type ChatModel, type ModelOpener, promptOf } from './chat-model.ts';
import { meter } from './metered-model.ts';
import type { ModelChoice, ModelTest, ShownModel } from './model-choice.ts';
import { modelFailure } from './model-failure.ts';
import { runModel } from './run-model.ts';

/** Milliseconds that a try may take: a local model may have to be loaded first. */
const TRY = 90_000;

/** A model that is ready to be called. */
export interface OpenedModel {
  readonly shown: ShownModel;
  readonly model: ChatModel;
  readonly planner: ChatModel | undefined;
}

const byId: ModelOpener = (id, key) => openAnyModel(id, key === undefined ? {} : { key });

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
      throw isModelIdError(error) ? new Problem('bad-model', error.message) : error;
    }
  }
}
