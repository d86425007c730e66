import { describe, expect, it } from 'vitest';
import { shopAgents } from '../agent/shop-agents.ts';
import type { Played, PlayedRow, PlayedTurn } from '../probe/played.ts';
import type { Probe, ProbeCase } from '../probe/probe.ts';
import type { OpenRun, TaskKey } from '../store/run-store.ts';
import { ConversationFailedError, playHere } from './here.ts';
import { type Executor, measureProbe, NothingToPlayError } from './measure-probe.ts';
import { playOnThreads } from './on-threads.ts';
import type { ProbeResult } from './probe-result.ts';
import { findProbe } from './registry.ts';
import { keyText } from './task.ts';

const cases: ProbeCase[] = Array.from({ length: 5 }, (_, n) => ({ id: `c${n}`, world: n === 4 ? 'open' : 'shop' }));
const silent = { needsModel: false, begin: () => ({ say: async () => ({ text: '' }), fork: () => ({}) as never }) };
const made: Probe = {
  name: 'made',
  version: '1',
  question: '?',
  source: 'nobody',
  rules: [{ ...silent, name: 'rule' }],
  metrics: [{ name: 'draw', label: 'draw', better: 'higher', unit: 'number', isHeadline: true }],
  radar: { metric: 'draw', scale: (draw) => draw },
  cases: async () => cases,
  async play({ random, record, user }) {
    const turn: PlayedTurn = { speaker: 'user', text: user ?? 'hello' };
    record(turn);
    return { figures: { draw: random.next() }, turns: [turn], loss: 0 };
  },
};
const agents = [{ ...silent, name: 'mine' }];

/** A run in memory. */
function memoryRun(): OpenRun & {
  readonly rows: Map<string, PlayedRow>;
  readonly turns: string[];
  results: ProbeResult[];
} {
  const rows = new Map<string, PlayedRow>();
  const turns: string[] = [];
  const results: ProbeResult[] = [];
  return {
    rows,
    turns,
    results,
    head: { id: 'run', started: 0, version: 1, settings: {} },
    finished: () => [...rows.values()],
    turn: (key, number, { text }) => void turns.push(`${keyText(key)} ${number} ${text}`),
    finish(key: TaskKey, cell, played: Played) {
      rows.set(keyText(key), { ...played, ...key, ...(cell && { cell }) });
    },
    result: (result) => void results.push(result),
    close() {},
  };
}

const counted = (count: { played: number }): Executor => {
  const here = playHere();
  return (tasks, execution) => {
    count.played += tasks.length;
    return here(tasks, execution);
  };
};

describe('measuring a probe', () => {
  it('plays cases that an agent can play: a table stays in its shop, a rule plays everything', async () => {
    const run = memoryRun();
    const { agents: figures } = await measureProbe(made, { agents, execute: playHere(), run });
    expect(figures.mine.draw.n).toBe(4);
    expect(figures.rule.draw.n).toBe(5);
    expect(run.turns).toHaveLength(9);
    expect(run.results).toHaveLength(1);
  });

  it('gives all agents the same dice, and each repeat its own', async () => {
    const run = memoryRun();
    await measureProbe(made, { agents, execute: playHere(), run, repeats: 2 });
    const draw = (agent: string, repeat: number): number =>
      run.rows.get(keyText({ probe: 'made', case: 'c0', agent, repeat }))!.figures.draw;
    expect(draw('mine', 0)).toBe(draw('rule', 0));
    expect(draw('mine', 1)).toBe(draw('rule', 1));
    expect(draw('mine', 0)).not.toBe(draw('mine', 1));
  });

  it('does not play again what is finished, and comes to the same', async () => {
    const run = memoryRun();
    const count = { played: 0 };
    const whole = await measureProbe(made, { agents, execute: counted(count), run });
    expect(count.played).toBe(9);
    for (const key of [...run.rows.keys()].slice(0, 4)) run.rows.delete(key);
    const resumed = await measureProbe(made, { agents, execute: counted(count), run });
    expect(count.played).toBe(13);
    expect({ ...resumed, seconds: 0 }).toEqual({ ...whole, seconds: 0 });
  });

  it('plays matched users beside the strangers', async () => {
    const run = memoryRun();
    const result = await measureProbe(made, { agents, execute: playHere(), run, user: 'matched' });
    expect(result.agents.mine).toHaveProperty('draw@matched');
    expect(run.turns.filter((turn) => turn.endsWith(' matched'))).toHaveLength(9);
    expect(run.turns.filter((turn) => turn.endsWith(' strangers'))).toHaveLength(9);
  });

  it('names the conversation in which something failed', async () => {
    const broken: Probe = { ...made, play: async () => Promise.reject(new RangeError('no such move')) };
    const run = measureProbe(broken, { agents, execute: playHere({ atOnce: 1 }) });
    await expect(run).rejects.toThrow(ConversationFailedError);
    await expect(run).rejects.toThrow('made, case c0, agent rule: RangeError: no such move');
  });

  it('says when nobody can play', async () => {
    const open: Probe = { ...made, rules: [], cases: async () => [cases[4]] };
    await expect(measureProbe(open, { agents, execute: playHere() })).rejects.toThrow(NothingToPlayError);
  });

  it('comes to the same on threads and here, however many they are', async () => {
    const options = { agents: shopAgents.filter(({ name }) => name !== 'reactive'), cases: 4, seed: 3 };
    const strip = (result: ProbeResult): unknown => ({ ...result, seconds: 0 });
    const here = strip(await measureProbe(findProbe('ask'), { ...options, execute: playHere() }));
    expect(strip(await measureProbe(findProbe('ask'), { ...options, execute: playOnThreads(1) }))).toEqual(here);
    expect(strip(await measureProbe(findProbe('ask'), { ...options, execute: playOnThreads(3) }))).toEqual(here);
  });
});
