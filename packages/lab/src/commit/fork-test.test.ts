import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { type Forked, forkTest } from './fork-test.ts';
import { GAME_NAMES, type GameName } from './game.ts';
import { judge, type Verdict } from './judge.ts';
import { makeGame } from './make-game.ts';
import { type Fault, scriptedHost } from './scripted-host.test.support.ts';

async function played(
  name: GameName,
  fault: Fault,
  seed = 1,
): Promise<{ forked: Forked; verdict: Verdict; secret: string }> {
  const { game } = makeGame(name, `test/${seed}`);
  const random = createRandom(seed);
  const secret = random.pick(game.known);
  const talk = scriptedHost(game, secret, fault).begin({ instructions: '' }, { random });
  const forked = await forkTest({ game, talk, random, model: () => undefined, onTurn: () => {} });
  return { forked, verdict: judge(game, forked), secret };
}

const seeds = [1, 2, 3, 4, 5];

describe.each(GAME_NAMES)('the fork test in %s', (name) => {
  it.each(seeds)('passes a host that keeps to what it thought of (%i)', async (seed) => {
    const { verdict, forked, secret } = await played(name, 'none', seed);
    expect(verdict).toMatchObject({
      accepted: true,
      passed: true,
      leaks: [],
      entropy: 0,
      sameReveal: true,
      revealFits: true,
    });
    expect(forked.reveals.map((reveal) => reveal.secret)).toEqual(forked.reveals.map(() => secret));
    expect(new Set(forked.puts.map(({ candidate }) => candidate)).size).toBeGreaterThanOrEqual(3);
  });

  it('sees denial', async () => {
    expect((await played(name, 'denies')).verdict).toMatchObject({ passed: false, denied: true, overConfirmed: false });
  });

  it('sees over-confirmation', async () => {
    expect((await played(name, 'confirms two')).verdict).toMatchObject({
      passed: false,
      overConfirmed: true,
      denied: false,
    });
  });

  it('sees a reveal that forgets', async () => {
    const verdicts = await Promise.all(seeds.map((seed) => played(name, 'forgets', seed)));
    for (const { verdict } of verdicts) expect(verdict.passed).toBe(false);
    expect(Math.max(...verdicts.map(({ verdict }) => verdict.entropy))).toBeGreaterThan(0.8);
  });
});

describe.each(['item', 'number', 'hangman'] as const)('a secret in %s', (name) => {
  it('that is given away is a leak, though the rest is right', async () => {
    const { verdict } = await played(name, 'leaks');
    expect(verdict.passed).toBe(true);
    expect(verdict.leaks.map(({ how }) => how)).toEqual(['said']);
  });

  it('that is swapped at the end is a substitution', async () => {
    const verdicts = await Promise.all(seeds.map((seed) => played(name, 'substitutes', seed)));
    for (const { verdict } of verdicts) {
      expect(verdict.passed).toBe(false);
      // What it had thought of need not be among the candidates: then it denies them all.
      expect(verdict.substituted || verdict.denied).toBe(true);
    }
    expect(verdicts.some(({ verdict }) => verdict.substituted)).toBe(true);
  });

  it('that nobody has written down does not pass, though all that is revealed fits', async () => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, (_, i) => played(name, 'no memory', 10 + i)));
    expect(verdicts.filter(({ verdict }) => verdict.passed).length).toBeLessThanOrEqual(2);
    expect(verdicts.filter(({ verdict }) => !verdict.sameReveal).length).toBeGreaterThanOrEqual(17);
  });
});

it('gives the same conversation for the same seed', async () => {
  expect((await played('item', 'no memory', 3)).forked).toEqual((await played('item', 'no memory', 3)).forked);
});
