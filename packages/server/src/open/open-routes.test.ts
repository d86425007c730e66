import { setTimeout as sleep } from 'node:timers/promises';
import { scriptedModel } from '@sente/language/testing';
import { describe, expect, it, vi } from 'vitest';
import { startServer } from '../listen.ts';
import { ask, lampServer } from '../testing/ask.ts';
import { lampCatalog } from '../testing/fake-world.ts';
import { LETTER, OTTER, openConversation, openServer, SECRET } from '../testing/open-world.ts';

const say = (server: Parameters<typeof ask>[0], at: string, message: string) =>
  ask(server, 'POST', `${at}/say`, { json: { message } });

describe('the model setting', () => {
  it('is empty at first, takes a model, and never gives its key out', async () => {
    const server = lampServer();
    expect((await ask(server, 'GET', '/api/open/model')).body).toEqual({ model: null });
    const id = 'http://127.0.0.1:1/v1#tiny';
    const set = await ask(server, 'POST', '/api/open/model', { json: { id, key: 'sk-very-secret-1' } });
    expect(set.body.model).toMatchObject({ id, planner: null, hasKey: true });
    expect(JSON.stringify(await ask(server, 'GET', '/api/open/model'))).not.toContain('sk-very-secret-1');
    expect((await ask(server, 'DELETE', '/api/open/model')).body).toEqual({ model: null });
  });

  it('does not give out what stands in the query of an address either', async () => {
    const id = 'http://127.0.0.1:1/v1?api-key=sk-very-secret-2#tiny';
    const server = lampServer({ open: { model: { id } } });
    const shown = (await ask(server, 'GET', '/api/open/model')).body;
    expect(shown.model.id).toBe('http://127.0.0.1:1/v1?…#tiny');
    const tried = (await ask(server, 'POST', '/api/open/model/test')).body;
    expect(tried.error.code).toBe('model-failed');
    expect(JSON.stringify([shown, tried])).not.toContain('sk-very-secret-2');
  });

  it('refuses what names no model, and says what would', async () => {
    const { status, body } = await ask(lampServer(), 'POST', '/api/open/model', { json: { id: 'llama3' } });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: 'bad-model', message: expect.stringContaining('ollama:llama3') });
  });

  it('gives the key to a planner at the same server only', async () => {
    const { server, opened } = openServer();
    const set = (planner: string) =>
      ask(server, 'POST', '/api/open/model', { json: { id: 'https://one.example/v1#a', planner, key: 'k1' } });
    await set('https://one.example/v1#b');
    await set('https://two.example/v1#b');
    expect(opened.slice(1)).toEqual([
      { id: 'https://one.example/v1#a', key: 'k1' },
      { id: 'https://one.example/v1#b', key: 'k1' },
      { id: 'https://one.example/v1#a', key: 'k1' },
      { id: 'https://two.example/v1#b', key: undefined },
    ]);
  });

  it('tries the model with one tiny call', async () => {
    const { server, model } = openServer();
    const { body } = await ask(server, 'POST', '/api/open/model/test');
    expect(body.tests).toEqual([{ id: 'ollama:scripted', milliseconds: expect.any(Number), text: expect.any(String) }]);
    expect(model.calls).toHaveLength(1);
  });

  it('says what to do when nobody answers', async () => {
    const server = lampServer({ open: { model: { id: 'http://127.0.0.1:1/v1#tiny', key: 'sk-very-secret-1' } } });
    const { status, body } = await ask(server, 'POST', '/api/open/model/test');
    expect(status).toBe(502);
    expect(body.error).toMatchObject({ code: 'model-failed', advice: expect.stringContaining('address') });
    expect(JSON.stringify(body)).not.toContain('sk-very-secret-1');
  });

  it('is there for the studio alone', async () => {
    expect((await ask(lampServer({ studio: false }), 'GET', '/api/open/model')).status).toBe(404);
    const guarded = lampServer({ key: 'owner', chatKey: 'shop' });
    const headers = { authorization: 'Bearer shop' };
    expect((await ask(guarded, 'GET', '/api/open/model', { headers })).status).toBe(401);
  });
});

