/**
 * Plays tasks in this process: for agents that wait for models, and for probes and agents of one's own.
 * @module
 */

import type { Executor } from './measure-probe.ts';
import { type OpenModel, playTask } from './play-task.ts';
import { playTasks } from './play-tasks.ts';

/** How much goes on at once, and who speaks as a model. */
export interface HereOptions {
  /** Conversations under way at most; 16 unless given. */
  readonly atOnce?: number;
  readonly openModel?: OpenModel;
}

/** An executor for this process. It holds `atOnce` conversations in memory, however many there are to play. */
export function playHere({ atOnce = 16, openModel }: HereOptions = {}): Executor {
  return async (tasks, { probe, agents, signal, onTurn, onPlayed }) => {
    const byName = new Map(agents.map((agent) => [agent.name, agent]));
    await playTasks({
      tasks,
      atOnce,
      signal,
      play: (task) =>
        playTask(task, {
          probe,
          agent: byName.get(task.agent)!,
          openModel,
          onTurn: (number, turn) => onTurn(task, number, turn),
        }),
      onDone: onPlayed,
    });
  };
}
