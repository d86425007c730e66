/**
 * The models of a run, one for each role, each reply recorded.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import type { Prices } from '@sente/language';
import type { CallStore, Gate } from '../calls/call-store.ts';
import type { CostMeter } from '../calls/cost-meter.ts';
import { recordModel } from '../calls/record-model.ts';
import type { RunBudget } from '../calls/run-budget.ts';
import type { ModelRole, OpenModel } from './play-task.ts';
import { keyOf, keyText } from './task.ts';

/** A model that plays a role. */
export interface NamedModel {
  /** As the person typed it; goes into the keys of kept replies, except for pocket models, which have names of their own. */
  readonly id: string;
  readonly model: LanguageModelV4;
}

/** What all conversations of a run share. */
export interface RecordedModelsOptions {
  /** A role that is absent is played by no model. */
  readonly models: Partial<Readonly<Record<ModelRole, NamedModel>>>;
  readonly calls: CallStore;
  readonly gate?: Gate;
  readonly budget?: RunBudget;
  readonly meter?: CostMeter;
  readonly prices?: Prices;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Opens models for conversations: replies depend on the conversation's repeat and the fork, never on who asks when. */
export function recordedModels({ models, seed, ...shared }: RecordedModelsOptions): OpenModel {
  const random = createRandom(seed).split('waits');
  return (task, role, fork, signal) => {
    const named = models[role];
    if (!named) return undefined;
    // The pocket model: what is kept must not outlive the weights that said it, wherever they lie.
    const isPocket = named.model.provider === 'pocket';
    return recordModel({
      ...shared,
      signal: shared.signal && signal ? AbortSignal.any([shared.signal, signal]) : (shared.signal ?? signal),
      model: named.model,
      id: isPocket ? `pocket:${named.model.modelId}` : named.id,
      isSeeded: isPocket,
      repeat: task.repeat,
      fork,
      random: random.split(keyText(keyOf(task))),
    });
  };
}
