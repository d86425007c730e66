/**
 * Plays one task: the same conversation in this process, on a thread, or on another machine.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import type { Agent } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { Probe } from '../probe/probe.ts';
import type { Task } from './task.ts';

/** Who can be asked to speak as a model. */
export type ModelRole = 'assistant' | 'user' | 'judge';

/**
 * Opens a model for one conversation, its replies recorded; undefined where the person named none. `signal` breaks its
 * calls off.
 */
export type OpenModel = (
  task: Task,
  role: ModelRole,
  fork: string,
  signal?: AbortSignal,
) => LanguageModelV4 | undefined;

/** What a task is played with. */
export interface TaskPlayers {
  readonly probe: Probe;
  readonly agent: Agent;
  readonly openModel?: OpenModel;
  /** Aborted when the others have stopped: no further call is made. */
  readonly signal?: AbortSignal;
  /** Given every turn as it is taken. */
  readonly onTurn?: (number: number, turn: PlayedTurn) => void;
}

/** An agent that cannot do without a model, and no model was named. */
export class ModelNeededError extends Error {
  constructor(agent: string) {
    super(`the agent '${agent}' is a language model: name one with --model, or leave the agent out`);
    this.name = 'ModelNeededError';
  }
}

/**
 * What came of the conversation. The dice are those of the case's group and the repeat: the same for every agent, and in
 * every condition. Throws ModelNeededError, and whatever the agent or the probe throws.
 */
export async function playTask(task: Task, { probe, agent, openModel, signal, onTurn }: TaskPlayers): Promise<Played> {
  const { options, repeat } = task;
  const group = task.case.group ?? task.case.id.replace(/~matched$/, '');
  const random = createRandom(options.seed).split(probe.name).split(group).split(repeat);
  // One model an identity: a second request that equals an earlier one is another sampling, and is counted there.
  const opened = new Map<string, LanguageModelV4 | undefined>();
  let turns = 0;
  return probe.play({
    ...options,
    case: task.case,
    agent,
    repeat,
    random,
    model(role, fork = '') {
      const name = JSON.stringify([role, fork]);
      if (!opened.has(name)) opened.set(name, openModel?.(task, role, fork, signal));
      const model = opened.get(name);
      if (model === undefined && role === 'assistant' && agent.needsModel) throw new ModelNeededError(agent.name);
      return model;
    },
    record(turn) {
      onTurn?.(turns++, turn);
    },
  });
}
