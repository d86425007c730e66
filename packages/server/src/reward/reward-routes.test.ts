import { describe, expect, it } from 'vitest';
import { createServer, type SenteServer } from '../app.ts';
import { HostNeedsKeyError } from '../errors.ts';
import type { ServerOptions } from '../options.ts';
import { type Answer, ask } from '../testing/ask.ts';
import { plainScript, type RewardCall, type RewardWorld, rewardWorld, worth } from '../testing/reward-world.ts';
import type { RewardOptions } from './reward-options.ts';

function serverOf(
  world: RewardWorld,
  reward: Partial<RewardOptions> = {},
  options: Partial<ServerOptions> = {},
): SenteServer {
  const { assistant, user, judge } = world;
  const settings = { assistant, user, judge, horizon: 1, samples: 2, tokenPrice: 0, retries: 0 } as const;
  return createServer({ studio: false, reward: { ...settings, ...reward }, ...options });
}

const post = (server: SenteServer, json: unknown, headers: Record<string, string> = {}, query = ''): Promise<Answer> =>
  ask(server, 'POST', `/v1/reward${query}`, { json, headers });

/** Fails for completions that say "broken". */
const brokenScript = (call: RewardCall): string => {
  if (call.text.includes('broken')) throw Object.assign(new Error('down'), { statusCode: 500 });
  return plainScript(call);
};
const broken = { ...worth(1, 'bad'), completion: 'broken' };

describe('POST /v1/reward', () => {
  it('gives a result for each item, in their order', async () => {
    const server = serverOf(rewardWorld());
    const { status, body } = await post(server, { items: [worth(0.25, 'a'), worth(1), worth(0.5, 'c')] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ failed: 0, fresh: 3 });
    expect(body.results.map(({ id, reward }: { id?: string; reward: number }) => [id, reward])).toEqual([
      ['a', 0.25],
      [undefined, 1],
      ['c', 0.5],
    ]);
    expect(body.results[0].rollouts).toHaveLength(2);
    expect(body.results[0].calls).toBe(6);
  });

  it('takes horizon, samples and seed of a request', async () => {
    const world = rewardWorld();
    const { body } = await post(serverOf(world), { items: [worth(1)], horizon: 0, samples: 1, seed: 'x' });
    expect(body.results).toMatchObject([{ horizon: 0, calls: 1 }]);
    expect(world.calls.map(({ role }) => role)).toEqual(['judge']);
  });

  it('scores equal items once, and tells their names apart', async () => {
    const world = rewardWorld();
    const { body } = await post(serverOf(world), {
      items: [worth(1, 'a'), worth(1, 'b'), worth(1)],
      samples: 1,
      horizon: 0,
    });
    expect(body).toMatchObject({ fresh: 1, results: [{ id: 'a', reward: 1 }, { id: 'b', reward: 1 }, { reward: 1 }] });
    expect(body.results[2]).not.toHaveProperty('id');
    expect(world.calls).toHaveLength(1);
  });

  it('shows failures, and the scores beside them: 502, or 200 where the client allows it', async () => {
    const server = serverOf(rewardWorld(brokenScript));
    const request = { items: [worth(1, 'good'), broken] };
    const plain = await post(server, request);
    expect(plain.status).toBe(502);
    expect(plain.body).toMatchObject({
      failed: 1,
      results: [
        { id: 'good', reward: 1 },
        { id: 'bad', error: { code: 'model-failed', retryable: true } },
      ],
    });
    expect(plain.body.results[1]).not.toHaveProperty('reward');
    const allowed = await post(server, request, {}, '?partial=allow');
    expect(allowed.status).toBe(200);
    expect(allowed.body).toEqual(plain.body);
  });

  it('answers 422 when only items are at fault: trying again would not help', async () => {
    const server = serverOf(rewardWorld(), { truncated: 'refuse' });
    const { status, body } = await post(server, { items: [worth(1), { ...worth(0.5, 'cut'), finish: 'length' }] });
    expect(status).toBe(422);
    expect(body.results[1]).toEqual({
      id: 'cut',
      error: { code: 'truncated', message: expect.any(String), retryable: false },
    });
  });

  it.each([
    [{ items: [] }, 'items'],
    [{ items: [{ ...worth(1), prompt: [] }] }, 'items.0.prompt'],
    [{ items: [{ ...worth(1), completions: 'x' }] }, 'items.0'],
    [{ items: [worth(1)], horizon: 4 }, 'horizon'],
    [{ items: [worth(1)], samples: 17 }, 'samples'],
    [{ items: [worth(1, 'a'), worth(0.5, 'a')] }, 'same id'],
    [{ items: [{ ...worth(1), completion: 'x'.repeat(300) }] }, 'characters'],
    [{ items: [worth(1), worth(0.5), worth(0.25)] }, 'items'],
  ])('refuses %j', async (request, word) => {
    const world = rewardWorld();
    const { status, body } = await post(serverOf(world, { limits: { characters: 250, items: 2 } }), request);
    expect(status).toBe(400);
    expect(body.error.message).toContain(word);
    expect(world.calls).toHaveLength(0);
  });
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'step-1' };

  it('keeps scores for a repeated request, and tries again what failed', async () => {
    let isDown = true;
    const world = rewardWorld((call) => (isDown ? brokenScript(call) : plainScript(call)));
    const server = serverOf(world, { horizon: 0 });
    const request = { items: [worth(0.5, 'good'), broken] };
    expect((await post(server, request, key)).status).toBe(502);
    const before = world.calls.length;
    isDown = false;
    const again = await post(server, request, key);
    expect(again.body).toMatchObject({
      failed: 0,
      fresh: 1,
      results: [
        { id: 'good', reward: 0.5 },
        { id: 'bad', reward: 0 },
      ],
    });
    expect(world.calls.length - before).toBe(1);
    expect((await post(server, request, key)).body).toMatchObject({ fresh: 0 });
  });

  it('joins a request that is under way: nothing is asked twice', async () => {
    const gate = Promise.withResolvers<void>();
    const world = rewardWorld(async (call) => {
      await gate.promise;
      return plainScript(call);
    });
    const server = serverOf(world, { horizon: 0 });
    const first = post(server, { items: [worth(1)] }, key);
    const second = post(server, { items: [worth(1)] }, key);
    await expect.poll(() => world.calls.length).toBe(1);
    gate.resolve();
    expect((await first).body.results).toEqual((await second).body.results);
    expect(world.calls).toHaveLength(1);
  });

  it('is refused for another request, and is each client’s own', async () => {
    const world = rewardWorld();
    const server = serverOf(world, { horizon: 0, keys: ['two'] }, { key: 'one' });
    const as = (name: string): Record<string, string> => ({ ...key, authorization: `Bearer ${name}` });
    expect((await post(server, { items: [worth(1)] }, as('one'))).status).toBe(200);
    const reused = await post(server, { items: [worth(0.5)] }, as('one'));
    expect(reused).toMatchObject({ status: 422, body: { error: { code: 'key_reused' } } });
    expect((await post(server, { items: [worth(1)], horizon: 1 }, as('one'))).status).toBe(422);
    expect(await post(server, { items: [worth(0.5)] }, as('two'))).toMatchObject({ status: 200, body: { fresh: 1 } });
  });

  it('without one, nothing is remembered: the policy may have changed', async () => {
    const server = serverOf(rewardWorld(), { horizon: 0 });
    await post(server, { items: [worth(1)] });
    expect((await post(server, { items: [worth(1)] })).body).toMatchObject({ fresh: 1 });
  });
});

