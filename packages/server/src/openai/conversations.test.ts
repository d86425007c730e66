import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type decideEvent, HostCommitmentsError, type Layer } from '@sente/language';
import { describe, expect, it, vi } from 'vitest';
import { createServer as appOf } from '../app.ts';
import { fakeLayer } from '../testing/fake-layer.ts';
import { hello, post, proxyOf, type TestProxy } from '../testing/proxy-of.ts';
import { says } from '../testing/scripted-upstream.ts';

const as = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
});

/** The conversation that `hello` begins, one turn later. */
const goingOn = [...hello.messages, { role: 'assistant', content: 'Hi.' }, { role: 'user', content: 'more' }];

async function at(
  proxy: TestProxy,
  id: string,
  init: RequestInit = {},
  key = 'a',
  path = '',
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${proxy.url}/v1/sente/conversations/${id}${path}`, { headers: as(key), ...init });
  return { status: response.status, body: await response.json() };
}

/** Says about every event what the event says, unless it says nothing new. */
const parrot: typeof decideEvent = async ({ event, session }) => ({
  ...(event.text === 'nothing'
    ? {}
    : { speak: { text: `Heard: ${event.text}`, act: 'offer', id: 'o1', evidence: event.text } }),
  decision: {
    policy: 'planned',
    horizon: 1,
    chosen: { kind: 'wait', id: 'wait', text: '' },
    candidates: [],
    why: 'told to',
    cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
  },
  session: { ...session, turn: session.turn + 1 },
  suppressed: [],
  cost: { calls: 0, inputTokens: 0, outputTokens: 0, money: 0, milliseconds: 0 },
});

const event = (text: string): RequestInit => ({
  method: 'POST',
  body: JSON.stringify({ type: 'test', text, model: 'm' }),
});

describe('conversations', () => {
  it('are recognised by what was said, and by name', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const first = await post(proxy, hello, as('a'));
    const id = first.headers.get('x-sente-conversation')!;
    await first.text();
    const messages = [...hello.messages, { role: 'assistant', content: 'Hi.' }, { role: 'user', content: 'more' }];
    const second = await post(proxy, { ...hello, messages }, as('a'));
    await second.text();
    expect(second.headers.get('x-sente-conversation')).toBe(id);
    expect(proxy.layer.requests[1].session.turn).toBe(1);
    // The name that was told works too, with a transcript that the client has shortened.
    const short = [
      { role: 'assistant', content: '(earlier)' },
      { role: 'user', content: 'and?' },
    ];
    await (await post(proxy, { ...hello, messages: short }, { ...as('a'), 'x-sente-conversation': id })).text();
    expect(proxy.layer.requests[2].session.turn).toBe(2);
    expect((await at(proxy, id)).body).toMatchObject({ conversation: id, turn: 3, model: 'm' });
  });

  it.each<Record<string, string>>([{}, { 'x-sente-conversation': 'mine' }])(
    'go on under their name before a late decision lands: %j',
    async (named) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const slow = fakeLayer({
        change: (session) => ({
          ...session,
          goals: [...session.goals, { id: 'g', goal: 'find out more', worth: 0.1 }],
        }),
      });
      const layer: Layer = {
        ...slow,
        async decide(request) {
          if (request.session.turn === 0) await promise;
          return slow.decide(request);
        },
      };
      const proxy = await proxyOf(says('Hi.'), {}, { makeLayer: () => layer, initiative: { deadline: 30 } });
      const headers = { ...as('a'), ...named };
      const first = await post(proxy, hello, headers);
      expect(first.headers.get('x-sente-by')).toBe('bare');
      await first.text();
      const id = first.headers.get('x-sente-conversation')!;
      expect((await at(proxy, id)).body).toMatchObject({ turn: 1, agenda: [] });
      const second = await post(proxy, { ...hello, messages: goingOn }, headers);
      await second.text();
      expect(second.headers.get('x-sente-conversation')).toBe(id);
      expect(slow.requests[0].session.turn).toBe(1);
      resolve();
      await vi.waitFor(() => expect(slow.settled).toHaveLength(3));
      expect((await at(proxy, id)).body.turn).toBe(2);
    },
  );

  it('take in a late decision while nobody has gone on, and not over an edit', async () => {
    const proxy = await proxyOf(
      says('Hi.'),
      { delay: 150, change: (session) => ({ ...session, turn: session.turn + 10 }) },
      { initiative: { deadline: 5 } },
    );
    for (const name of ['left', 'edited']) {
      await (await post(proxy, hello, { ...as('a'), 'x-sente-conversation': name })).text();
      expect((await at(proxy, name)).body.turn).toBe(1);
    }
    const ledger = [{ do: 'add', kind: 'fact', what: 'They pay in euros.' }];
    await at(proxy, 'edited', { method: 'PATCH', body: JSON.stringify({ ledger }) });
    await vi.waitFor(async () => expect((await at(proxy, 'left')).body.turn).toBe(11));
    await vi.waitFor(() => expect(proxy.layer.settled).toHaveLength(4));
    expect((await at(proxy, 'edited')).body).toMatchObject({ turn: 1, ledger: { entries: [{ kind: 'fact' }] } });
    const headers = { ...as('a'), 'x-sente-conversation': 'edited' };
    await (await post(proxy, { ...hello, messages: goingOn }, headers)).text();
    await vi.waitFor(() => expect(proxy.layer.requests[2].session.ledger.entries).toHaveLength(1));
  });

  it('start anew under their name when nothing was said', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const headers = { ...as('a'), 'x-sente-conversation': 'mine' };
    for (let i = 0; i < 2; i++) await (await post(proxy, hello, headers)).text();
    expect(proxy.layer.requests.map(({ session }) => session.turn)).toEqual([0, 0]);
  });

  it('of one key are invisible to another', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { keys: ['a', 'b'] });
    const headers = { ...as('a'), 'x-sente-conversation': 'mine' };
    await (await post(proxy, hello, headers)).text();
    const messages = [...hello.messages, { role: 'assistant', content: 'Hi.' }, { role: 'user', content: 'more' }];
    await (await post(proxy, { ...hello, messages }, { ...headers, ...as('b') })).text();
    expect(proxy.layer.requests[1].session.turn).toBe(0);
    expect((await at(proxy, 'mine', {}, 'a')).body.turn).toBe(1);
    expect((await at(proxy, 'mine', {}, 'b')).body.turn).toBe(1); // its own, of the same name
    await (await post(proxy, hello, { ...as('a'), 'x-sente-conversation': 'other' })).text();
    expect((await at(proxy, 'other', {}, 'b')).status).toBe(404);
  });

  it('of end users with names of their own are told apart', async () => {
    const proxy = await proxyOf(says('Hi.'));
    await (await post(proxy, { ...hello, user: 'ann' }, as('a'))).text();
    const messages = [...hello.messages, { role: 'assistant', content: 'Hi.' }, { role: 'user', content: 'more' }];
    await (await post(proxy, { ...hello, messages, user: 'bob' }, as('a'))).text();
    await (await post(proxy, { ...hello, messages, user: 'ann' }, as('a'))).text();
    expect(proxy.layer.requests.map(({ session }) => session.turn)).toEqual([0, 0, 1]);
  });

  it('are bounded in number, and in size', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { limits: { conversations: 3 } });
    for (let i = 0; i < 6; i++) {
      await (await post(proxy, hello, { ...as('a'), 'x-sente-conversation': `c${i}` })).text();
    }
    const found = await Promise.all([0, 1, 2, 3, 4, 5].map(async (i) => (await at(proxy, `c${i}`)).status));
    expect(found).toEqual([404, 404, 404, 200, 200, 200]);
    const small = await proxyOf(says('Hi.'), {}, { limits: { session: 20 } });
    await (await post(small, hello, { ...as('a'), 'x-sente-conversation': 'c' })).text();
    expect((await at(small, 'c')).status).toBe(404);
  });

  it('can be edited, and go on from there', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const headers = { ...as('a'), 'x-sente-conversation': 'mine' };
    await (await post(proxy, hello, headers)).text();
    const goal = { id: 'size', goal: 'find out their team size', worth: 0.2 };
    const edit = {
      ledger: [{ do: 'add', kind: 'fact', what: 'They pay in euros.' }],
      agenda: { set: [goal] },
      restraint: { cap: 1 },
    };
    const edited = await at(proxy, 'mine', { method: 'PATCH', body: JSON.stringify(edit) });
    expect(edited.status).toBe(200);
    expect(edited.body).toMatchObject({
      ledger: { entries: [{ what: 'They pay in euros.', kind: 'fact' }] },
      agenda: [{ ...goal, progress: 0, refusals: 0 }],
      restraint: { cap: 1 },
    });
    const messages = [...hello.messages, { role: 'assistant', content: 'Hi.' }, { role: 'user', content: 'more' }];
    await (await post(proxy, { ...hello, messages }, headers)).text();
    expect(proxy.layer.requests[1].session.ledger.entries).toHaveLength(1);
    expect(proxy.layer.requests[1].session.goals).toEqual([goal]);
    const dropped = { agenda: { drop: ['size'] }, restraint: null };
    expect((await at(proxy, 'mine', { method: 'PATCH', body: JSON.stringify(dropped) })).body).toMatchObject({
      agenda: [],
      restraint: null,
    });
    for (const wrong of [
      { ledger: [{ do: 'settle', id: 'w99' }] },
      { vault: [{ do: 'release', id: 'v9' }] },
      { secrets: [] },
      { restraint: { cap: -1 } },
    ]) {
      expect((await at(proxy, 'mine', { method: 'PATCH', body: JSON.stringify(wrong) })).status).toBe(400);
    }
  });

  it('are not begun with secrets that cannot be kept', () => {
    const commitments = [{ id: 'price', about: 'the lowest price', value: '' }];
    const proxy = { upstream: 'http://127.0.0.1:1/v1', initiative: { commitments } };
    expect(() => appOf({ proxy })).toThrow(HostCommitmentsError);
  });

  it('lose a secret only by the host’s hand', async () => {
    const commitments = [{ id: 'price', about: 'the lowest price', value: '450 euros' }];
    const proxy = await proxyOf(says('Hi.'), {}, { initiative: { commitments } });
    const edit = (vault: unknown) => at(proxy, 'mine', { method: 'PATCH', body: JSON.stringify({ vault }) });
    expect((await edit([])).body.vault).toEqual([
      { id: 'price', about: 'the lowest price', isReleased: false, turn: -1 },
    ]);
    expect((await edit([{ do: 'release', id: 'price' }])).body.vault).toMatchObject([{ isReleased: true }]);
    expect((await edit([{ do: 'remove', id: 'price' }])).body.vault).toEqual([]);
  });

  it('go on without a secret that the host removed', async () => {
    const commitments = [{ id: 'price', about: 'the lowest price', value: '450 euros' }];
    const proxy = await proxyOf(says('Hi.'), {}, { initiative: { commitments } });
    const headers = { ...as('a'), 'x-sente-conversation': 'mine' };
    await (await post(proxy, hello, headers)).text();
    const vault = [{ do: 'remove', id: 'price' }];
    await at(proxy, 'mine', { method: 'PATCH', body: JSON.stringify({ vault }) });
    await (await post(proxy, { ...hello, messages: goingOn }, headers)).text();
    expect(proxy.layer.requests.map(({ session }) => session.vault.commitments.length)).toEqual([1, 0]);
  });

  it('that are recognised by what was said keep their name and their limits when they are edited', async () => {
    const limits: unknown[] = [];
    const plain = await proxyOf(says('Hi.'));
    const proxy = await proxyOf(
      says('Hi.'),
      {},
      {
        makeLayer: (options) => {
          limits.push(options.restraint);
          return plain.layer;
        },
      },
    );
    const first = await post(proxy, hello, as('a'));
    const id = first.headers.get('x-sente-conversation')!;
    await first.text();
    const ledger = [{ do: 'add', kind: 'fact', what: 'They pay in euros.' }];
    await at(proxy, id, { method: 'PATCH', body: JSON.stringify({ ledger, restraint: { off: true } }) });
    const second = await post(proxy, { ...hello, messages: goingOn }, as('a'));
    await second.text();
    expect(second.headers.get('x-sente-conversation')).toBe(id);
    expect(plain.layer.requests[1].session.ledger.entries).toHaveLength(1);
    expect(limits).toEqual([undefined, { off: true }]);
  });

  it('have layers with limits of their own', async () => {
    const limits: unknown[] = [];
    const plain = await proxyOf(says('Hi.'));
    const proxy = await proxyOf(
      says('Hi.'),
      {},
      {
        makeLayer: (options) => {
          limits.push(options.restraint);
          return plain.layer;
        },
      },
    );
    await at(proxy, 'mine', { method: 'PATCH', body: '{"restraint": {"off": true}}' });
    for (let i = 0; i < 2; i++) await (await post(proxy, hello, { ...as('a'), 'x-sente-conversation': 'mine' })).text();
    expect(limits).toEqual([undefined, { off: true }]);
  });
});

/** Reads events until there are so many; gives them and closes. */
async function listen(
  proxy: TestProxy,
  id: string,
  count: number,
  last?: string,
  key = 'a',
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
): Promise<{ id: string; data: any }[]> {
  const leaving = new AbortController();
  const headers = { ...as(key), ...(last !== undefined && { 'last-event-id': last }) };
  const response = await fetch(`${proxy.url}/v1/sente/conversations/${id}/initiative`, {
    headers,
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const events: { id: string; data: unknown }[] = [];
  for await (const bytes of response.body!) {
    text += Buffer.from(bytes).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, name] = /^id: (.*)$/m.exec(text.slice(0, end)) ?? [];
      const [, data] = /^data: (.*)$/m.exec(text.slice(0, end)) ?? [];
      if (data !== undefined) events.push({ id: name, data: JSON.parse(data) });
      text = text.slice(end + 2);
    }
    if (events.length >= count) break;
  }
  leaving.abort();
  return events;
}

describe('what is said unasked', () => {
  it('reaches whoever listens, and whoever comes back', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { decideEvent: parrot, limits: { unasked: 3 } });
    const listening = listen(proxy, 'mine', 2);
    await expect.poll(async () => (await at(proxy, 'mine')).body.listeners).toBe(1);
    const said = await at(proxy, 'mine', event('one'), 'a', '/events');
    expect(said.body).toMatchObject({
      said: { text: 'Heard: one', act: 'offer', conversation: 'mine' },
      why: 'told to',
    });
    expect((await at(proxy, 'mine', event('nothing'), 'a', '/events')).body.said).toBeNull();
    await at(proxy, 'mine', event('two'), 'a', '/events');
    const heard = await listening;
    expect(heard.map(({ data }) => data.text)).toEqual(['Heard: one', 'Heard: two']);
    expect(heard[0].id).toBe(said.body.said.id);
    await expect.poll(async () => (await at(proxy, 'mine')).body.listeners).toBe(0);
    for (const text of ['three', 'four']) await at(proxy, 'mine', event(text), 'a', '/events');
    const missed = await listen(proxy, 'mine', 2, heard[1].id);
    expect(missed.map(({ data }) => data.text)).toEqual(['Heard: three', 'Heard: four']);
    // An id that is no longer kept, or from before a restart: all that is kept.
    expect(await listen(proxy, 'mine', 3, heard[0].id)).toHaveLength(3);
    expect((await at(proxy, 'mine')).body.turn).toBe(5);
  });

  it('is kept from other keys', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { decideEvent: parrot, limits: { heartbeat: 20 } });
    await at(proxy, 'mine', event('one'), 'a', '/events');
    const response = await fetch(`${proxy.url}/v1/sente/conversations/mine/initiative`, { headers: as('b') });
    const reader = response.body!.getReader();
    let text = '';
    while (!text.includes('still here')) text += Buffer.from((await reader.read()).value!).toString();
    await reader.cancel();
    expect(text).not.toContain('Heard');
  });

  it('sends a listener away when the conversation is forgotten, so that it comes back to the new one', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { limits: { conversations: 1, heartbeat: 20 } });
    const response = await fetch(`${proxy.url}/v1/sente/conversations/mine/initiative`, { headers: as('a') });
    const ended = response.text();
    await at(proxy, 'other', { method: 'PATCH', body: '{}' });
    expect(await ended).toContain(': listening');
  });

  it('needs a model, and an event that makes sense', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { decideEvent: parrot });
    const nobody = { method: 'POST', body: '{"type": "test", "text": "x"}' };
    expect((await at(proxy, 'mine', nobody, 'a', '/events')).body.error.message).toContain('name the model');
    expect((await at(proxy, 'mine', { method: 'POST', body: '{"text": 1}' }, 'a', '/events')).status).toBe(400);
    expect((await at(proxy, 'm%20x', event('one'), 'a', '/events')).status).toBe(400);
  });

  it('is posted to the webhook, again when that fails, and never elsewhere', async () => {
    const got: { id: unknown; text: string }[] = [];
    const answers = [500, 200, 302, 200];
    const hook = createServer(async (request, reply) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      got.push({ id: request.headers['x-sente-delivery'], text: JSON.parse(Buffer.concat(pieces).toString()).text });
      reply.writeHead(answers[got.length - 1], { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const { port } = hook.address() as AddressInfo;
    const proxy = await proxyOf(says('Hi.'), {}, { decideEvent: parrot, webhook: `http://127.0.0.1:${port}/said` });
    for (const text of ['one', 'two', 'three']) await at(proxy, 'mine', event(text), 'a', '/events');
    await expect.poll(() => got.length, { timeout: 5000 }).toBe(4);
    expect(got.map(({ text }) => text)).toEqual(['Heard: one', 'Heard: one', 'Heard: two', 'Heard: three']);
    expect(got[0].id).toBe(got[1].id);
    expect(proxy.faults.map(String)).toEqual([expect.stringContaining('it answered 302')]);
    await new Promise((resolve) => hook.close(resolve));
  });
});
