import { setTimeout as pause } from 'node:timers/promises';
import { APICallError } from '@ai-sdk/provider';
import { scriptedModel } from '@sente/language/testing';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryCalls } from '../calls/memory-calls.test.support.ts';
import { BudgetReachedError } from '../calls/run-budget.ts';
import { speaker, TURNS, talkProbe } from '../crash/talk-probe.test.support.ts';
import type { Played } from '../probe/played.ts';
import { playTask } from '../run/play-task.ts';
import { recordedModels } from '../run/recorded-models.ts';
import { keyOf, keyText, listTasks, type Task } from '../run/task.ts';
import { connectRedis } from './connect.ts';
import { QueuedKeyError, QueuedTaskError, QueueLostError } from './errors.ts';
import { playQueued } from './play-queued.ts';
import { startRedis, type TestRedis } from './redis-server.test.support.ts';
import { type RunOnQueueOptions, runOnQueue } from './run-on-queue.ts';
import { type WorkOptions, work } from './work.ts';

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = await connectRedis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

let workers: { readonly stop: AbortController; readonly ended: Promise<number> }[];
beforeEach(() => {
  workers = [];
});
afterEach(async () => {
  for (const { stop } of workers) stop.abort(new Error('the test is over'));
  await Promise.all(workers.map(({ ended }) => ended));
  await redis.flushall();
});

/** Replies that depend on what was said, as those of a model at temperature 0. */
const model = () => scriptedModel({ bare: ({ prompt }) => Buffer.from(prompt).toString('hex').slice(-12) });

async function worker(options: Partial<WorkOptions> & { readonly served?: ReturnType<typeof model> } = {}) {
  const { served = model(), ...more } = options;
  const stop = new AbortController();
  const play = playQueued({ probe: () => talkProbe, agent: () => speaker, model: () => served });
  const ready = Promise.withResolvers<void>();
  const ended = work({ url: server.url, atOnce: 3, play, signal: stop.signal, onReady: ready.resolve, ...more });
  workers.push({ stop, ended });
  await Promise.race([ready.promise, ended]);
  return { stop, served, ended };
}

const cases = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `case-${n}`, world: 'open' as const }));
const tasksOf = (count: number): Task[] => listTasks(talkProbe, cases(count), [speaker], 1, { seed: 1 });
const settings = { version: '1', models: { assistant: 'm' } };

/** Runs, and gives what was played by name. */
async function run(tasks: readonly Task[], more: Partial<RunOnQueueOptions> = {}) {
  const played = new Map<string, Played>();
  const calls = memoryCalls();
  const onPlayed = (one: Played, task: Task): void => {
    const name = keyText(keyOf(task));
    expect(played.has(name)).toBe(false);
    played.set(name, one);
  };
  const head = { id: 'run', started: 7 };
  const result = await runOnQueue({ url: server.url, run: head, tasks, settings, calls, onPlayed, ...more });
  return { ...result, played, calls: calls.kept };
}

async function alone(tasks: readonly Task[]): Promise<Map<string, Played>> {
  const openModel = recordedModels({
    models: { assistant: { id: 'm', model: model() } },
    calls: memoryCalls(),
    seed: 1,
  });
  const played = new Map<string, Played>();
  for (const task of tasks) {
    played.set(keyText(keyOf(task)), await playTask(task, { probe: talkProbe, agent: speaker, openModel }));
  }
  return played;
}