describe('the line', () => {
  it('is bounded: 503 with Retry-After, and nothing of the request is begun', async () => {
    const gate = Promise.withResolvers<void>();
    const world = rewardWorld(async (call) => {
      await gate.promise;
      return plainScript(call);
    });
    const server = serverOf(world, { horizon: 0, limits: { atOnce: 1, waiting: 3 } });
    const first = post(server, { items: [worth(1), worth(0.5)] });
    await expect.poll(() => world.calls.length).toBe(1);
    expect((await ask(server, 'GET', '/v1/reward')).body.line).toEqual({ served: 1, waiting: 1 });
    const full = await post(server, { items: [worth(0.1), worth(0.2)] });
    expect(full).toMatchObject({ status: 503, body: { error: { code: 'too_many' } } });
    expect(full.headers.get('retry-after')).toBe('2');
    expect((await post(server, { items: [0.1, 0.2, 0.3, 0.4].map((score) => worth(score)) })).status).toBe(413);
    const last = post(server, { items: [worth(0.3)] });
    gate.resolve();
    expect((await first).status).toBe(200);
    expect((await last).status).toBe(200);
    expect(world.calls).toHaveLength(3);
    expect((await ask(server, 'GET', '/v1/reward')).body.line).toEqual({ served: 0, waiting: 0 });
  });

  it('empties when the client leaves, and calls are broken off', async () => {
    const world = rewardWorld(() => new Promise<string>(() => {}));
    const server = serverOf(world, { horizon: 0, limits: { atOnce: 1 } });
    const leaving = new AbortController();
    const request = new Request('http://127.0.0.1:4747/v1/reward', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [worth(1), worth(0.5)] }),
      signal: leaving.signal,
    });
    const answer = server.fetch(request);
    await expect.poll(() => world.calls.length).toBe(1);
    leaving.abort();
    await answer;
    expect(world.calls[0].signal?.aborted).toBe(true);
    await expect
      .poll(async () => (await ask(server, 'GET', '/v1/reward')).body.line)
      .toEqual({ served: 0, waiting: 0 });
    expect(world.calls).toHaveLength(1);
  });
});

describe('who may ask', () => {
  it('needs a key off loopback, and then asks for it', async () => {
    expect(() => serverOf(rewardWorld(), {}, { host: '0.0.0.0' })).toThrow(HostNeedsKeyError);
    const world = rewardWorld();
    const server = serverOf(world, {}, { host: '0.0.0.0', key: 'secret' });
    expect((await post(server, { items: [worth(1)] })).status).toBe(401);
    expect((await ask(server, 'GET', '/v1/reward')).status).toBe(401);
    expect(world.calls).toHaveLength(0);
    expect((await post(server, { items: [worth(1)] }, { authorization: 'Bearer secret' })).status).toBe(200);
  });

  it('is no page of another site', async () => {
    const answer = await post(serverOf(rewardWorld()), { items: [worth(1)] }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});

describe('GET /v1/reward', () => {
  it('tells how rewards are computed', async () => {
    const { status, body } = await ask(serverOf(rewardWorld(), { clip: [-0.5, 1] }), 'GET', '/v1/reward');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      horizon: 1,
      samples: 2,
      clip: [-0.5, 1],
      models: { assistant: 'scripted-assistant', user: 'scripted-user', judge: 'scripted-judge' },
      limits: { atOnce: 32 },
    });
  });

  it('is described, like the other', async () => {
    const { body } = await ask(serverOf(rewardWorld()), 'GET', '/api/openapi.json');
    expect(Object.keys(body.paths['/v1/reward'])).toEqual(['get', 'post']);
    expect(Object.keys(body.paths['/v1/reward'].post.responses)).toEqual(
      expect.arrayContaining(['200', '422', '502', '503']),
    );
  });
});
