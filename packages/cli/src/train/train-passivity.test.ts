import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainCommand } from '../commands/train.ts';
import type { MeasureOutside } from '../measure/outside.ts';
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

type Ran = { out: string; err: string; code: number | undefined; asked: Record<string, unknown>[] };

async function run(line: string, interrupt = false): Promise<Ran> {
  const result: Ran = { out: '', err: '', code: undefined, asked: [] };
  let stop = (): void => {};
  const outside: MeasureOutside = {
    out: {
      write(text: string) {
        result.out += text;
      },
    },
    err: {
      write(text: string) {
        result.err += text;
      },
    },
    now: () => 0,
    clock: () => 0,
    directory: folder,
    onInterrupt(given) {
      stop = given;
      return () => {};
    },
    exit(code) {
      result.code = code;
    },
  };
  const parts: PassivityParts = {
    async run({ signal, progress, ...options }) {
      result.asked.push(options);
      mkdirSync(options.directory, { recursive: true });
      progress('1/3 models · base: trained and measured');
      if (interrupt) stop();
      signal.throwIfAborted();
      return { experiment: 'passivity', run: 'x' } as never;
    },
    report: () => '<html>report</html>',
    summary: () => 'In short.\n',
  };
  const command = trainCommand(outside, async () => parts);
  for (const one of [command, ...command.commands]) one.exitOverride().configureOutput({ writeErr: () => {} });
  await command.parseAsync(line.split(' '), { from: 'user' });
  return result;
}

describe('sente train passivity', () => {
  it('runs the quick preset beside the runs, writes the report, and never over an earlier experiment', async () => {
    const first = await run('passivity');
    const directory = join(folder, '.sente', 'passivity-1-quick');
    expect(first).toMatchObject({ out: 'In short.\n', asked: [{ preset: 'quick', seeds: 1, directory }] });
    expect(first.err).toContain('1/3 models');
    expect(readFileSync(join(directory, 'report.html'), 'utf8')).toBe('<html>report</html>');
    expect((await run('passivity')).asked[0].directory).toBe(`${directory}.2`);
  });

  it('runs where --out says, absolute or as seen from the user', async () => {
    const absolute = join(folder, 'elsewhere');
    expect((await run(`passivity --out ${absolute}`)).asked[0].directory).toBe(join(absolute, 'passivity-1-quick'));
    expect((await run('passivity --out here')).asked[0].directory).toBe(join(folder, 'here', 'passivity-1-quick'));
  });

  it('prints one document with --json', async () => {
    const { out } = await run('passivity --json --preset full --threads 1');
    expect(JSON.parse(out)).toEqual({ experiment: 'passivity', run: 'x' });
  });

  it('stops early with 3, says how to resume, and resumes with the settings it was begun with', async () => {
    const stopped = await run('passivity --preset full --seeds 2', true);
    expect(stopped).toMatchObject({ code: 3, out: '' });
    expect(stopped.err).toContain('sente train passivity --resume passivity-2-full');
    const { asked, code } = await run('passivity --resume passivity-2-full --threads 1');
    expect(code).toBeUndefined();
    expect(asked).toEqual([
      { preset: 'full', seeds: 2, workers: 1, directory: join(folder, '.sente', 'passivity-2-full') },
    ]);
    expect((await run('passivity --resume last')).asked[0]).toMatchObject({ preset: 'full', seeds: 2 });
  });

  it.each<[string, string]>([
    ['passivity --resume last', 'there is none yet'],
    ['passivity --resume last --seeds 2', 'leave out --preset and --seeds'],
    ['passivity --preset fast', 'quick, full'],
    ['passivty', "unknown command 'passivty'"],
  ])('refuses %s', async (line, message) => {
    await expect(run(line)).rejects.toThrow(message);
  });
});
