/**
 * Conversations to be played, numbered in one order that depends on the cases, the agents and the repeats only.
 * @module
 */
import type { Agent } from '../agent/agent.ts';
import type { PlayOptions, Probe, ProbeCase } from '../probe/probe.ts';
import type { TaskKey } from '../store/run-store.ts';

/** One conversation to be played, wherever. JSON. */
export interface Task {
  readonly probe: string;
  readonly case: ProbeCase;
  readonly agent: string;
  readonly repeat: number;
  readonly options: PlayOptions;
}

/** Behind the id of a case that is played with users who follow the planner's own picture of users. */
export const MATCHED = '~matched';

/**
 * Whether an agent plays a case: a table knows its own shop only, and cannot play in the open world; language
 * models and assistants of one's own can, and rules play whatever their probe has.
 */
export function mayPlay(probe: Probe, probeCase: ProbeCase, agent: Agent): boolean {
  const isAtHome = probeCase.world === 'shop' || agent.needsModel || agent.playsOpen || probe.rules.includes(agent);
  return isAtHome && (probe.plays?.(probeCase, agent.name) ?? true);
}

/** All conversations of a probe: case by case, repeat by repeat, agent by agent, so that what is compared comes close together. */
export function listTasks(
  probe: Probe,
  cases: readonly ProbeCase[],
  agents: readonly Agent[],
  repeats: number,
  options: PlayOptions,
): Task[] {
  const users = options.user === 'matched' ? ['strangers', 'matched'] : [options.user];
  return cases.flatMap((probeCase) => {
    const playing = agents.filter((agent) => mayPlay(probe, probeCase, agent));
    return users.flatMap((user) => {
      const own = user === 'matched' ? { ...probeCase, id: `${probeCase.id}${MATCHED}` } : probeCase;
      return Array.from({ length: repeats }, (_, repeat) => repeat).flatMap((repeat) =>
        playing.map(
          ({ name }): Task => ({
            probe: probe.name,
            case: own,
            agent: name,
            repeat,
            options: { ...options, ...(user && { user }) },
          }),
        ),
      );
    });
  });
}

/** The task's name within its run. */
export function keyOf({ probe, case: { id }, agent, repeat }: Task): TaskKey {
  return { probe, case: id, agent, repeat };
}

/** The key as one string; equal strings mean the same conversation. */
export function keyText({ probe, case: id, agent, repeat }: TaskKey): string {
  return JSON.stringify([probe, id, agent, repeat]);
}
