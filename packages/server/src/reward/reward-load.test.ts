import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openModel } from '@sente/language';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../listen.ts';

/** What the upstream does with the calls that come, in turn: most it serves. */
const FAULTS = ['', '', '429', '', '500', '', 'cut', '', 'slow', '', 'garbage', ''] as const;

/** A chat endpoint that judges by the number behind "worth", and fails one call in three or so. */
function faultyUpstream(): { server: Server; served: Map<string, number> } {
  const served = new Map<string, number>();
  let calls = 0;
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const fault = FAULTS[calls++ % FAULTS.length];
      if (fault === '429')
        return response.writeHead(429, { 'retry-after-ms': '5' }).end('{"error":{"message":"slow down"}}');
      if (fault === '500') return response.writeHead(500).end('{"error":{"message":"down"}}');
      if (fault === 'cut') return response.socket?.destroy();
      if (fault === 'garbage')
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [{"mess');
      const { model } = JSON.parse(body) as { model: string };
      const item = /item-(\d+)/.exec(body)?.[1] ?? 'none';
      const worth = Number(/worth (0\.\d+)/.exec(body)?.[1]);
      const content = model === 'judge' ? JSON.stringify({ reason: 'as it says', score: worth }) : 'Four, at eight.';
      if (model === 'judge') served.set(item, (served.get(item) ?? 0) + 1);
      const reply = JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        created: 0,
        model,
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 },
      });
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'application/json' }).end(reply),
        fault === 'slow' ? 120 : 0,
      );
    });
  });
  return { server, served };
}

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
