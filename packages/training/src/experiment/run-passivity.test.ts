import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUDGETS, type Budgets } from './budgets.ts';
import type { ExperimentResults } from './results.ts';
import { type PassivityOptions, runPassivity } from './run-passivity.ts';

const folder = mkdtempSync(join(tmpdir(), 'sente-passivity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Enough that every part has something to do, and nothing is learnt. */
const MINIATURE: Budgets = {
  ...BUDGETS.quick,
  ...{ rows: 8, base: 12, steps: 2, groups: 2, group: 3, cases: 1, pieces: 2, texts: 6 },
};

const never = new AbortController().signal;

/** Runs with the same name, so that results can be told apart by nothing but the time they took. */
function miniature(directory: string, options: Partial<PassivityOptions> = {}): Promise<ExperimentResults> {
  return runPassivity({
    preset: 'quick',
    budgets: MINIATURE,
    directory: join(folder, directory, 'run'),
    signal: never,
    progress: () => {},
    ...options,
  });
}

const timeless = ({ arms, ...results }: ExperimentResults) => ({
  ...results,
  seconds: 0,
  arms: arms.map((arm) => ({ ...arm, seconds: 0 })),
});

describe('runPassivity', () => {
  it('gives the same figures for any number of threads, and when it is stopped and taken up again', async () => {
    const whole = timeless(await miniature('whole', { workers: 1 }));
    expect(whole.arms.map(({ id }) => id)).toEqual([
      'base/corpus-25/seed-0',
      'single-turn/corpus-25/seed-1',
      'multi-turn-w2/corpus-25/seed-1',
    ]);
    expect(whole.budgets).toEqual(MINIATURE);
    const [base, single, multi] = whole.arms;
    expect(base.curve).toHaveLength(12);
    expect(single.curve).toHaveLength(2);
    expect(base.cells).toHaveLength(36);
    // A longer horizon is played on: it costs more tokens to judge as many replies.
    expect(multi.sampled).toBeGreaterThan(single.sampled);

    expect(timeless(await miniature('two', { workers: 2 }))).toEqual(whole);

    const stop = new AbortController();
    const progress = (line: string): void => {
      if (/base.*trained and measured/.test(line)) stop.abort(new Error('enough for today'));
    };
    await expect(miniature('stopped', { workers: 1, signal: stop.signal, progress })).rejects.toThrow('enough');
    const kept = readdirSync(join(folder, 'stopped', 'run', 'arms'));
    expect(kept.filter((name) => name.endsWith('figures.json'))).toHaveLength(1);
    const lines: string[] = [];
    const resumed = await miniature('stopped', { workers: 2, progress: (line) => lines.push(line) });
    expect(lines[0]).toBe('1 of 3 models are there already');
    expect(lines.filter((line) => line.includes('base') && line.includes('trained'))).toEqual([]);
    expect(timeless(resumed)).toEqual(whole);
  }, 60_000);
});
