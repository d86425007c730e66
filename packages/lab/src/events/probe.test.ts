import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import type { EventCase } from './event-cases.ts';
import { eventsProbe } from './probe.ts';

const [always, never] = ['always-speak', 'never-speak'].map(
  (name) => eventsProbe.rules.find((rule) => rule.name === name)!,
);
const watcher = eventsProbe.rules.find(({ name }) => name === 'watcher')!;

async function play(agent: Agent, one: EventCase): Promise<Played & { recorded: PlayedTurn[] }> {
  const recorded: PlayedTurn[] = [];
  const random = createRandom(1);
  const model = (): undefined => undefined;
  const record = (turn: PlayedTurn): void => void recorded.push(turn);
  return { ...(await eventsProbe.play({ case: one, agent, repeat: 0, random, seed: 1, model, record })), recorded };
}

describe('event traces as a probe', () => {
  it('scores the two constants as they must be', async () => {
    const cases = await eventsProbe.cases({ seed: 1, cases: 20 });
    const welcome = cases.flatMap(({ trace }) => trace.events).filter(({ isWelcome }) => isWelcome).length;
    const rows = await Promise.all(cases.map((one) => play(always, one)));
    expect(rows.reduce((sum, { figures }) => sum + figures.tp, 0)).toBe(welcome);
    expect(rows.every(({ figures }) => figures.fn + figures.tn === 0)).toBe(true);
    const silent = await Promise.all(cases.map((one) => play(never, one)));
    expect(silent.every(({ figures }) => figures.tp + figures.fp === 0)).toBe(true);
    const groups = silent.map((row, n) => [
      { ...row, case: cases[n].id, agent: 'never-speak', repeat: 0, cell: 'events' },
    ]);
    const f1 = eventsProbe.metrics.find(({ name }) => name === 'f1@events')!;
    expect(f1.of!(groups, () => [])).toBe(0);
    expect(eventsProbe.notes!(cases)[0]).toContain(`wanted at ${welcome} of`);
  });

  it('counts an agent that cannot hear events as silent, and records every turn', async () => {
    const [one] = await eventsProbe.cases({ seed: 1, cases: 1 });
    const deaf: Agent = {
      name: 'deaf',
      needsModel: false,
      begin() {
        const talk = { say: async () => ({ text: 'hello' }), fork: () => talk };
        return talk;
      },
    };
    const { figures, turns, recorded } = await play(deaf, one);
    expect(figures.tp + figures.fp).toBe(0);
    expect(recorded).toEqual(turns);
    expect(turns).toHaveLength(2 * one.trace.events.length);
  });

  it('forks a watcher where it stands', async () => {
    const talk = watcher.begin({ instructions: '' }, { random: createRandom(1) });
    const events = [
      'Nothing found.',
      '3 s later: Nothing found.',
      '3 s later: Nothing found.',
      '3 s later: Nothing found.',
    ];
    await talk.notice!(events[0]);
    const fork = talk.fork({ random: createRandom(2) });
    const texts: string[] = [];
    for (const event of events.slice(1)) {
      const turn = await talk.notice!(event);
      expect(await fork.notice!(event)).toEqual(turn);
      texts.push(turn.text);
    }
    // Trouble again is what it speaks at, and then it rests.
    expect(texts.map((text) => text !== '')).toEqual([true, false, true]);
  });
});