describe('a turn of both sides', () => {
  it('answers at once on one side and asks on the other, with what each took', async () => {
    const { server, model } = openServer(LETTER, {
      model: { id: 'ollama:scripted', prices: { input: 1000, output: 1000 } },
    });
    const at = await openConversation(server);
    const { status, body } = await say(server, at, 'Write me a letter');
    expect(status).toBe(200);
    expect(body.passive).toMatchObject({ act: 'answer', by: 'bare', choices: [] });
    expect(body.passive.text).toMatch(/^Reply \d of the model\.$/);
    expect(body.passive.cost).toMatchObject({ reply: { calls: 1, unused: 0 }, decision: { calls: 0 } });
    expect(body.passive.milliseconds.decision).toBeNull();
    expect(body.initiative).toMatchObject({
      text: 'Who is it for?',
      act: 'ask',
      by: 'said',
      plan: 'say',
      choices: ['a friend', 'the bank'],
      cost: { decision: { calls: 2 }, reply: { calls: 1, unused: 1 } },
    });
    expect(body.initiative.cost.decision.money).toBeGreaterThan(0);
    expect(body.initiative.milliseconds.decision).toBeGreaterThanOrEqual(0);
    const { decision } = body.initiative;
    expect(decision.candidates[0]).toMatchObject({ id: decision.chosen, kind: 'ask', label: 'ask: Who is it for?' });
    expect(decision.why).not.toBe('');
    expect(body.state.mind.ledger).toMatchObject([{ what: 'A letter.', words: 'Write me a letter', status: 'stands' }]);
    expect(body.state.mind.intents.map((intent: { weight: number }) => intent.weight)).toEqual([0.6, 0.4]);
    expect(body.state.mind.taken).toMatchObject([{ kind: 'ask', turn: 0 }]);
    expect(model.calls.map(({ label }) => label).sort()).toEqual(['bare', 'bare', 'read', 'weigh']);
  });

  it('keeps a transcript for each side', async () => {
    const { server, model } = openServer();
    const at = await openConversation(server, { settings: { system: 'Be brief.' } });
    await say(server, at, 'Write me a letter');
    const { body } = await say(server, at, 'the bank');
    expect(body.initiative.act).toBe('answer');
    const asked = model.calls.filter(({ label }) => label === 'bare').map(({ prompt }) => prompt);
    expect(asked.some((prompt) => prompt.includes('Who is it for?') && prompt.startsWith('Be brief.'))).toBe(true);
    expect(asked.some((prompt) => prompt.includes('the bank') && !prompt.includes('Who is it for?'))).toBe(true);
    expect((await ask(server, 'GET', at)).body).toEqual(body.state);
  });

  it('does not show what is private, only how much of it there is', async () => {
    const { server } = openServer(SECRET);
    const at = await openConversation(server);
    const { body } = await say(server, at, 'Think of an animal');
    expect(body.state.mind.commitments).toEqual({ count: 1, released: 0 });
    expect(JSON.stringify(body).toLowerCase()).not.toContain(OTTER);
    expect(body.state.mind.intents[0].wants).toBe('(private)');
  });

  it('observes when told to: the bare answer goes out, and the decision is shown', async () => {
    const { server } = openServer();
    const at = await openConversation(server, { settings: { mode: 'observe' } });
    const { body } = await say(server, at, 'Write me a letter');
    expect(body.initiative).toMatchObject({ by: 'bare', act: 'answer', plan: 'say', aside: { reason: 'observe' } });
    expect(body.initiative.decision.candidates[0].kind).toBe('ask');
  });

  it('gives the bare answer when the layer fails, and says why', async () => {
    const { server } = openServer({ ...LETTER, read: new Error('no reader today') });
    const { body } = await say(server, await openConversation(server), 'Write me a letter');
    expect(body.initiative).toMatchObject({ by: 'bare', aside: { reason: 'fault' } });
    expect(body.initiative.aside.detail).toContain('no reader today');
  });

  it('refuses when the model fails on both sides, and nothing has changed', async () => {
    const { server } = openServer({ ...LETTER, bare: new Error('down'), read: new Error('down') });
    const at = await openConversation(server);
    const before = (await ask(server, 'GET', at)).body;
    const { status, body } = await say(server, at, 'Hello');
    expect(status).toBe(502);
    expect(body.error).toMatchObject({ code: 'model-failed', message: expect.stringContaining('ollama:scripted') });
    expect((await ask(server, 'GET', at)).body).toEqual(before);
  });

  it('shows the failure of one side, and goes on with the other', async () => {
    const { server } = openServer({ ...LETTER, bare: new Error('down') });
    const { status, body } = await say(server, await openConversation(server), 'Write me a letter');
    expect(status).toBe(200);
    expect(body.passive.failure.message).toContain('down');
    expect(body.initiative).toMatchObject({ text: 'Who is it for?', by: 'said' });
  });

  it('takes one turn at a time, and calls the model off when the client leaves', async () => {
    const { server, model } = openServer({ default: { delayMs: 60_000 } });
    const at = await openConversation(server);
    const left = new AbortController();
    const request = new Request(`http://127.0.0.1:4747${at}/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Hello' }),
      signal: left.signal,
    });
    const going = server.fetch(request);
    await vi.waitFor(() => expect(model.calls.length).toBeGreaterThan(1));
    expect((await say(server, at, 'Hello again')).body.error.code).toBe('busy');
    expect((await ask(server, 'PATCH', at, { json: { settings: { horizon: 0 } } })).status).toBe(409);
    left.abort();
    expect((await going).status).toBe(499);
    expect(model.calls.every(({ options }) => options.abortSignal?.aborted)).toBe(true);
    expect((await ask(server, 'GET', at)).body.mind.turn).toBe(0);
  });

  it('refuses without a model, without a conversation, and without words', async () => {
    const none = lampServer();
    expect((await ask(none, 'POST', '/api/open/conversations', { json: {} })).body.error.code).toBe('no-model');
    const { server } = openServer();
    expect((await say(server, '/api/open/conversations/none', 'Hello')).body.error.code).toBe('unknown-conversation');
    expect((await say(server, await openConversation(server), '  ')).status).toBe(400);
  });
});

describe('over a socket', () => {
  it('calls the model off when the client hangs up, whichever way the turn goes, and reports no fault', async () => {
    for (const way of ['say', 'stream']) {
      const model = scriptedModel({ default: { delayMs: 60_000 } });
      const faults: unknown[] = [];
      const running = await startServer({
        catalog: lampCatalog(),
        port: 0,
        onFault: (error) => faults.push(error),
        open: { model: { id: 'ollama:scripted' }, openModel: () => model },
      });
      const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const send = (path: string, json: object, signal?: AbortSignal) =>
        fetch(`${running.url}/api/open/conversations${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(json),
          signal,
        });
      const { conversation } = (await (await send('', {})).json()) as { conversation: string };
      const left = new AbortController();
      const going = send(`/${conversation}/${way}`, { message: 'Hello' }, left.signal).then((answer) => answer.text());
      await vi.waitFor(() => expect(model.calls.length).toBeGreaterThan(1));
      left.abort();
      await expect(going).rejects.toThrow();
      await vi.waitFor(() => expect(model.calls.every(({ options }) => options.abortSignal?.aborted)).toBe(true));
      // The next turn is not refused as coming too early.
      await vi.waitFor(async () => {
        const again = new AbortController();
        const next = send(`/${conversation}/say`, { message: 'Hello' }, again.signal);
        const soon = await Promise.race([next.then(({ status }) => status), sleep(100)]);
        again.abort();
        await next.catch(() => {});
        expect(soon).toBeUndefined();
      });
      await running.close();
      expect([faults, stderr.mock.calls]).toEqual([[], []]);
      stderr.mockRestore();
    }
  });
});