describe('a run on a queue', () => {
  it('comes out as in one process, whoever plays, and every reply is kept at home', async () => {
    const tasks = tasksOf(40);
    const [one, two] = [await worker(), await worker()];
    const { played, done, calls, stopped } = await run(tasks, { ahead: 10 });
    expect([done, stopped]).toEqual([40, undefined]);
    expect(Object.fromEntries(played)).toEqual(Object.fromEntries(await alone(tasks)));
    expect(calls.size).toBe(40 * TURNS);
    expect(one.served.calls.length + two.served.calls.length).toBe(40 * TURNS);
    expect(await redis.keys('sente:{*')).toEqual([]);
  });

  it('hands a conversation of a worker that is gone to another one within seconds', { timeout: 20_000 }, async () => {
    const gone = await worker({ atOnce: 1, play: () => new Promise(() => {}) });
    const running = run(tasksOf(1));
    while ((await redis.llen('sente:conversations:active')) === 0) await pause(10);
    const other = await worker();
    gone.stop.abort(new Error('killed'));
    const since = Date.now();
    expect((await running).done).toBe(1);
    expect(Date.now() - since).toBeLessThan(6_000);
    expect(other.served.calls.length).toBe(TURNS);
  });

  it('replays what is known rather than asking', async () => {
    const tasks = tasksOf(3);
    await worker();
    const { calls } = await run(tasks);
    const last = await worker({ served: scriptedModel({ bare: new Error('nobody should ask') }) });
    workers[0]?.stop.abort(new Error('done'));
    const again = await run(tasks, { run: { id: 'again', started: 8 }, known: calls });
    expect(Object.fromEntries(again.played)).toEqual(Object.fromEntries(await alone(tasks)));
    expect(last.served.calls).toHaveLength(0);
  });

  it('stops when its workers have spent the budget together, and goes on with a larger one', async () => {
    const tasks = tasksOf(20);
    const [one, two] = [await worker(), await worker()];
    const first = await run(tasks, { budget: { calls: 50 } });
    expect(first.stopped).toBeInstanceOf(BudgetReachedError);
    expect(first.stopped).toMatchObject({ limit: 'calls', allowed: 50, spent: 50 });
    expect(one.served.calls.length + two.served.calls.length).toBe(50);
    expect(first.done).toBeGreaterThan(0);
    const left = tasks.filter((task) => !first.played.has(keyText(keyOf(task))));
    const spent = { calls: first.calls.size, input: 0, output: 0 };
    const second = await run(left, { spent, known: first.calls });
    expect(second.done).toBe(left.length);
    expect(one.served.calls.length + two.served.calls.length).toBe(20 * TURNS);
    const both = [...first.played, ...second.played];
    expect(Object.fromEntries(both)).toEqual(Object.fromEntries(await alone(tasks)));
  });

  it('rests in all workers when a provider refuses one of them, and learns how much it takes', async () => {
    let under = 0;
    let restUntil = 0;
    const refusals: number[] = [];
    const early: number[] = [];
    const plain = model();
    /** Takes two calls at once; a third is refused, and nobody should come back for a while. */
    const strict: typeof plain = {
      ...plain,
      async doGenerate(call) {
        if (Date.now() < restUntil) early.push(restUntil - Date.now());
        under++;
        try {
          await pause(5);
          if (under > 2) {
            refusals.push(Date.now());
            restUntil = Date.now() + 400;
            const responseHeaders = { 'retry-after-ms': '400' };
            throw new APICallError({
              message: 'too many',
              url: 'http://h',
              requestBodyValues: {},
              statusCode: 429,
              responseHeaders,
            });
          }
          return await plain.doGenerate(call);
        } finally {
          under--;
        }
      },
    };
    await worker({ served: strict });
    await worker({ served: strict });
    const tasks = tasksOf(10);
    const { played } = await run(tasks, { settings: { ...settings, atOnce: 6 } });
    expect(Object.fromEntries(played)).toEqual(Object.fromEntries(await alone(tasks)));
    expect(refusals.length).toBeGreaterThan(0);
    // Without what the workers tell each other, about every third of the 60 calls would be refused.
    expect(refusals.length).toBeLessThan(20);
    // Calls that were let in just before are under way still; nobody is let in during the rest.
    expect(early.filter((left) => left < 150)).toEqual([]);
  });

  it('stops when it is told to, and its workers make no further call', async () => {
    const stop = new AbortController();
    const served = scriptedModel({ bare: { delayMs: 20, reply: 'slow' } });
    await worker({ served });
    setTimeout(() => stop.abort('enough'), 300);
    const { stopped, done } = await run(tasksOf(100), { signal: stop.signal });
    expect(stopped).toBe('enough');
    expect(done).toBeLessThan(100);
    const made = served.calls.length;
    await pause(200);
    expect(served.calls.length).toBeLessThanOrEqual(made + 3);
    expect(await redis.llen('sente:conversations:wait')).toBe(0);
  });

  it('takes in what workers finished while nobody collected', { timeout: 20_000 }, async () => {
    const tasks = tasksOf(4);
    const { served } = await worker();
    const failing = run(tasks, {
      onPlayed: () => {
        throw new Error('disk full');
      },
    });
    await expect(failing).rejects.toThrow('disk full');
    const second = await run(tasks);
    expect(Object.fromEntries(second.played)).toEqual(Object.fromEntries(await alone(tasks)));
    expect(served.calls.length).toBe(4 * TURNS);
  });

  it('says what a worker could not do, and where', async () => {
    await worker({ served: scriptedModel({ bare: Object.assign(new Error('no key sk-abcdefghijklmnop1234'), {}) }) });
    const failing = run(tasksOf(2));
    await expect(failing).rejects.toThrow(QueuedTaskError);
    await expect(failing).rejects.toThrow(
      /talk, case case-\d, agent bare could not be played by worker .+: no key \[key\]/,
    );
    const told: string[] = [];
    const { done, failed } = await run(tasksOf(2), { onFailed: (error) => told.push(error.message) as never });
    expect([done, failed, told.length]).toEqual([0, 2, 2]);
    const older = run(tasksOf(1), { settings: { ...settings, version: '2' } });
    await expect(older).rejects.toThrow(/plays version 2 of talk, and this worker has 1/);
  });

  it('sends no key', async () => {
    const holding = run(tasksOf(1), { settings: { ...settings, models: { assistant: 'http://h/v1?key=abcdefg#m' } } });
    await expect(holding).rejects.toThrow(QueuedKeyError);
    await expect(holding).rejects.toThrow(/SENTE_MODEL_KEY/);
  });

  it('notices that Redis forgot the run', { timeout: 20_000 }, async () => {
    const failing = run(tasksOf(1));
    setTimeout(() => void redis.flushall(), 200);
    await expect(failing).rejects.toThrow(QueueLostError);
  });
});
