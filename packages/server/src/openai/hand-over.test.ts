import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLayer } from '@sente/language';
import { scriptedModel } from '@sente/language/testing';
import { afterEach, expect, it } from 'vitest';
import type { FakeLayerOptions } from '../testing/fake-layer.ts';
import { hello, post, proxyOf, type TestProxy } from '../testing/proxy-of.ts';
import { says } from '../testing/scripted-upstream.ts';
import type { WebhookMessage } from './webhook.ts';

const abstaining: FakeLayerOptions = { plan: { do: 'say', text: 'I do not know.' }, abstains: 'nothing is sure' };
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function hook(): Promise<{ url: string; got: WebhookMessage[] }> {
  const got: WebhookMessage[] = [];
  const server = createServer(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    got.push(JSON.parse(Buffer.concat(pieces).toString()));
    reply.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got };
}

const as = (key: string, id = 'mine'): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'x-sente-conversation': id,
});

/** What a listener who comes now hears of the past. */
async function heard(proxy: TestProxy, id: string, key: string): Promise<string> {
  const leaving = new AbortController();
  const response = await fetch(`${proxy.url}/v1/sente/conversations/${id}/initiative`, {
    headers: as(key),
    signal: leaving.signal,
  });
  let text = '';
  const decoder = new TextDecoder();
  const reader = response.body!.getReader();
  while (!text.includes(': still here')) text += decoder.decode((await reader.read()).value);
  leaving.abort();
  return text;
}

it('reaches the webhook and the stream when the assistant abstains, and says whose conversation it is', async () => {
  const { url, got } = await hook();
  const limits = { heartbeat: 20 };
  const proxy = await proxyOf(says('Hi.'), abstaining, { webhook: url, keys: ['key-a', 'key-b'], limits });
  for (const key of ['key-a', 'key-b']) await (await post(proxy, hello, as(key))).text();
  await expect.poll(() => got.length).toBe(2);
  expect(got[0]).toEqual({
    type: 'handover',
    id: expect.any(String),
    conversation: 'mine',
    act: 'abstain',
    why: 'nothing is sure',
    at: expect.any(String),
    tenant: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect(got[1]).toMatchObject({ conversation: 'mine', type: 'handover' });
  expect(got[1].tenant).not.toBe(got[0].tenant);
  expect(JSON.stringify(got)).not.toMatch(/key-|hello/);
  const text = await heard(proxy, 'mine', 'key-a');
  expect(text).toContain(`id: ${got[0].id}\nevent: handover\ndata: {"type":"handover"`);
  expect(text.match(/event:/g)).toHaveLength(1);
  expect(text).not.toContain('tenant');
});

it('tells the name that an unnamed conversation was given', async () => {
  const { url, got } = await hook();
  const proxy = await proxyOf(says('Hi.'), abstaining, { webhook: url });
  const response = await post(proxy, { ...hello, stream: true });
  await response.text();
  await expect.poll(() => got.length).toBe(1);
  expect(got[0].conversation).toBe(response.headers.get('x-sente-conversation'));
  expect(got[0].tenant).toBe('open');
});

it('does not happen when something else went out', async () => {
  const { url, got } = await hook();
  const late = await proxyOf(
    says('Hi.'),
    { ...abstaining, delay: 150 },
    { webhook: url, initiative: { deadline: 10 } },
  );
  expect(await (await post(late, hello)).text()).toContain('Hi.');
  await expect.poll(() => late.layer.settled, { timeout: 3000 }).toHaveLength(1);
  const observing = await proxyOf(says('Hi.'), abstaining, { webhook: url, initiative: { mode: 'observe' } });
  await (await post(observing, hello)).text();
  await expect.poll(() => observing.layer.settled).toEqual([{ reply: 'Hi.', wasPlanned: false }]);
  const asking = await proxyOf(says('Hi.'), { plan: { do: 'say', text: 'What for?' } }, { webhook: url });
  await (await post(asking, hello)).text();
  await expect.poll(() => asking.layer.settled).toHaveLength(1);
  const last = await proxyOf(says('Hi.'), abstaining, { webhook: url });
  await (await post(last, hello, as('last', 'last'))).text();
  await expect.poll(() => got.map(({ conversation }) => conversation)).toEqual(['last']);
});

it('keeps private what is private', async () => {
  const { url, got } = await hook();
  const commitments = [{ id: 'word', about: 'the word', value: 'otter' }];
  const told = { ...abstaining, abstains: 'better than “it is an otter”' };
  const proxy = await proxyOf(says('Hi.'), told, { webhook: url, initiative: { commitments } });
  await (await post(proxy, hello)).text();
  await expect.poll(() => got.length).toBe(1);
  expect(got[0]).toMatchObject({ act: 'abstain', why: '(private)' });
});

it('comes of the layer itself where a calibrated chance is below the threshold', async () => {
  const { url, got } = await hook();
  const planner = scriptedModel({
    read: { kind: 'new', hard: true, users: [{ wants: 'the share price', share: 100 }] },
    weigh: { answers: [{ gist: 'it will be 100', fits: [9], sure: 90, tokens: 20 }] },
  });
  const acts: unknown[] = [];
  for (const divisor of [3, 1]) {
    const proxy = await proxyOf(
      says('Nobody knows.'),
      {},
      {
        makeLayer: createLayer,
        initiative: { planner, calibrate: (stated) => stated / divisor, abstainBelow: 0.5 },
        webhook: url,
      },
    );
    const response = await post(proxy, hello, as('a', `by-${divisor}`));
    await response.text();
    acts.push(response.headers.get('x-sente-act'));
  }
  expect(acts).toEqual(['abstain', 'answer']);
  await expect.poll(() => got.map(({ conversation }) => conversation)).toEqual(['by-3']);
  expect(got[0]).toMatchObject({ act: 'abstain', why: expect.stringMatching(/\w/) });
});

it('is no fault of the reply’s when it cannot be delivered', async () => {
  const { url } = await hook();
  closing.splice(0).forEach((close) => {
    close();
  });
  const proxy = await proxyOf(says('Hi.'), abstaining, { webhook: url });
  const response = await post(proxy, hello);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('I do not know.')]);
});
