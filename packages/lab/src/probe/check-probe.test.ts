import { describe, expect, it } from 'vitest';
import type { Agent } from '../agent/agent.ts';
import { checkProbe } from './check-probe.ts';
import { defineProbe, type Probe, type ProbeCase } from './probe.ts';

interface CoinCase extends ProbeCase {
  readonly heads: boolean;
}

const caller = (name: string, call: string): Agent => ({
  name,
  needsModel: false,
  begin: () => {
    const talk = { say: async () => ({ text: call }), fork: () => talk };
    return talk;
  },
});

/** Does the agent call the coin? */
const coins: Probe<CoinCase> = defineProbe<CoinCase>({
  name: 'coins',
  version: '1',
  question: 'Does it call the coin?',
  source: 'made here',
  rules: [caller('always-heads', 'heads'), caller('always-tails', 'tails')],
  metrics: [{ name: 'right', label: 'coins called', better: 'higher', unit: 'share', isHeadline: true }],
  radar: { metric: 'right', scale: (value) => value },
  cases: async ({ cases = 4 }) =>
    Array.from({ length: cases }, (_, k) => ({ id: `coin ${k}`, world: 'shop', heads: k % 2 === 0 })),
  async play({ case: coin, agent, random, record }) {
    const user = { speaker: 'user' as const, text: `Coin ${random.split('user').integer(100)}: heads or tails?` };
    record(user);
    const reply = {
      speaker: 'assistant' as const,
      ...(await agent.begin({ instructions: '' }, { random: random.split('agent') }).say(user.text)),
    };
    record(reply);
    const right = Number((reply.text === 'heads') === coin.heads);
    return { figures: { right }, turns: [user, reply], loss: 1 - right };
  },
});

async function failures(change: Partial<Probe<CoinCase>>): Promise<string[]> {
  const findings = await checkProbe({ ...coins, ...change }, [caller('guess', 'heads')]);
  return findings.filter(({ passed }) => !passed).map(({ check }) => check);
}

describe('checkProbe', () => {
  it('passes a good probe', async () => {
    const findings = await checkProbe(coins, [caller('guess', 'heads')]);
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
  });

  let times = 0;
  const play = coins.play;
  it.each<[string, Partial<Probe<CoinCase>>]>([
    [
      'the same seed draws the same cases',
      { cases: async () => [{ id: `coin ${times++}`, world: 'shop', heads: true }] },
    ],
    [
      'cases have ids of their own',
      { cases: async () => [1, 2].map(() => ({ id: 'coin', world: 'shop' as const, heads: true })) },
    ],
    [
      'cases are JSON',
      { cases: async () => [{ id: 'coin', world: 'shop', heads: true, when: new Date(0) } as CoinCase] },
    ],
    ['there are cases', { cases: async () => [] }],
    ['the same dice play the same', { play: async (of) => ({ ...(await play(of)), loss: 1 / (1 + times++) }) }],
    [
      'dice are split, never drawn from the play itself',
      { play: (of) => (of.random.next() < 2 ? play(of) : play(of)) },
    ],
    ['turns are recorded as they are returned', { play: async (of) => ({ ...(await play(of)), turns: [] }) }],
    ['figures are finite numbers', { play: async (of) => ({ ...(await play(of)), figures: { right: Number.NaN } }) }],
    ['losses are shares', { play: async (of) => ({ ...(await play(of)), loss: 2 }) }],
    ['headline metrics are there for some agent', { play: async (of) => ({ ...(await play(of)), figures: {} }) }],
    ['cases are left alone', { play: (of) => play({ ...of, case: Object.assign(of.case, { heads: false }) }) }],
    ['simple rules stand beside the agents', { rules: [] }],
    ['agents have names of their own', { rules: [caller('guess', 'tails')] }],
    [
      'metric names are lower case, without blanks',
      { metrics: [{ ...coins.metrics[0], name: 'Right calls', figure: 'right' }] },
    ],
    ['there is a headline metric', { metrics: [{ ...coins.metrics[0], isHeadline: false }] }],
    ['the radar shows one of the metrics', { radar: { metric: 'left', scale: (value) => value } }],
    ['the radar is scaled to 0 … 1', { radar: { metric: 'right', scale: (value) => value * 5 } }],
  ])('finds out: %s', async (check, change) => {
    expect(await failures(change)).toContain(check);
  });
});
