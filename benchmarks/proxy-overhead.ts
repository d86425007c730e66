/**
 * What the proxy adds to a request when no model is called: to the upstream directly, through the proxy with nothing
 * decided, and through the proxy with the layer deciding by a scripted planner. A conversation of 100 turns.
 *
 *   npm run -s bench -- benchmarks/proxy-overhead.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scriptedModel } from '../packages/language/src/testing/index.ts';
import { startServer } from '../packages/server/src/index.ts';

const ROUNDS = 500;
const message = { role: 'assistant', content: 'Hi.' };
const reply = JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] });
const upstream = createServer(async (request, response) => {
  for await (const _ of request);
  response.writeHead(200, { 'content-type': 'application/json' }).end(reply);
});
await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}/v1`;
const planner = scriptedModel({ read: { kind: 'new', users: [{ wants: 'something', share: 100 }] } });
const proxy = await startServer({ port: 0, studio: false, proxy: { upstream: url, initiative: { planner } } });

const turns = Array.from({ length: 200 }, (_, i) => {
  return { role: i % 2 === 0 ? 'user' : 'assistant', content: `This is what was said in message ${i}. `.repeat(8) };
});
const body = JSON.stringify({ model: 'm', messages: [...turns, { role: 'user', content: 'And now?' }] });

async function times(base: string, headers: Record<string, string> = {}): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    await (await fetch(`${base}/chat/completions`, init)).text();
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
}

const ways = [
  ['directly', url, {}],
  ['through the proxy, nothing decided', `${proxy.url}/v1`, { 'x-sente-off': '1' }],
  ['through the proxy, decided', `${proxy.url}/v1`, {}],
] as const;
for (const [, base, headers] of ways) await times(base, headers); // warm
console.log(
  `${body.length.toLocaleString('en')} bytes, ${ROUNDS} requests each, milliseconds: median, 95th percentile`,
);
for (const [name, base, headers] of ways) {
  const all = await times(base, headers);
  console.log(`${name}: ${all[ROUNDS / 2].toFixed(2)}, ${all[Math.floor(ROUNDS * 0.95)].toFixed(2)}`);
}
await proxy.close();
upstream.close();
