import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LearnedPolicy } from '@sente/pocket';
import { madePolicy } from '@sente/pocket/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainCommand } from '../commands/train.ts';
import { UsageError } from '../failure.ts';
import { keepOutside, runLine } from '../measure/outside.test.support.ts';
import { judgedPolicy } from '../settings/judged-policy.test.support.ts';
import { loadPolicy, policyPlace, savePolicy } from '../settings/policy-files.ts';
import { cannotKeep } from './check-place.ts';
import type { PolicyParts } from './run-policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-policy-'));
  vi.stubEnv('SENTE_STORE', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const judged = { exact: { reward: 1.1, error: 0.01, success: 1, turns: 4 } };

interface Course {
  /** Stopped after the first iteration, or before. */
  readonly interrupt?: boolean;
  readonly early?: boolean;
  readonly policy?: LearnedPolicy;
  /** Called when the first iteration was kept. */
  readonly onKept?: () => void;
}

async function run(line: string, { interrupt = false, early = false, policy = madePolicy(), onKept }: Course = {}) {
  let stop = (): void => {};
  const { outside, told } = keepOutside(folder, { onListening: (given) => (stop = given) });
  const requests: Record<string, unknown>[] = [];
  const parts = {
    POLICY_BUDGETS: { quick: { turns: 1 }, full: { turns: 2 } },
    nothingToLearn: ({ size }: { size: number }) =>
      size < 2 ? new Error('There is nothing to learn from it.') : undefined,
    catalogWorlds: ({ name }: { name: string }) => `table ${name}`,
    dataWorlds: async (data: string, seed: number) => `data ${data} ${seed}`,
    async trainPolicy({ signal, onIteration, ...asked }: Parameters<PolicyParts['trainPolicy']>[0]) {
      requests.push({ ...asked });
      const iterations = [{ iteration: 0, judged }];
      if (early) stop();
      if (early) signal?.throwIfAborted();
      onIteration?.(iterations[0], policy);
      onKept?.();
      if (interrupt) stop();
      signal?.throwIfAborted();
      return { policy, iterations, planned: judged, kept: 0 };
    },
  } as unknown as PolicyParts;
  await runLine(
    trainCommand(outside, undefined, async () => parts),
    line,
  );
  return { ...told, asked: requests };
}

const policy = madePolicy();

describe('sente train policy', () => {
  it('says when planning will decide all the same', async () => {
    expect((await run('policy', { policy: judgedPolicy(0.95) })).out).toContain(
      'Clearly worse than planning: --policy learned lets',
    );
    expect((await run('policy', { policy: judgedPolicy(0.99) })).out).not.toContain('worse');
  });

  it('keeps the policy beside the runs, and says how it does', async () => {
    const { out, err, asked } = await run('policy');
    const place = join(folder, '.sente', 'policies', 'built-in');
    expect(asked[0]).toMatchObject({ source: 'built-in catalogue', seed: 1, budget: { turns: 1 } });
    expect(err).toContain('iteration 1: R* exact 1.100; kept');
    expect(out).toContain(`In ${place}.json`);
    expect(loadPolicy(`${place}.json`)).toEqual(policy);
    expect(existsSync(`${place}.json.part`)).toBe(false);
  });

  it('keeps it beside the table that it is for', () => {
    expect(policyPlace({ catalog: '/shop/laptops.csv' }, '/runs')).toBe('/shop/laptops.policy');
    expect(policyPlace({ data: '/data/lastfm' }, '/runs')).toBe('/runs/policies/lastfm');
  });

  it('refuses a table that teaches nothing, before it writes anything', async () => {
    writeFileSync(join(folder, 'lamps.csv'), 'name,price\na,1\n');
    await expect(run('policy --catalog lamps.csv')).rejects.toThrow(
      new UsageError('There is nothing to learn from it.'),
    );
    expect(readdirSync(folder)).toEqual(['lamps.csv']);
  });

  it('takes data, preset, seed, method and place', async () => {
    const line = 'policy --data music --preset full --seed 7 --method q-learning --out mine.json --json';
    const { out, asked } = await run(line);
    const worlds = `data ${join(folder, 'music')} 7`;
    expect(asked[0]).toMatchObject({ worlds, source: 'music', seed: 7, method: 'q-learning', budget: { turns: 2 } });
    expect(JSON.parse(out)).toMatchObject({
      experiment: 'policy',
      place: join(folder, 'mine'),
      kept: 0,
      card: { seed: 1 },
    });
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toContain('sente-policy/1');
  });

  it('stops early with 3, and keeps what was best until then', async () => {
    const { code, err, out } = await run('policy', { interrupt: true });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('Stopped. The one iteration that was finished is kept in');
    expect(existsSync(join(folder, '.sente', 'policies', 'built-in.json'))).toBe(true);
  });

  it('says before it trains where the policy will be, and what it will take the place of', async () => {
    const first = await run('policy --out mine');
    const place = join(folder, 'mine');
    expect(first.err).toMatch(/^The best so far will be kept as /);
    expect(first.err).not.toContain('lies there already');
    expect(first.out).not.toContain('from before');
    const second = await run('policy --out mine.json');
    expect(second.err).toContain(`${place}.json stays as it is until the new one is finished`);
    expect(second.err).toMatch(
      new RegExp(`--out NAME keeps both\\.\nUntil then .* kept as ${place}\\.new\\.json .*\niteration 1`),
    );
    expect(second.err).not.toContain('earlier training');
    expect(second.out).toContain(`In ${place}.json, in the place of the one from before`);
  });

  it('replaces what lay there when it is done, and leaves nothing beside it', async () => {
    const place = join(folder, 'mine');
    savePolicy(place, madePolicy(2));
    let during: unknown;
    await run('policy --out mine', { onKept: () => (during = [loadPolicy(place), loadPolicy(`${place}.new`)]) });
    expect(during).toEqual([madePolicy(2), policy]);
    expect(loadPolicy(place)).toEqual(policy);
    expect(readdirSync(folder).sort()).toEqual(['mine.json', 'mine.safetensors']);
  });

  it('leaves what lay there alone when it is stopped, and says which file is which', async () => {
    const place = join(folder, 'lamps.policy');
    writeFileSync(join(folder, 'lamps.csv'), 'name,price\na,1\nb,2\n');
    savePolicy(place, madePolicy(2));
    const { code, err } = await run('policy --catalog lamps.csv', { interrupt: true });
    expect(code).toBe(3);
    expect(err).toContain(
      `Stopped. The one iteration that was finished is kept in ${place}.new.json, and the policy from before is untouched in ${place}.json. To use the new one: --policy ${place}.new.json.`,
    );
    expect([loadPolicy(place), loadPolicy(`${place}.new`)]).toEqual([madePolicy(2), policy]);
    const again = await run('policy --catalog lamps.csv');
    expect(again.err).toContain('what an earlier training left there is written over');
    expect(existsSync(`${place}.new.json`)).toBe(false);
  });

  it('says where the new one lies when it cannot take the place of the old one', async () => {
    const place = join(folder, 'mine');
    savePolicy(place, madePolicy(2));
    const failure = await run('policy --out mine', {
      onKept() {
        rmSync(`${place}.json`);
        mkdirSync(join(`${place}.json`, 'in the way'), { recursive: true });
      },
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(String(failure)).toContain(`What was trained lies in ${place}.new.json.`);
    expect(loadPolicy(`${place}.new`)).toEqual(policy);
  });

  it('tells what is left when it is stopped before anything was learned', async () => {
    expect((await run('policy', { early: true })).err).toContain('so there is no policy yet.');
    const place = join(folder, '.sente', 'policies', 'built-in');
    savePolicy(place, madePolicy(2));
    const { code, err } = await run('policy', { early: true });
    expect(code).toBe(3);
    expect(err).toContain(`the policy from before is untouched in ${place}.json.`);
    expect(loadPolicy(place)).toEqual(madePolicy(2));
  });

  it('refuses places that cannot be written, before it trains, and leaves nothing there', async () => {
    writeFileSync(join(folder, 'bikes.csv'), 'name,price\na,1\nb,2\n');
    mkdirSync(join(folder, 'taken.json'));
    for (const out of ['bikes.csv/x', 'bikes.csv/x/y', 'taken']) {
      const { outside, told } = keepOutside(folder);
      const trainPolicy = vi.fn();
      const parts = {
        POLICY_BUDGETS: {},
        nothingToLearn: () => undefined,
        catalogWorlds: () => [],
        trainPolicy,
      } as unknown as PolicyParts;
      const command = trainCommand(outside, undefined, async () => parts);
      const failure = await runLine(command, `policy --out ${out}`).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UsageError);
      expect(String(failure)).toMatch(/cannot be kept as .* name another place with --out FILE/);
      expect(trainPolicy).not.toHaveBeenCalled();
      expect(told.err).toBe('');
    }
    expect(readdirSync(folder).sort()).toEqual(['bikes.csv', 'taken.json']);
    expect(cannotKeep('/x', Object.assign(new Error('EACCES'), { code: 'EACCES' })).message).toContain(
      '/x.json (you may not write there)',
    );
  });

  it('says in its help how long it takes', () => {
    let help = '';
    const command = trainCommand(keepOutside(folder).outside).commands.find((one) => one.name() === 'policy')!;
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain('about a minute with quick');
  });

  it('says nothing of where it is kept when the table cannot be read', async () => {
    const { outside, told } = keepOutside(folder);
    const command = trainCommand(outside, undefined, async () => ({}) as PolicyParts);
    await expect(runLine(command, 'policy --catalog nowhere.csv')).rejects.toThrow('nowhere.csv');
    expect(told.err).toBe('');
  });

  it('tells a table that is given as recommender data', async () => {
    writeFileSync(join(folder, 'bikes.csv'), '');
    await expect(run('policy --data bikes.csv')).rejects.toThrow('For a table of your own: --catalog FILE.');
  });

  it.each<[string, string]>([
    ['policy --data a --catalog b.csv', 'give one of them'],
    ['policy --catalog nowhere.csv', 'nowhere.csv'],
    ['policy --method magic', 'q-learning'],
    ['policy --preset fast', 'quick, full'],
  ])('refuses %s', async (line, message) => {
    await expect(run(line)).rejects.toThrow(message);
  });
});
