import { createRandom } from '@sente/engine';
import type { Agent, AgentTurn, Talk } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { ProbeCase } from '../probe/probe.ts';
import type { AskCase } from './cases.ts';
import { askProbe } from './probe.ts';

/** An agent that says what a function of the user's turns so far says. */
export function scripted(name: string, reply: (heard: readonly string[]) => string): Agent {
  const talk = (before: readonly string[]): Talk => {
    let heard = before;
    return {
      async say(text): Promise<AgentTurn> {
        heard = [...heard, text];
        return { text: reply(heard) };
      },
      fork: () => talk(heard),
    };
  };
  return { name, needsModel: false, begin: () => talk([]) };
}

/** Plays one case of the probe without models. */
export async function playOne(
  probeCase: AskCase & ProbeCase,
  agent: Agent,
  turns?: number,
): Promise<Played & { recorded: readonly PlayedTurn[] }> {
  const recorded: PlayedTurn[] = [];
  const played = await askProbe.play({
    seed: 1,
    case: probeCase,
    agent,
    repeat: 0,
    random: createRandom(1).split(probeCase.id),
    model: () => undefined,
    record: (turn) => recorded.push(turn),
    ...(turns !== undefined && { turns }),
  });
  return { ...played, recorded };
}
