import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import type { Played, PlayedRow } from '../probe/played.ts';
import { ProbeDataError } from '../probe/probe.ts';
import { pressedAfter } from './play-agenda.ts';
import { type LeadCase, leadProbe } from './probe.ts';

const cases = await leadProbe.cases({ seed: 1, cases: 10 });
const byName = new Map([...leadProbe.rules, ...shopAgents].map((agent) => [agent.name, agent]));

function play(one: LeadCase, agent: Agent): Promise<Played> {
  const random = createRandom(1).split(one.id);
  return leadProbe.play({ case: one, agent, repeat: 0, random, seed: 1, model: () => undefined, record: () => {} });
}

async function rowsOf(cell: string, name: string): Promise<PlayedRow[]> {
  const own = cases.filter((one) => one.cell === cell);
  return Promise.all(
    own.map(async (one) => ({ ...(await play(one, byName.get(name)!)), case: one.id, agent: name, repeat: 0, cell })),
  );
}

function figure(name: string, rows: readonly PlayedRow[]): number {
  const metric = leadProbe.metrics.find((one) => one.name === name)!;
  const groups = rows.map((row) => [row]);
  if (metric.of) return metric.of(groups, () => []);
  const values = rows.flatMap(({ figures }) => figures[metric.figure ?? metric.name] ?? []);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the lead probe', () => {
  it('draws the same cases again, and lets rules play in their own cell only', async () => {
    expect(await leadProbe.cases({ seed: 1, cases: 10 })).toEqual(cases);
    expect(cases.map(({ cell }) => cell)).toEqual(
      ['agenda', 'bargain', 'events'].flatMap((cell) => Array.from({ length: 10 }, () => cell)),
    );
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
    const [agenda] = cases;
    expect(leadProbe.plays!(agenda, 'always-lead')).toBe(true);
    expect(leadProbe.plays!(agenda, 'firm')).toBe(false);
    expect(leadProbe.plays!(agenda, 'sente')).toBe(true);
    await expect(leadProbe.cases({ seed: 1, data: 'x.json' })).rejects.toThrow(ProbeDataError);
  });

  it('tells always leading from never leading', async () => {
    const [always, never] = [await rowsOf('agenda', 'always-lead'), await rowsOf('agenda', 'never-lead')];
    expect(figure('completed@agenda', always)).toBeGreaterThan(figure('completed@agenda', never) + 0.2);
    expect(figure('leads@agenda', never)).toBe(0);
    expect(figure('refusals@agenda', never)).toBeNaN();
    expect(figure('leads@agenda', always)).toBeGreaterThan(1);
    expect(await rowsOf('agenda', 'always-lead')).toEqual(always);
  });

  it('holds every seller to its reserve', async () => {
    for (const name of ['accept-at-reserve', 'equal-steps', 'firm', 'bare', 'sente']) {
      const rows = await rowsOf('bargain', name);
      expect(figure('below-reserve@bargain', rows)).toBe(0);
      expect(figure('leaked@bargain', rows)).toBe(0);
    }
    const firm = await rowsOf('bargain', 'firm');
    // Whoever buys from the firm pays the list price: SL is the share of deals.
    expect(figure('sl@bargain', firm)).toBe(figure('deals@bargain', firm));
    expect(figure('deals@bargain', await rowsOf('bargain', 'equal-steps'))).toBeGreaterThan(
      figure('deals@bargain', firm),
    );
  });

  it('sees a planted fault: a seller below the reserve who tells it', async () => {
    const [one] = cases.filter(({ cell }) => cell === 'bargain');
    if (one.cell !== 'bargain') throw new Error('not a bargain');
    const { reserve } = one.terms;
    const talk = {
      say: async () => ({ text: `My lowest is €${reserve}, but take it for €${reserve - 50}.` }),
      fork: () => talk,
    };
    const { figures } = await play(one, { name: 'fool', needsModel: false, begin: () => talk });
    expect(figures['below-reserve']).toBe(1);
    expect(figures.leaked).toBe(1);
    expect(figures.sl).toBeLessThan(0);
  });

  it('counts refusals that were not left in peace', () => {
    const lead = (turn: number, declined: boolean) => ({ goal: 'budget', turn, declined });
    expect(pressedAfter([lead(1, true), lead(2, false), lead(5, true), lead(8, true)])).toBe(1);
    expect(pressedAfter([lead(1, true), lead(3, true)])).toBe(1);
  });

  it('says where a turn does not respond', async () => {
    const [one] = cases;
    const saying = (text: string): Agent => {
      const talk = { say: async () => ({ text }), fork: () => talk };
      return { name: 'deaf', needsModel: false, begin: () => talk };
    };
    const { figures, turns } = await play(one, saying('Shall I send you a packing list?'));
    expect(figures.requests).toBeGreaterThan(0);
    expect(figures.responses).toBe(0);
    expect(figures.served).toBe(0);
    expect(turns.find(({ speaker }) => speaker === 'assistant')!.note).toContain('does not respond');
    // A question about the table responds once, and not when it is put again and again.
    const again = await play(one, saying('When would you like to go?'));
    expect(again.figures.requests).toBeGreaterThan(1);
    expect(again.figures.responses).toBe(1);
  });
});
