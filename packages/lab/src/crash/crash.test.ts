/**
 * Runs that are killed: what comes of them is what would have come of them, and nothing that was paid for is paid twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@sente/engine';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectRedis } from '../queue/connect.ts';
import { startRedis, type TestRedis } from '../queue/redis-server.test.support.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { openRunStore } from '../store/open-run-store.ts';
import { type ScriptedEndpoint, startEndpoint } from './endpoint.test.support.ts';
import { TURNS, talkProbe } from './talk-probe.test.support.ts';

const CONVERSATIONS = 300;
const KILLS = 5;
/** What is under way at a kill at most: conversations of the single process, or of one worker. */
const [AT_ONCE, OF_A_WORKER] = [8, 4];

let folder: string;
let endpoint: ScriptedEndpoint;
let children: ChildProcess[] = [];
/** What comes of the run when nothing disturbs it. */
let expected: ReturnType<typeof compared>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sente-crash-'));
  endpoint = await startEndpoint(2);
  const file = join(folder, 'undisturbed.sqlite');
  const child = start('single', file, 'run', `${endpoint.url}#scripted`, `${CONVERSATIONS}`);
  expect((await once(child, 'exit'))[0]).toBe(0);
  expect(endpoint.total()).toBe(CONVERSATIONS * TURNS);
  expected = compared(file, 'run');
}, 30_000);
beforeEach(() => endpoint.forget());
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
});
afterAll(async () => {
  await endpoint.stop();
  rmSync(folder, { recursive: true });
});

function start(fixture: string, ...values: string[]): ChildProcess {
  const script = join(import.meta.dirname, `${fixture}.test.fixture.ts`);
  const child = spawn(process.execPath, ['--conditions=@sente/source', script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Moments of kills, in requests that the endpoint has seen, in order and apart from each other. */
function moments(seed: string): number[] {
  const random = createRandom(seed);
  const apart = (CONVERSATIONS * TURNS) / (KILLS + 1);
  return Array.from({ length: KILLS }, (_, n) => Math.floor(apart * (n + 0.3 + 0.7 * random.next())));
}

/** What two equal runs must agree in. */
function compared(file: string, id: string) {
  const store = openRunStore(file);
  const read = store.read(id);
  const rows = read.rows(talkProbe.name);
  const results = read.results().map(({ seconds: _, run: __, ...rest }: ProbeResult) => rest);
  const { calls, input, output } = read.cost();
  store.close();
  return { rows, results, calls, input, output };
}

/** Requests that are answered and kept, and how often the endpoint was asked. */
function keptCalls(file: string): number {
  const store = openRunStore(file);
  const kept = [...store.storedCalls([`${endpoint.url}#scripted`])].length;
  store.close();
  return kept;
}

/** Every conversation sends five different requests, one of them twice. */
function repeated(): number {
  let sum = 0;
  for (const [body, count] of endpoint.counts) sum += count - (body.includes('turn 1,') ? 2 : 1);
  return sum;
}

describe('a run that is killed', () => {
  it('comes out the same in a single process, and repeats only what was under way', { timeout: 60_000 }, async () => {
    const file = join(folder, 'killed.sqlite');
    let kills = 0;
    for (const moment of moments('single')) {
      const child = start('single', file, 'run', `${endpoint.url}#scripted`, `${CONVERSATIONS}`);
      await endpoint.reached(moment);
      expect(child.exitCode).toBeNull();
      await kill(child);
      kills++;
      // What was asked and is not kept was under way when one of the processes was killed.
      const lost = endpoint.total() - keptCalls(file);
      expect(lost).toBeLessThanOrEqual(kills * AT_ONCE);
    }
    const last = start('single', file, 'run', `${endpoint.url}#scripted`, `${CONVERSATIONS}`);
    expect((await once(last, 'exit'))[0]).toBe(0);
    expect(compared(file, 'run')).toEqual(expected);
    expect(expected.rows).toHaveLength(CONVERSATIONS);
    expect(keptCalls(file)).toBe(CONVERSATIONS * TURNS);
    expect(repeated()).toBe(endpoint.total() - CONVERSATIONS * TURNS);
    expect(repeated()).toBeLessThanOrEqual(KILLS * AT_ONCE);
  });

  it('comes out the same on a queue when its workers are killed, and the one who collects too', {
    timeout: 90_000,
  }, async () => {
    const redis: TestRedis = await startRedis();
    try {
      const file = join(folder, 'queue.sqlite');
      const collect = () => start('collector', file, 'run', `${endpoint.url}#scripted`, `${CONVERSATIONS}`, redis.url);
      const workers = [1, 2, 3].map(() => start('worker', redis.url));
      let collector = collect();
      const random = createRandom('workers');
      for (const [number, moment] of moments('queue').entries()) {
        await endpoint.reached(moment);
        expect(collector.exitCode).toBeNull();
        const at = random.integer(workers.length);
        await kill(workers[at]);
        workers[at] = start('worker', redis.url);
        if (number % 2 === 0) continue;
        await kill(collector);
        collector = collect();
      }
      expect((await once(collector, 'exit'))[0]).toBe(0);
      expect(compared(file, 'run')).toEqual(expected);
      expect(repeated()).toBe(endpoint.total() - CONVERSATIONS * TURNS);
      expect(repeated()).toBeLessThanOrEqual(KILLS * OF_A_WORKER);
      expect(await leftInRedis(redis.url)).toEqual([]);
    } finally {
      await redis.stop();
    }
  });
});

/** What belongs to a run, apart from claims that end by themselves. */
async function leftInRedis(url: string): Promise<string[]> {
  const connection = await connectRedis(url);
  const names = await connection.keys('sente:{*');
  connection.disconnect();
  return names.filter((name) => !name.includes(':claim:'));
}
