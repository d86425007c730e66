import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainCommand } from '../commands/train.ts';
import { keepOutside, runLine, type Told } from '../measure/outside.test.support.ts';
import type { PassivityParts } from './run-experiment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-passivity-'));
  vi.stubEnv('SENTE_STORE', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Ran = Told & { asked: Record<string, unknown>[] };

async function run(line: string, { interrupt = false, isTTY = false } = {}): Promise<Ran> {
  let stop = (): void => {};
  const { outside, told } = keepOutside(folder, { isTTY, onListening: (given) => (stop = given) });
  const asked: Ran['asked'] = [];
  const parts: PassivityParts = {
    async run({ signal, progress, ...options }) {
      asked.push(options);
      mkdirSync(join(options.directory, 'arms'), { recursive: true });
      writeFileSync(join(options.directory, 'arms', 'base.figures.json'), '{}');
      progress('0/3 models · base: step 2 of 9');
      progress('1/3 models · base: trained and measured');
      if (interrupt) stop();
      signal.throwIfAborted();
      return { experiment: 'passivity', run: 'x' } as never;
    },
    report: () => '<html>report</html>',
    summary: () => 'In short.\n',
  };
  await runLine(
    trainCommand(outside, async () => parts),
    line,
  );
  return { ...told, asked };
}

describe('sente train passivity', () => {
  it('runs the quick preset beside the runs, and writes the report', async () => {
    const { out, err, asked } = await run('passivity');
    const directory = join(folder, '.sente', 'passivity-quick-1');
    expect({ out, asked }).toMatchObject({ out: 'In short.\n', asked: [{ preset: 'quick', seeds: 1, directory }] });
    expect(err).toContain('1/3 models');
    expect(err).toContain(`${directory}/report.html`);
    expect(readFileSync(join(directory, 'report.html'), 'utf8')).toBe('<html>report</html>');
  });

  it('tells of models, not of steps, where nobody watches', async () => {
    expect((await run('passivity')).err).not.toContain('step 2 of 9');
    const watched = await run('passivity', { isTTY: true });
    expect(watched.err).toContain('\r\x1b[2K0/3 models · base: step 2 of 9');
  });

  it('uses models that are there, and says so', async () => {
    const first = await run('passivity');
    expect(first.err).not.toContain('not trained again');
    const second = await run('passivity');
    expect(second.asked[0].directory).toBe(first.asked[0].directory);
    expect(second.err).toContain('models that are finished there are used, not trained again');
  });

  it('runs where --out says, absolute or as seen from the user', async () => {
    const absolute = join(folder, 'elsewhere');
    expect((await run(`passivity --out ${absolute}`)).asked[0].directory).toBe(absolute);
    expect((await run('passivity --out here')).asked[0].directory).toBe(join(folder, 'here'));
  });

  it('takes no models of another preset, nor of one that nobody knows', async () => {
    await run('passivity --out here');
    await expect(run('passivity --preset full --out here')).rejects.toThrow('of the preset quick');
    expect((await run('passivity --seeds 2 --out here')).asked[0]).toMatchObject({ preset: 'quick', seeds: 2 });
    writeFileSync(join(folder, 'here', 'experiment.json'), 'broken');
    await expect(run('passivity --out here')).rejects.toThrow('nothing tells of which preset');
  });

  it('prints one document with --json', async () => {
    const { out } = await run('passivity --json --preset full --threads 1');
    expect(JSON.parse(out)).toEqual({ experiment: 'passivity', run: 'x' });
  });

  it('stops early with 3, says how to resume, and resumes with the settings it was begun with', async () => {
    const stopped = await run('passivity --preset full --seeds 2', { interrupt: true });
    expect(stopped).toMatchObject({ code: 3, out: '' });
    expect(stopped.err).toContain('sente train passivity --resume passivity-full-2 goes on');
    const { asked, code } = await run('passivity --resume passivity-full-2 --threads 1');
    expect(code).toBeUndefined();
    expect(asked).toEqual([
      { preset: 'full', seeds: 2, workers: 1, directory: join(folder, '.sente', 'passivity-full-2') },
    ]);
    expect((await run('passivity --resume last')).asked[0]).toMatchObject({ preset: 'full', seeds: 2 });
  });

  it('resumes a folder that --out named, by its path', async () => {
    const stopped = await run('passivity --preset full --out here', { interrupt: true });
    expect(stopped.err).toContain('sente train passivity --resume here goes on');
    const { asked } = await run('passivity --resume here');
    expect(asked).toEqual([{ preset: 'full', seeds: 3, directory: join(folder, 'here') }]);
  });

  it.each<[string, string]>([
    ['passivity --resume last', 'there is none yet'],
    ['passivity --resume nowhere', 'no experiment `nowhere`'],
    ['passivity --resume last --seeds 2', 'leave out --preset, --seeds and --out'],
    ['passivity --preset fast', 'quick, full'],
    ['passivty', "unknown command 'passivty'"],
  ])('refuses %s', async (line, message) => {
    await expect(run(line)).rejects.toThrow(message);
  });
});
