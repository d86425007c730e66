import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trainCommand } from '../commands/train.ts';
import { measureCommand } from '../measure/measure-command.ts';
import { keepOutside, runLine, type Told } from '../measure/outside.test.support.ts';
import { type FakeEndpoint, fakeEndpoint } from './fake-endpoint.test.support.ts';

const KEY = 'sk-very-secret-key-0123456789';
let folder: string;
let endpoint: FakeEndpoint;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-train-'));
  vi.stubEnv('SENTE_MODEL_KEY', KEY);
  vi.stubEnv('SENTE_STORE', '');
  const task = (number: number, more: object): string =>
    JSON.stringify({ goal: `A blue lamp, number ${number}.`, ...more });
  const lines = [
    task(1, { opening: 'I need a lamp.' }),
    task(2, { opening: 'A lamp please.', others: [{ goal: 'A red lamp.' }] }),
    task(3, {}),
  ];
  writeFileSync(join(folder, 'tasks.jsonl'), `${lines.join('\n')}\n`);
});
afterEach(() => {
  endpoint?.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function run(line: string, place = folder): Promise<Told> {
  const { outside, told } = keepOutside(place, { clock: 1_700_000_000_000 });
  await runLine(trainCommand(outside), line);
  return told;
}

const filesOf = (directory: string): Record<string, string> =>
  Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
const settings = '--candidates 3 --turns 2 --samples 2 --horizon 1';

describe('sente train data', () => {
  it('stops when the budget is spent, asks for nothing twice, and writes the same files as in one sitting', async () => {
    endpoint = await fakeEndpoint();
    const line = `data --model ${endpoint.id} --data ${join(folder, 'tasks.jsonl')} ${settings}`;
    const begun = await run(`${line} --budget 12calls --out parts`);
    expect(begun).toMatchObject({ code: 3, out: '' });
    expect(begun.err).toContain('The budget of 12 calls is spent');
    expect(begun.err).toMatch(/sente train data --resume train-data-1-[0-9a-f]{6}\.1/);
    expect(existsSync(join(folder, 'parts'))).toBe(false);
    const again = await run('data --resume last --budget 30calls');
    expect(again.code).toBe(3);
    const done = await run('data --resume last --json');
    expect(done.code).toBeUndefined();
    expect(JSON.parse(done.out)).toMatchObject({ counts: { conversations: 3 }, directory: join(folder, 'parts') });

    const parts = endpoint.answered.splice(0);
    const other = join(folder, 'other');
    mkdirSync(other);
    await run(`${line} --out ${join(folder, 'whole')}`, other);
    // Some requests are equal: two conversations that went the same way are judged twice. None more than in one sitting.
    expect(parts.sort()).toEqual(endpoint.answered.sort());
    expect(filesOf(join(folder, 'whole'))).toEqual(filesOf(join(folder, 'parts')));
    expect(Object.values(filesOf(join(folder, 'whole'))).join('')).not.toContain(KEY);
  }, 30_000);

  it('killed in the middle and resumed, writes the same files, and repeats no finished call', async () => {
    endpoint = await fakeEndpoint(15);
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const args = ['train', 'data', '--model', endpoint.id, '--data', 'tasks.jsonl', ...settings.split(' ')];
    const child = spawn(
      process.execPath,
      ['--conditions=@sente/source', main, ...args, '--out', 'killed', '--at-once', '2'],
      {
        cwd: folder,
        env: { ...process.env, INIT_CWD: folder },
        stdio: 'ignore',
      },
    );
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    while (endpoint.answered.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { code } = await run('data --resume last');
    expect(code).toBeUndefined();
    const calls = endpoint.answered.splice(0).length;
    const other = join(folder, 'other');
    mkdirSync(other);
    await run(`data --model ${endpoint.id} --data ${join(folder, 'tasks.jsonl')} ${settings} --out ../whole`, other);
    expect(filesOf(join(folder, 'whole'))).toEqual(filesOf(join(folder, 'killed')));
    // At most those that were under way when it was killed are made again: their replies never came to anything.
    expect(calls - endpoint.answered.length).toBeGreaterThanOrEqual(0);
    expect(calls - endpoint.answered.length).toBeLessThanOrEqual(2);
  }, 60_000);

  it('takes up the last run of its own kind, as measure does: both keep theirs in one store', async () => {
    endpoint = await fakeEndpoint();
    const measure = async (line: string, clock: number): Promise<Told> => {
      const { outside, told } = keepOutside(folder, { clock });
      await runLine(measureCommand(outside), line);
      return told;
    };
    const before = 1_600_000_000_000;
    expect((await measure('offer --cases 1 --agents reactive --workers 1 --json', before)).code).toBeUndefined();
    const begun = await run(`data --model ${endpoint.id} --data tasks.jsonl ${settings} --budget 12calls`);
    expect(begun.code).toBe(3);
    const id = /train-data-1-[0-9a-f]{6}\.1/.exec(begun.err)?.[0];
    // The newest run of all is none of measure's.
    expect(JSON.parse((await measure('--resume last --json', before)).out)).toMatchObject({ probe: 'offer' });
    await expect(measure(`--resume ${id}`, before)).rejects.toThrow(`sente train data --resume ${id}`);
    await expect(run('data --resume last --budget 5')).rejects.toThrow('needs --prices');

    const after = 1_800_000_000_000;
    await measure('offer --cases 1 --agents efficient --workers 1 --json', after);
    expect(JSON.parse((await run('data --resume last --json')).out)).toMatchObject({ counts: { conversations: 3 } });
  }, 30_000);

  it.each<[string, string]>([
    ['data', 'needs --model ID'],
    ['data --model ollama:x --budget 5', 'needs --prices'],
    ['data --model ollama:x --candidates 1', 'nothing to choose from'],
    ['data --model ollama:x --data nowhere.jsonl', 'no such file'],
    ['data --resume last', 'no run of sente train data yet'],
    ['data --resume last --cases 3', 'no run of sente train data yet'],
  ])('refuses %s', async (line, message) => {
    await expect(run(line)).rejects.toThrow(message);
  });

  it('names the line of a task that is amiss', async () => {
    writeFileSync(join(folder, 'bad.jsonl'), '{"goal": "a"}\n{"gaol": "b"}\n');
    await expect(run('data --model ollama:x --data bad.jsonl')).rejects.toThrow(/bad\.jsonl, line 2/);
  });
});
