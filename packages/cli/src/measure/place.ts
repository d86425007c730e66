/**
 * Where a run takes place: its store, its models with budget and gate, and who plays its conversations.
 * @module
 */
import {
  type Agent,
  createCostMeter,
  createGate,
  createRunBudget,
  type Executor,
  type LabStore,
  type OpenRun,
  playHere,
  playOnThreads,
  type RunCost,
  recordedModels,
  type StoredCall,
} from '@sente/lab';
import type { Budget, Prices } from '@sente/language';
import { chosenModel } from '../settings/chosen-model.ts';
import { isModelId, type MeasureSettings } from './probe.ts';

/** Conversations under way at once, unless told otherwise. */
const AT_ONCE = 16;

/** How a run is to be played; shapes no figure. */
interface Means {
  readonly atOnce?: number;
  readonly budget?: Budget;
  readonly prices?: Prices;
  /** Address of a Redis, to have conversations played by workers. */
  readonly queue?: string;
}

/** The place of one run. */
export interface Place {
  readonly run: OpenRun;
  /** What results call the run: the same for the same settings. */
  readonly name: string;
  /** Who plays the conversations of these agents. */
  execute(agents: readonly Agent[], settings: MeasureSettings): Executor;
  /** What calls of models took so far, in all sittings of the run. */
  cost(): RunCost;
}

/** Opens what the settings name; no connection is made yet. Throws UsageError. */
export async function openPlace(
  store: LabStore,
  run: OpenRun,
  settings: MeasureSettings,
  means: Means,
  signal: AbortSignal,
): Promise<Place> {
  const { seed } = settings;
  const before = store.read(run.head.id).cost();
  const meter = createCostMeter(before);
  const { prices, atOnce = AT_ONCE } = means;
  const ids = {
    assistant: settings.model,
    user: settings.user !== undefined && isModelId(settings.user) ? settings.user : undefined,
    judge: settings.judge,
  };
  const models = Object.fromEntries(
    await Promise.all(
      Object.entries(ids)
        .filter(([, id]) => id !== undefined)
        .map(async ([role, id]) => [role, { id: id!, model: await chosenModel(id!, '--model') }]),
    ),
  );
  const openModel = recordedModels({
    models,
    calls: store.calls(run.head.id),
    gate: createGate({ atOnce }),
    budget: createRunBudget(means.budget, before),
    meter,
    prices,
    seed,
    signal,
  });
  const onQueue = (url: string): Executor => {
    const settings = { models: ids, atOnce, ...(prices && { prices }) };
    const calls = store.calls(run.head.id);
    const { flushed } = store;
    const known = store.storedCalls(Object.values(ids).filter((id) => id !== undefined));
    const spent = meter.totals();
    const onCall = (call: StoredCall): void => meter.made(call);
    return async (tasks, execution) => {
      // Loaded only here: nobody else needs a client of Redis.
      const { playOnQueue } = await import('@sente/lab/queue');
      const { budget } = means;
      const options = { url, run: run.head, settings, calls, known, spent, flushed, onCall, ...(budget && { budget }) };
      await playOnQueue(options)(tasks, execution);
    };
  };
  return {
    run,
    name: run.head.id.replace(/\.\d+$/, ''),
    execute(agents, { workers }) {
      if (means.queue !== undefined) return onQueue(means.queue);
      const waits = Object.keys(models).length > 0 || agents.some(({ needsModel }) => needsModel);
      return waits ? playHere({ atOnce, openModel }) : playOnThreads(workers);
    },
    cost: () => {
      const { calls, input, output, usd } = meter.totals();
      return { calls, input, output, ...(usd !== undefined && { usd }) };
    },
  };
}
