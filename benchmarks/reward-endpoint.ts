/**
 * The reward endpoint under load: 1,000 requests of one item, 50 at once, on real sockets, against a model's server that
 * answers about every third call with 429, 500, a cut connection, half a body, or late. Every client repeats its request
 * with its Idempotency-Key until it has a score.
 *
 *   npm run -s bench benchmarks/reward-endpoint.ts [-- REQUESTS AT_ONCE]
 *
 * Claim: every request gets exactly one score, the right one; whatever failed on the way said so; and no score is made
 * twice. Exits with 1 when that does not hold. Then the same once more at a server without faults, for the endpoint's own pace.
 * @module
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openModel } from '../packages/language/src/index.ts';
import { startServer } from '../packages/server/src/listen.ts';
import { faultyUpstream } from '../packages/server/src/testing/faulty-upstream.ts';

const [requests = 1000, atOnce = 50] = process.argv
  .slice(2)
  .filter((text) => /^\d+$/.test(text))
  .map(Number);

interface Reply {
  readonly results: readonly {
    readonly id: string;
    readonly reward?: number;
    readonly error?: { readonly code: string };
  }[];
}

const worthOf = (request: number): number => Number((0.1 + (request % 80) / 100).toFixed(2));

/** Whether all went as claimed. */
async function run(name: string, hasFaults: boolean): Promise<boolean> {
  const upstream = faultyUpstream(hasFaults ? undefined : ['']);
  upstream.server.listen(0, '127.0.0.1');
  await once(upstream.server, 'listening');
  const { port } = upstream.server.address() as AddressInfo;
  const model = (role: string): ReturnType<typeof openModel> => openModel(`http://127.0.0.1:${port}/v1#${role}`);
  const endpoint = await startServer({
    studio: false,
    port: 0,
    reward: {
      ...{ assistant: model('assistant'), user: model('user'), judge: model('judge') },
      ...{ horizon: 1, samples: 1, tokenPrice: 0, retries: 1 },
      sleep: () => Promise.resolve(),
    },
  });

  const scores = new Map<number, number[]>();
  const errors = new Map<string, number>();
  const waits: number[] = [];
  let wrong = 0;
  async function score(request: number): Promise<void> {
    const task = { goal: `A table for four at eight, item-${request}.` };
    const prompt = [{ role: 'user', content: `Book a table, item-${request}.` }];
    const items = [{ id: `${request}`, prompt, completion: `Done: worth ${worthOf(request)}`, task }];
    const started = performance.now();
    for (;;) {
      const response = await fetch(`${endpoint.url}/v1/reward`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `request-${request}` },
        body: JSON.stringify({ items }),
      });
      const [result] = ((await response.json()) as Reply).results;
      const isScore = result.reward !== undefined;
      if (result.id !== `${request}` || isScore !== response.ok || isScore === (result.error !== undefined)) wrong++;
      if (result.reward !== undefined) {
        scores.set(request, [...(scores.get(request) ?? []), result.reward]);
        waits.push(performance.now() - started);
        return;
      }
      const code = result.error?.code ?? 'none';
      errors.set(code, (errors.get(code) ?? 0) + 1);
    }
  }

  const started = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < requests) await score(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const seconds = (performance.now() - started) / 1000;
  await endpoint.close();
  upstream.server.closeAllConnections();
  upstream.server.close();

  waits.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(waits[Math.floor(share * (waits.length - 1))])} ms`;
  const all = Array.from({ length: requests }, (_, request) => request);
  const lost = all.filter((request) => !scores.has(request)).length;
  const doubled = all.filter((request) => (scores.get(request)?.length ?? 0) > 1).length;
  const bad = all.filter((request) => scores.get(request)?.[0] !== worthOf(request)).length;
  const sum = all.reduce((total, request) => total + (scores.get(request)?.[0] ?? Number.NaN), 0);
  const expected = all.reduce((total, request) => total + worthOf(request), 0);
  const judgedTwice = [...upstream.served.values()].filter((count) => count > 1).length;
  const codes = [...errors].map(([code, count]) => `${count} ${code}`).join(', ') || 'none';
  console.log(
    `${name}: ${requests} requests, ${atOnce} at once, ${seconds.toFixed(1)} s (${(requests / seconds).toFixed(0)} a second)`,
  );
  console.log(
    `  lost ${lost}, doubled ${doubled}, wrong ${bad}, replies out of form ${wrong}, judged twice ${judgedTwice}`,
  );
  console.log(`  sum of scores ${sum.toFixed(2)}, expected ${expected.toFixed(2)}`);
  console.log(`  calls of models ${upstream.calls()}; errors that were told on the way: ${codes}`);
  console.log(`  to a score: median ${at(0.5)}, 95% ${at(0.95)}, longest ${at(1)}`);
  return lost + doubled + bad + wrong + judgedTwice === 0 && Math.abs(sum - expected) < 1e-6;
}

const faulty = await run('with faults', true);
const plain = await run('without', false);
process.exitCode = faulty && plain ? 0 : 1;
