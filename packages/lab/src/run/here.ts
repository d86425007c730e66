/**
 * Plays tasks in this process: for agents that wait for models, and for probes and agents of one's own.
 * @module
 */
import { BudgetReachedError } from '../calls/run-budget.ts';
import type { Executor } from './measure-probe.ts';
import { type OpenModel, playTask } from './play-task.ts';
import { playTasks } from './play-tasks.ts';
import type { Task } from './task.ts';

/** How much goes on at once, and who speaks as a model. */
export interface HereOptions {
  /** Conversations under way at most; 16 unless given. */
  readonly atOnce?: number;
  readonly openModel?: OpenModel;
}

/** A conversation that an agent, a model or the probe failed in. What was finished before is kept. */
export class ConversationFailedError extends Error {
  constructor({ probe, case: { id }, agent }: Task, cause: unknown) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    super(`${probe}, case ${id}, agent ${agent}: ${why}`, { cause });
    this.name = 'ConversationFailedError';
  }
}

/**
 * An executor for this process. It holds `atOnce` conversations in memory, however many there are to play. Rejects with
 * BudgetReachedError, the signal's reason, or ConversationFailedError.
 */
export function playHere({ atOnce = 16, openModel }: HereOptions = {}): Executor {
  return async (tasks, { probe, agents, signal, onTurn, onPlayed }) => {
    const byName = new Map(agents.map((agent) => [agent.name, agent]));
    const { stopped } = await playTasks({
      tasks,
      atOnce,
      signal,
      play: async (task, stop) => {
        try {
          return await playTask(task, {
            probe,
            agent: byName.get(task.agent)!,
            openModel,
            // What others wait for, such as the rest that a provider asks for, must not hold up the end.
            signal: stop,
            onTurn: (number, turn) => onTurn(task, number, turn),
          });
        } catch (error) {
          throw error instanceof BudgetReachedError || stop.aborted ? error : new ConversationFailedError(task, error);
        }
      },
      onDone: (played, task) => onPlayed(task, played),
    });
    if (stopped !== undefined) throw stopped;
  };
}
