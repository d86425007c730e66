import { createRandom } from '@sente/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Agent, Talk } from '../agent/agent.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import { logOf } from './forecast-log.ts';
import { type KnowCase, knowProbe } from './probe.ts';

const bare = shopAgents.find(({ name }) => name === 'bare')!;
const rule = (name: string): Agent => knowProbe.rules.find((one) => one.name === name)!;

/** As bare, but of one opinion about the end. */
function opinionated(forecast: Talk['forecast'] | undefined): Agent {
  return {
    name: 'opinionated',
    needsModel: false,
    begin(scene, context) {
      const { forecast: _, ...talk } = bare.begin(scene, context);
      return forecast ? { ...talk, forecast } : talk;
    },
  };
}

function play(probeCase: KnowCase, agent: Agent, recorded: PlayedTurn[] = []): Promise<Played> {
  return knowProbe.play({
    case: probeCase,
    agent,
    repeat: 0,
    seed: 1,
    random: createRandom(1).split(probeCase.id),
    model: () => undefined,
    record: (turn) => void recorded.push(turn),
  });
}

const log = (played: Played) => logOf({ ...played, case: '', agent: '', repeat: 0 });

let cases: readonly KnowCase[];
beforeAll(async () => {
  cases = await knowProbe.cases({ seed: 1, cases: 12 });
});

describe('the probe know', () => {
  it('draws the same customers for the same seed, every fourth a bargainer, as JSON', async () => {
    expect(await knowProbe.cases({ seed: 1, cases: 12 })).toEqual(cases);
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
    expect(cases.map(({ cell }) => cell).filter((cell) => cell === 'bargain')).toHaveLength(3);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(12);
    expect((await knowProbe.cases({ seed: 2, cases: 3 }))[0]).not.toEqual(cases[0]);
  });

  it('takes rates of other customers for its rules', () => {
    for (const { rules } of cases) {
      expect(rules.base).toBeGreaterThan(0.2);
      expect(rules.base).toBeLessThan(0.95);
      if ('byTurn' in rules) expect(rules.byTurn[0]).toBeCloseTo(rules.base, 12);
    }
  });

  it('asks after each turn of the assistant, and no more once the customer has decided', async () => {
    for (const one of cases) {
      const played = await play(
        one,
        opinionated(async () => 0.25),
      );
      const assistant = played.turns.filter(({ speaker }) => speaker === 'assistant');
      expect(log(played).stated).toEqual(assistant.map(() => 250));
      expect(log(played).chosen).toBeLessThan(assistant.length);
      const last = played.turns.at(-1)!;
      if (log(played).outcome) expect(last).toMatchObject({ speaker: 'user', note: 'bought' });
    }
  });

  it('has customers of both kinds who buy and who do not', async () => {
    const more = await knowProbe.cases({ seed: 3, cases: 48 });
    const ends = await Promise.all(more.map(async (one) => `${one.cell} ${log(await play(one, bare)).outcome}`));
    expect(new Set(ends)).toEqual(new Set(['shop true', 'shop false', 'bargain true', 'bargain false']));
  });

  it('counts an agent that makes no forecast as one half, and says so', async () => {
    const played = await play(cases[0], opinionated(undefined));
    expect(played.figures.silent).toBe(1);
    expect(new Set(log(played).stated)).toEqual(new Set([500]));
    expect(
      (
        await play(
          cases[0],
          opinionated(async () => 0.5),
        )
      ).figures.silent,
    ).toBe(0);
  });

  it('refuses a forecast that is none', async () => {
    await expect(
      play(
        cases[0],
        opinionated(async () => 1.5),
      ),
    ).rejects.toThrow(RangeError);
  });

  it('has all rules in one conversation, with forecasts of their own', async () => {
    const recorded: PlayedTurn[] = [];
    const always = await play(cases[0], rule('always'), recorded);
    const byTurn = await play(cases[0], rule('by-turn'));
    const alone = await play(cases[0], bare);
    const words = (played: Played): string[] => played.turns.map(({ text }) => text);
    expect(words(always)).toEqual(words(alone));
    expect(words(byTurn)).toEqual(words(alone));
    expect(recorded).toEqual(always.turns);
    expect(new Set(log(always).stated)).toEqual(new Set([1000]));
    expect(log(byTurn).outcome).toBe(log(alone).outcome);
    const { rules } = cases[0];
    if ('byTurn' in rules) expect(log(byTurn).stated[0]).toBe(Math.round(1000 * rules.byTurn[0]));
  });

  it('plays the same again', async () => {
    expect(await play(cases[1], bare)).toEqual(await play(cases[1], bare));
  });
});

it('shows a dialogue of others up to three places', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => ({ speaker: (1 + (i % 2)) as 1 | 2, text: `line ${i}` }));
  const probeCase: KnowCase = {
    id: 'casino-1',
    cell: 'casino',
    world: 'open',
    lines,
    outcome: true,
    shown: [2, 5, 9],
    rules: { base: 0.7, features: [0.6, 0.7, 0.8] },
  };
  const seen: string[] = [];
  const reader: Agent = {
    name: 'reader',
    needsModel: true,
    begin: ({ instructions }) => ({
      say: async () => ({ text: '' }),
      async forecast() {
        seen.push(instructions);
        return 0.9;
      },
      fork: () => {
        throw new Error('nobody forks here');
      },
    }),
  };
  expect(log(await play(probeCase, reader)).stated).toEqual([900, 900, 900]);
  expect(seen.map((text) => text.match(/line \d/g)?.length)).toEqual([2, 5, 9]);
  expect(log(await play(probeCase, rule('features'))).stated).toEqual([600, 700, 800]);
  expect(log(await play(probeCase, rule('base-rate'))).stated).toEqual([700, 700, 700]);
});
