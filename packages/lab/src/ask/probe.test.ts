import { createRandom } from '@sente/engine';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { modelAgents } from '../agent/model-agents.ts';
import { shopAgents } from '../agent/shop-agents.ts';
import type { PlayedRow } from '../probe/played.ts';
import type { AskCase } from './cases.ts';
import { readWords } from './data/read-words.ts';
import { askProbe } from './probe.ts';
import { playOne } from './scripted.test.support.ts';

const TASK = readWords('{"task": "Knit me something.", "vague": true, "missing_details": []}', 'a.jsonl')[0];

async function embedded(): Promise<readonly AskCase[]> {
  return await askProbe.cases({ seed: 1, cases: 24 });
}

describe('askProbe', () => {
  it('lets rules of requests play requests, rules of games play games, and everybody else both', async () => {
    const plays = (one: AskCase, agent: string): boolean => askProbe.plays?.(one, agent) ?? true;
    const cases = await embedded();
    const kinds = new Set(cases.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['list game', 'request', 'table game']);
    for (const one of cases) {
      const isGame = one.kind !== 'request';
      expect(plays(one, 'sente')).toBe(true);
      expect(plays(one, 'halving')).toBe(isGame);
      expect(plays(one, 'always-asks')).toBe(!isGame);
    }
    expect(plays(TASK, 'never-asks')).toBe(true);
    expect(plays(TASK, 'many')).toBe(false);
  });

  it('plays alike each time, with every agent of the shop', async () => {
    const cases = (await embedded()).filter(({ world }) => world === 'shop').slice(0, 6);
    for (const agent of shopAgents) {
      for (const one of cases) expect(await playOne(one, agent)).toEqual(await playOne(one, agent));
    }
  });

  it('is played by language models in words alone, their forks told apart', async () => {
    const bare = modelAgents.find(({ name }) => name === 'bare')!;
    const forks: (string | undefined)[] = [];
    const model = new MockLanguageModelV4({
      doGenerate: async () => ({
        content: [{ type: 'text', text: 'Which difficulty would you like: easy or demanding?' }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      }),
    });
    const play = (one: AskCase): ReturnType<typeof askProbe.play> =>
      askProbe.play({
        seed: 1,
        case: one,
        agent: bare,
        repeat: 0,
        random: createRandom(1),
        model: (role, fork) => {
          if (role === 'assistant') forks.push(fork);
          return role === 'assistant' ? model : undefined;
        },
        record: () => {},
        turns: 3,
      });
    const open = (await embedded()).find(({ cell }) => cell === 'open')!;
    expect((await play(open)).figures).toMatchObject({ asked: 1, served: 0, 'gain@0': 0 });
    expect(forks.filter((fork) => fork?.startsWith('press'))).toEqual(['press 0', 'press 1', 'press 2']);
    const system = JSON.stringify(model.doGenerateCalls[0].prompt);
    expect(system).toContain('Ice and Rock on Mount Vessel');
    expect(system).not.toMatch(/initiative|clarif/i);
    expect((await play(TASK)).figures).toEqual({ asked: 1 });
    const list = (await embedded()).find(({ kind }) => kind === 'list game')!;
    expect((await play(list)).figures).toMatchObject({ found: 0, turns: 4 });
  });

  it('draws a curve of gain over budgets, for those who played', () => {
    const row = (agent: string, gains: readonly number[]): PlayedRow => ({
      case: 'x',
      agent,
      repeat: 0,
      cell: 'open',
      figures: { asked: 1, ...Object.fromEntries(gains.map((gain, b) => [`gain@${b}`, gain])) },
      turns: [],
      loss: 0,
    });
    const plots = askProbe.plots?.([row('a', [0, 0, 1, 1]), row('a', [0, 1, 1, 1]), row('b', [0, 0, 0, 0])]) ?? [];
    expect(plots.map(({ id }) => id)).toEqual(['gain', 'asked']);
    expect(plots[0].series[0].points.map(({ y }) => y)).toEqual([0, 0.5, 1, 1]);
  });
});
