import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { hello, post, proxyOf, type TestProxy } from '../testing/proxy-of.ts';
import { says } from '../testing/scripted-upstream.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** So many requests, twenty at a time; gives the bytes that are in use after them. */
async function after(count: number, proxy: TestProxy): Promise<number> {
  for (let i = 0; i < count; i += 20) {
    const some = Array.from({ length: 20 }, async () => (await post(proxy, hello)).text());
    await Promise.all(some);
  }
  for (const of of [proxy.layer.requests, proxy.layer.settled, proxy.upstream.asked]) of.length = 0;
  for (let i = 0; i < 3; i++) {
    await sleep(50);
    collect();
  }
  return process.memoryUsage().heapUsed;
}

it.each([
  ['bare', {}],
  ['said', { plan: { do: 'say', text: 'Which?' }, delay: 2 }],
  ['written', { plan: { do: 'write', note: 'Be brief.', leaveOut: [] } }],
] as const)('keeps nothing of a request once its reply has gone out: %s', async (by, told) => {
  const proxy = await proxyOf(says('Hi.', 5), told, { limits: { conversations: 5 } });
  expect((await post(proxy, hello)).headers.get('x-sente-by')).toBe(by);
  const before = await after(200, proxy);
  const grown = (await after(400, proxy)) - before;
  expect(grown / 400).toBeLessThan(8_000); // a request that is held on to takes some 25,000
});