describe('changes on the way', () => {
  it('looks less far ahead from the next turn on', async () => {
    const { server } = openServer();
    const at = await openConversation(server);
    expect((await ask(server, 'PATCH', at, { json: { settings: { horizon: 0 } } })).body.settings.horizon).toBe(0);
    const { body } = await say(server, at, 'Write me a letter');
    expect(body.initiative).toMatchObject({ act: 'answer', decision: { horizon: 0, policy: 'passive' } });
  });

  it('holds initiative back, and shows what and why', async () => {
    const { server } = openServer();
    const at = await openConversation(server, { settings: { restraint: { off: true } } });
    const { body } = await say(server, at, 'Write me a letter');
    expect(body.initiative.act).toBe('answer');
    const asking = body.initiative.decision.candidates.find(({ kind }: { kind: string }) => kind === 'ask');
    expect(asking.suppressed).toBe('initiative is switched off');
  });

  it('edits the ledger, and refuses an entry that is not there', async () => {
    const { server } = openServer();
    const at = await openConversation(server);
    await say(server, at, 'Write me a letter');
    const { body } = await ask(server, 'PATCH', at, {
      json: {
        ledger: [
          { do: 'change', id: 'w1', what: 'A short letter.' },
          { do: 'add', kind: 'fact', what: 'It is urgent.' },
        ],
      },
    });
    expect(body.mind.ledger.map(({ what, status }: { what: string; status: string }) => [what, status])).toEqual([
      ['A letter.', 'changed'],
      ['A short letter.', 'stands'],
      ['It is urgent.', 'stands'],
    ]);
    const wrong = await ask(server, 'PATCH', at, { json: { ledger: [{ do: 'withdraw', id: 'w9' }] } });
    expect(wrong.body.error).toMatchObject({ code: 'bad-request', message: expect.stringContaining('w9') });
  });

  it('adds goals and drops them', async () => {
    const { server } = openServer();
    const at = await openConversation(server, { goals: [{ id: 'size', goal: 'find out the team size', worth: 0.3 }] });
    const { body } = await ask(server, 'PATCH', at, {
      json: { agenda: { set: [{ id: 'trial', goal: 'mention the trial', worth: 0.2, deadline: 6 }], drop: ['size'] } },
    });
    expect(body.mind.agenda).toEqual([
      {
        id: 'trial',
        goal: 'mention the trial',
        worth: 0.2,
        deadline: 6,
        progress: 0,
        accepted: 0,
        refusals: 0,
        resting: 0,
      },
    ]);
  });
});

