/**
 * Simple rules at events: always to speak, never to speak, and a watcher that goes by signs.
 * @module
 */
import { SHOP_WATCHER, WatchedEvents, type Watcher } from '@sente/catalog';
import type { Agent, AgentTurn, ShownAct, Talk } from '../agent/agent.ts';

const PROPOSAL: AgentTurn = { text: 'Can I help you with this?', act: 'offer' };
const SILENCE: AgentTurn = { text: '', act: 'wait' };

function constant(name: string, turn: AgentTurn): Agent {
  const talk: Talk = { say: async () => turn, notice: async () => turn, fork: () => talk };
  return { name, needsModel: false, begin: () => talk };
}

/** Proposes something at every event. */
export const alwaysSpeak: Agent = constant('always-speak', PROPOSAL);

/** Proposes nothing. */
export const neverSpeak: Agent = constant('never-speak', SILENCE);

/** Speaks by the signs of events; with what a case's other traces taught it, where there are others. */
export const watcherAgent: Agent = {
  name: 'watcher',
  needsModel: false,
  begin: () => watcherTalk(SHOP_WATCHER),
};

/** Seconds as they stand before an event. */
const GAP = /^(\d+) s later: /;

/** A watcher as one side of a conversation; `told`: what it was told before. */
export function watcherTalk(watcher: Watcher, told: readonly string[] = []): Talk {
  const watched = new WatchedEvents(watcher);
  let heard = told;
  const hear = (words: string): AgentTurn => {
    const gap = GAP.exec(words);
    const text = gap ? words.slice(gap[0].length) : words;
    const { value, speaks, why } = watched.notice({ text, after: gap ? Number(gap[1]) : 0 });
    const proposes: ShownAct = { label: 'propose something', kind: 'offer', value, error: 0 };
    const waits: ShownAct = { label: 'say nothing', kind: 'wait', value: 0, error: 0 };
    const candidates = speaks ? [proposes, waits] : [waits, proposes];
    return { ...(speaks ? PROPOSAL : SILENCE), decision: { horizon: 0, why, candidates } };
  };
  for (const words of told) hear(words);
  return {
    say: async () => SILENCE,
    async notice(event) {
      heard = [...heard, event];
      return hear(event);
    },
    fork: () => watcherTalk(watcher, heard),
  };
}
