import type { AddressInfo } from 'node:net';
import { openModel } from '@sente/language';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../listen.ts';
import { faultyUpstream } from '../testing/faulty-upstream.ts';

const worthOf = (request: number): number => Number((0.1 + (request % 80) / 100).toFixed(2));

describe('the reward endpoint under load', () => {
  const upstream = faultyUpstream();
  let endpoint: RunningServer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => upstream.server.listen(0, '127.0.0.1', resolve));
    const { port } = upstream.server.address() as AddressInfo;
    const model = (name: string) => openModel(`http://127.0.0.1:${port}/v1#${name}`);
    endpoint = await startServer({
      studio: false,
      port: 0,
      reward: {
        assistant: model('assistant'),
        user: model('user'),
        judge: model('judge'),
        horizon: 1,
        samples: 1,
        tokenPrice: 0,
        // Few attempts, so that some items fail to the end and the trainer sees it.
        retries: 1,
        sleep: () => Promise.resolve(),
      },
    });
  });
  afterAll(async () => {
    await endpoint.close();
    await new Promise((resolve) => upstream.server.close(resolve));
  });

  it('gives 1,000 requests, 50 at once, one score each through all faults: none lost, none doubled, none made up', async () => {
    const scores = new Map<number, number[]>();
    let failures = 0;
    const score = async (request: number): Promise<void> => {
      const item = {
        id: `${request}`,
        prompt: [{ role: 'user', content: `Book a table, item-${request}.` }],
        completion: `Done: worth ${worthOf(request)}`,
        task: { goal: `A table for four at eight, item-${request}.` },
      };
      for (let attempt = 0; attempt < 40; attempt++) {
        const response = await fetch(`${endpoint.url}/v1/reward`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': `request-${request}` },
          body: JSON.stringify({ items: [item] }),
        });
        const { results } = (await response.json()) as {
          results: { id: string; reward?: number; error?: { retryable: boolean } }[];
        };
        expect(results).toHaveLength(1);
        const [{ id, reward, error }] = results;
        expect(id).toBe(`${request}`);
        // A score or an error, never both, never neither; and the status says which.
        expect([reward === undefined, error === undefined]).toEqual(response.ok ? [false, true] : [true, false]);
        if (reward !== undefined) {
          scores.set(request, [...(scores.get(request) ?? []), reward]);
          return;
        }
        failures++;
        expect(error?.retryable).toBe(true);
      }
      throw new Error(`request ${request} never got a score`);
    };
    let next = 0;
    const client = async (): Promise<void> => {
      while (next < 1000) await score(next++);
    };
    await Promise.all(Array.from({ length: 50 }, client));

    expect(scores.size).toBe(1000);
    for (let request = 0; request < 1000; request++)
      expect(scores.get(request), `${request}`).toEqual([worthOf(request)]);
    expect(failures, 'some requests failed on the way, and said so').toBeGreaterThan(50);
    // What was scored once is remembered under its key: asked again it costs the judge nothing.
    const before = upstream.served.get('7');
    const again = await fetch(`${endpoint.url}/v1/reward`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'request-7' },
      body: JSON.stringify({
        items: [
          {
            id: '7',
            prompt: [{ role: 'user', content: 'Book a table, item-7.' }],
            completion: `Done: worth ${worthOf(7)}`,
            task: { goal: 'A table for four at eight, item-7.' },
          },
        ],
      }),
    });
    expect(await again.json()).toMatchObject({ results: [{ reward: worthOf(7) }], fresh: 0 });
    expect(upstream.served.get('7')).toBe(before);
  }, 60_000);
});
