import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BudgetReachedError, PriceUnknownError } from '../calls/run-budget.ts';
import { connectRedis } from './connect.ts';
import { QueueAddressError, QueueUnreachableError, RunStoppedError } from './errors.ts';
import { namesOf } from './names.ts';
import { allowRun, redisBudget, stopRun } from './redis-budget.ts';
import { redisCalls } from './redis-calls.ts';
import { redisGate } from './redis-gate.ts';
import { startRedis, type TestRedis } from './redis-server.test.support.ts';

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
const call = { reply: '{"text":"Hi"}', model: 'm', input: 1, output: 2 };

describe('connection', () => {
  it('says what is wrong with an address, without its password', async () => {
    await expect(connectRedis('http://h')).rejects.toThrow(QueueAddressError);
    await expect(connectRedis('nonsense')).rejects.toThrow(/redis:\/\/HOST:PORT/);
    const refused = connectRedis('redis://me:sesame99@127.0.0.1:1');
    await expect(refused).rejects.toThrow(QueueUnreachableError);
    await expect(refused).rejects.toThrow(/redis:\/\/me:\[key\]@127.0.0.1:1 \(.*ECONNREFUSED.*Start one/);
  });
});

describe('calls in Redis', () => {
  it('keeps the first reply, without keys, and lists what came', async () => {
    const calls = redisCalls(redis, { run: 'keep' });
    expect(await calls.get('a')).toBeUndefined();
    expect(await calls.claim('a')).toBeUndefined();
    expect(await calls.put('a', { ...call, reply: '"Bearer abcdef123456789"' })).toEqual({
      ...call,
      reply: '"Bearer [key]"',
    });
    expect((await calls.put('a', { ...call, reply: 'later' })).reply).toBe('"Bearer [key]"');
    expect((await calls.claim('a'))?.reply).toBe('"Bearer [key]"');
    expect(await redis.xlen(namesOf('keep').made)).toBe(1);
    expect(await redis.ttl(namesOf('keep').calls)).toBeGreaterThan(600_000);
    calls.close();
  });

  it('lets one worker make a call, and the others wait for it', async () => {
    const [one, other] = [redisCalls(redis, { run: 'claims' }), redisCalls(redis, { run: 'claims' })];
    expect(await one.claim('a')).toBeUndefined();
    let waits = true;
    const waiting = other.claim('a').finally(() => {
      waits = false;
    });
    await pause(80);
    expect(waits).toBe(true);
    await one.put('a', call);
    expect(await waiting).toEqual(call);

    expect(await one.claim('b')).toBeUndefined();
    const next = other.claim('b');
    one.letGo('b');
    expect(await next).toBeUndefined();
    const stop = new AbortController();
    const stopped = one.claim('b', stop.signal);
    stop.abort(new Error('enough'));
    await expect(stopped).rejects.toThrow('enough');
    one.close();
    other.close();
  });

  it('holds a claim as long as the call takes, and frees that of a worker that is gone', async () => {
    const of = { run: 'leases', lease: 300 };
    const [one, other] = [redisCalls(redis, of), redisCalls(redis, of)];
    await one.claim('a');
    const started = Date.now();
    const waiting = other.claim('a').then(() => Date.now() - started);
    await pause(700);
    one.close(); // as if it had been killed: nothing is renewed any more
    const waited = await waiting;
    expect(waited).toBeGreaterThan(750);
    expect(waited).toBeLessThan(3_000);
    other.close();
  });
});

describe('gate in Redis', () => {
  it('counts the calls of all workers, halves when refused, and rests for all', async () => {
    const [one, other] = [redisGate(redis, { atOnce: 4 }), redisGate(redis, { atOnce: 4 })];
    const inside = await Promise.all([one.enter('p'), other.enter('p'), one.enter('p'), other.enter('p')]);
    let isIn = false;
    const fifth = one.enter('p').then((passage) => {
      isIn = true;
      return passage;
    });
    (await one.enter('q')).done();
    await pause(80);
    expect(isIn).toBe(false);
    inside[0].done();
    const last = await fifth;
    inside[1].refused(300);
    inside[2].refused(300);
    inside[3].failed();
    last.failed();
    const started = Date.now();
    const [a, b] = await Promise.all([other.enter('p'), one.enter('p')]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(250);
    const stop = new AbortController();
    const third = one.enter('p', stop.signal);
    setTimeout(() => stop.abort(new Error('two at once, not three')), 80);
    await expect(third).rejects.toThrow('two at once');
    // Three that go well, half a place and less each, make one more.
    a.done();
    b.done();
    (await one.enter('p')).done();
    await pause(20);
    const three = await Promise.all([one.enter('p'), other.enter('p'), one.enter('p')]);
    for (const passage of three) passage.done();
    one.close();
    other.close();
  });

  it('frees the place of a worker that is gone, and keeps that of a slow one', async () => {
    const of = { atOnce: 1, lease: 300 };
    const [one, other] = [redisGate(redis, of), redisGate(redis, of)];
    await one.enter('slow');
    const started = Date.now();
    const waiting = other.enter('slow').then(() => Date.now() - started);
    await pause(700);
    one.close();
    const waited = await waiting;
    expect(waited).toBeGreaterThan(750);
    expect(waited).toBeLessThan(3_000);
    other.close();
  });
});

describe('budget in Redis', () => {
  const prices = { input: 1, output: 10 };
  it('is one for all workers, counts prompts of calls under way, and ends with the run', async () => {
    const spent = { calls: 0, input: 0, output: 0 };
    const [one, other] = [redisBudget(redis, 'spend'), redisBudget(redis, 'spend')];
    const ask = { model: 'm', input: 1_000, prices };
    await expect(async () => one.begin(ask)).rejects.toThrow(RunStoppedError); // nobody started it
    await allowRun(redis, 'spend', { money: 0.0055 }, spent);
    (await one.begin(ask)).answered(1_000, 100);
    await pause(20);
    await other.begin(ask);
    (await other.begin(ask)).answered(1_000, 100);
    await pause(20);
    await expect(async () => one.begin(ask)).rejects.toThrow(/\$0.0055 is spent \(\$0.005 so far/);
    await expect(async () => one.begin({ model: 'm', input: 1 })).rejects.toThrow(PriceUnknownError);
    await allowRun(redis, 'spend', { calls: 2 }, { ...spent, calls: 1 });
    (await one.begin(ask)).failed();
    await pause(20);
    await one.begin(ask);
    await expect(async () => other.begin(ask)).rejects.toThrow(BudgetReachedError);
    await allowRun(redis, 'spend', {}, spent);
    await one.begin({ model: 'm', input: 1 });
    await stopRun(redis, 'spend');
    await expect(async () => one.begin(ask)).rejects.toThrow(RunStoppedError);
  });
});
