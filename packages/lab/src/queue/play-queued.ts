/**
 * What a worker does with a job: finds probe, agent and models by name, and plays.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Agent } from '../agent/agent.ts';
import type { Played } from '../probe/played.ts';
import type { Probe } from '../probe/probe.ts';
import { type ModelRole, playTask } from '../run/play-task.ts';
import { recordedModels } from '../run/recorded-models.ts';
import type { QueuedJob } from './queued-task.ts';
import type { WorkEnvironment } from './work.ts';

/** What a worker knows by name. Each function throws when it knows none of that name. */
export interface Known {
  probe(name: string): Probe;
  /** @param hasModel whether the person named a model to be measured. */
  agent(probe: Probe, name: string, hasModel: boolean): Agent;
  /** Opens a model by its ID, with this machine's keys. Opened once. */
  model(id: string): LanguageModelV4 | Promise<LanguageModelV4>;
}

/** The worker has another version of the probe than the one that started the run. */
export class ProbeVersionError extends Error {
  override readonly name = 'ProbeVersionError';
  constructor(probe: string, here: string, wanted: string) {
    super(
      `the run plays version ${wanted} of ${probe}, and this worker has ${here}: use the same version of sente on all machines`,
    );
  }
}

/** A `play` for `work`. */
export function playQueued(known: Known): (job: QueuedJob, environment: WorkEnvironment) => Promise<Played> {
  const opened = new Map<string, LanguageModelV4 | Promise<LanguageModelV4>>();
  const open = (id: string): LanguageModelV4 | Promise<LanguageModelV4> => {
    const model = opened.get(id) ?? known.model(id);
    opened.set(id, model);
    return model;
  };
  return async ({ task, version, models: ids, prices }, environment) => {
    const probe = known.probe(task.probe);
    if (probe.version !== version) throw new ProbeVersionError(probe.name, probe.version, version);
    const agent = known.agent(probe, task.agent, ids.assistant !== undefined);
    const named = Object.entries(ids).map(async ([role, id]) => [role, { id, model: await open(id) }] as const);
    const models: Partial<Record<ModelRole, { id: string; model: LanguageModelV4 }>> = Object.fromEntries(
      await Promise.all(named),
    );
    const openModel = recordedModels({ ...environment, models, prices, seed: task.options.seed });
    return playTask(task, { probe, agent, openModel });
  };
}
