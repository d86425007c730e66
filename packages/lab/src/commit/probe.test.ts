import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../agent/agent.ts';
import type { Played, PlayedTurn } from '../probe/played.ts';
import { ProbeDataError } from '../probe/probe.ts';
import { GAME_NAMES } from './game.ts';
import { makeGame } from './make-game.ts';
import { type CommitCase, commitProbe } from './probe.ts';
import { scriptedHost } from './scripted-host.test.support.ts';

function play(probeCase: CommitCase, agent: Agent, recorded: PlayedTurn[] = [], forks: string[] = []): Promise<Played> {
  return commitProbe.play({
    case: probeCase,
    agent,
    repeat: 0,
    seed: 1,
    random: createRandom(1).split(probeCase.id),
    model(_, fork) {
      if (fork) forks.push(fork);
      return undefined;
    },
    record: (turn) => void recorded.push(turn),
  });
}

describe('the probe commit', () => {
  it('draws the same games for the same seed, in turn', async () => {
    const cases = await commitProbe.cases({ seed: 5 });
    expect(cases).toHaveLength(40);
    expect(await commitProbe.cases({ seed: 5 })).toEqual(cases);
    expect(new Set((await commitProbe.cases({ seed: 5, cases: 4 })).map(({ cell }) => cell))).toEqual(
      new Set(GAME_NAMES),
    );
    for (const cell of GAME_NAMES) expect(cases.filter((one) => one.cell === cell)).toHaveLength(10);
    await expect(commitProbe.cases({ seed: 5, data: 'x' })).rejects.toThrow(ProbeDataError);
  });

  it('gives every fork a sampling of its own, and records every turn', async () => {
    const [probeCase] = await commitProbe.cases({ seed: 1, cases: 1 });
    const { game } = makeGame(probeCase.cell, probeCase.draw);
    const [recorded, forks]: [PlayedTurn[], string[]] = [[], []];
    const played = await play(probeCase, scriptedHost(game, game.known[0]), recorded, forks);
    expect(new Set(forks).size).toBe(forks.length);
    expect(forks.length).toBeGreaterThanOrEqual(4 + 4 + 1);
    expect(recorded).toEqual(played.turns);
    expect(played.figures).toMatchObject({ pass: 1, leaks: 0, declined: 0 });
    expect(played.loss).toBe(0);
  });

  it.each(commitProbe.rules)('lets a constant pass nothing: $name', async (agent) => {
    for (const probeCase of await commitProbe.cases({ seed: 1, cases: 8 })) {
      const { figures } = await play(probeCase, agent);
      expect(figures.pass).toBe(0);
      // Where yes to everything leaves one candidate only, that one is confirmed.
      expect(figures['over-confirmed'] + figures.substituted).toBe(Number(agent.name === 'always-yes'));
    }
  });

  it('marks the turn in which the secret was given away', async () => {
    const probeCase = (await commitProbe.cases({ seed: 1 })).find(({ cell }) => cell === 'number')!;
    const { game } = makeGame(probeCase.cell, probeCase.draw);
    const { figures, turns, loss } = await play(probeCase, scriptedHost(game, '83', 'leaks'));
    expect(figures).toMatchObject({ pass: 1, leaks: 1 });
    expect(loss).toBe(0.5);
    expect(turns.filter(({ note }) => note?.includes('leak: said'))).toHaveLength(1);
  });

  it('tells apart a claim and a change of subject', async () => {
    const [probeCase] = await commitProbe.cases({ seed: 1, cases: 1 });
    const talk = { say: async () => ({ text: 'How many days do you have?' }), fork: () => talk };
    const { figures } = await play(probeCase, { name: 'deaf', needsModel: false, begin: () => talk });
    expect(figures).toMatchObject({ pass: 0, declined: 1, denied: 1 });
  });
});
