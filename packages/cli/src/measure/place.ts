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
  type ModelRole,
  type NamedModel,
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

/** What names the model of a role. */
const FLAGS = { assistant: '--model', user: '--user', judge: '--judge' } as const;

/** The models that the settings name, by role; no connection is made yet. Throws UsageError. */
export async function namedModels(settings: MeasureSettings): Promise<Readonly<Record<string, NamedModel>>> {
  const named = Object.entries(modelIds(settings)).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(
    await Promise.all(
      named.map(async ([role, id]) => [role, { id, model: await chosenModel(id, FLAGS[role as ModelRole]) }] as const),
    ),
  );
}

function modelIds({ model, user, judge }: MeasureSettings): Readonly<Record<ModelRole, string | undefined>> {
  return { assistant: model, user: user !== undefined && isModelId(user) ? user : undefined, judge };
}

/** Makes the place of a run with these models. */
export function openPlace(
  store: LabStore,
  run: OpenRun,
  settings: MeasureSettings,
  models: Readonly<Record<string, NamedModel>>,
  means: Means,
  signal: AbortSignal,
): Place {
  const { seed } = settings;
  const ids = modelIds(settings);
  const before = store.read(run.head.id).cost();
  const meter = createCostMeter(before);
  const { prices, atOnce = AT_ONCE } = means;
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
