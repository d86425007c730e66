import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { measureCommand } from './measure-command.ts';
import { keepOutside, runLine, type Told } from './outside.test.support.ts';

const KEY = 'sk-very-secret-key-0123456789';
const directory = mkdtempSync(join(tmpdir(), 'sente-measure-model-'));
const asked: string[] = [];

/** A model that always asks. */
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push(body);
  response.setHeader('content-type', 'application/json');
  const message = { role: 'assistant', content: 'What matters most to you: the region, the length or the price?' };
  response.end(
    JSON.stringify({
      id: 'x',
      created: 0,
      model: 'asker',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
    }),
  );
});
let url = '';

beforeAll(async () => {
  vi.stubEnv('SENTE_MODEL_KEY', KEY);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1#asker`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(directory, { recursive: true });
});
beforeEach(() => void asked.splice(0));

async function run(line: string): Promise<Told> {
  const { outside, told } = keepOutside(directory, { clock: 1_700_000_000_000 });
  await runLine(measureCommand(outside), line);
  return told;
}

describe('measuring a language model', () => {
  it('stops when the budget is spent, goes on where it stopped, and asks for nothing twice', async () => {
    const begun = await run(`ask --model ${url} --agents bare,prompted --cases 3 --budget 4calls --json`);
    expect(begun.code).toBe(3);
    expect(begun.out).toBe('');
    expect(begun.err).toContain('The budget of 4 calls is spent');
    expect(begun.err).toMatch(/sente measure --resume ask-1-[0-9a-f]{6}\.1/);
    expect(asked).toHaveLength(4);

    const resumed = await run('--resume last --json');
    const document = JSON.parse(resumed.out);
    expect(Object.keys(document.agents)).toEqual(expect.arrayContaining(['bare', 'prompted']));
    expect(document.agents.bare['asked-open'] ?? document.agents.bare['over-asking']).toMatchObject({ mean: 1 });
    expect(document.cost.calls).toBe(asked.length);
    expect(document.warnings.join(' ')).toContain('fewer than 30');
    // Equal requests are equal calls only where they belong to different repeats or forks; here each was made once.
    const first = new Set(asked);
    expect(first.size).toBe(asked.length);

    const whole = await run(
      `ask --model ${url} --agents bare,prompted --cases 3 --store ${join(directory, 'other.sqlite')} --json`,
    );
    const strip = ({ cost: _, seconds: __, ...rest }: Record<string, unknown>): unknown => rest;
    expect(strip(JSON.parse(whole.out))).toEqual(strip(document));
  });

  it('never keeps the key', () => {
    for (const file of ['runs.sqlite', 'runs.sqlite-wal']) {
      let bytes: Buffer;
      try {
        bytes = readFileSync(join(directory, '.sente', file));
      } catch {
        continue;
      }
      expect(bytes.includes(KEY)).toBe(false);
    }
  });

  it('refuses a budget in dollars without prices before anything is kept, of a new run and of one taken up', async () => {
    const store = join(directory, 'unpriced.sqlite');
    const line = `ask --model ${url} --agents bare --cases 1 --budget 5 --store ${store}`;
    for (const refused of [line, '--resume last --budget 0.5usd']) {
      await expect(run(refused)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringMatching(/--prices IN,OUT .*200calls/),
      });
    }
    expect(existsSync(store)).toBe(false);
    expect(asked).toEqual([]);
    expect((await run(`${line} --prices 0,0 --json`)).code).toBeUndefined();
  });

  it('takes a run up with its own settings only', async () => {
    await expect(run('--resume last --seed 3')).rejects.toMatchObject({ exitCode: 2 });
  });
});