describe('a turn as it goes', () => {
  it('comes as words, replies and the turn', async () => {
    const { server } = openServer();
    const at = await openConversation(server);
    const { body, headers } = await ask(server, 'POST', `${at}/stream`, { json: { message: 'Write me a letter' } });
    expect(headers.get('content-type')).toContain('text/event-stream');
    const events = String(body)
      .split('\n\n')
      .filter((block) => block.startsWith('event: '))
      .map((block) => [block.match(/^event: (\w+)/)![1], JSON.parse(block.match(/^data: (.*)$/m)![1])]);
    const words = events.flatMap(([name, data]) => (name === 'words' && data.side === 'initiative' ? data.words : []));
    expect(words.join('')).toBe('Who is it for?');
    expect(
      events
        .filter(([name]) => name === 'reply')
        .map(([, data]) => data.side)
        .sort(),
    ).toEqual(['initiative', 'passive']);
    expect(events.at(-1)).toMatchObject(['turn', { initiative: { act: 'ask' }, state: { mind: { turn: 1 } } }]);
  });

  it('ends with the refusal when both sides fail', async () => {
    const { server } = openServer({ default: new Error('down') });
    const at = await openConversation(server);
    const { body } = await ask(server, 'POST', `${at}/stream`, { json: { message: 'Hello' } });
    expect(body).toContain('event: refusal');
    expect(body).toContain('model-failed');
  });
});
