import type { Catalog, ConciergeOptions, LearnedValues } from '@sente/catalog';
import { describe, expect, it } from 'vitest';
import { ask, lampServer } from '../testing/ask.ts';
import { fakeMaker, LAMP_EVIDENCE } from '../testing/fake-world.ts';

const chat = (server: ReturnType<typeof lampServer>, json: unknown) => ask(server, 'POST', '/api/chat', { json });

describe('POST /api/chat', () => {
  it('opens, answers, and repeats the present turn', async () => {
    const server = lampServer();
    const opened = await chat(server, {});
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ text: 'Which colour?', act: 'ask', ended: false });
    const { conversation } = opened.body;
    expect(conversation).toMatch(/^[\w-]{20}$/);
    expect((await chat(server, { conversation, message: 'red' })).body).toMatchObject({ conversation, text: '1: red' });
    expect((await chat(server, { conversation })).body.text).toBe('1: red');
    expect((await chat(server, { conversation, message: 'blue' })).body.text).toBe('2: blue');
  });

  it('opens and answers at once when a message comes first', async () => {
    expect((await chat(lampServer(), { message: 'red' })).body).toMatchObject({
      opening: 'Which colour?',
      text: '1: red',
    });
  });

  it('hands horizon and seed to the concierge, and draws another seed for each conversation', async () => {
    const maker = fakeMaker();
    const server = lampServer({ maker, horizon: 3 });
    await chat(server, { horizon: 0, seed: 'fixed' });
    await chat(server, {});
    await chat(server, {});
    expect(maker.created[0]).toMatchObject({ horizon: 0, seed: 'fixed' });
    expect(maker.created[1].horizon).toBe(3);
    expect(maker.created[1].seed).not.toBe(maker.created[2].seed);
  });

  it('says 404 with advice for a conversation it does not know', async () => {
    const answer = await chat(lampServer(), { conversation: 'gone', message: 'red' });
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatchObject({ code: 'unknown-conversation', advice: expect.stringContaining('Open') });
  });

  it.each([
    [{ message: 5 }, 'message'],
    [{ horizon: 5 }, 'horizon'],
    [{ horizon: 1.5 }, 'horizon'],
    [{ message: 'x'.repeat(2001) }, 'message'],
    [{ mesage: 'hi' }, 'mesage'],
    [[], 'expected object'],
  ])('refuses %j and says what is wrong', async (json, word) => {
    const answer = await chat(lampServer(), json);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('bad-request');
    expect(answer.body.error.message).toContain(word);
  });

  it('names the place in a body that is not JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const broken = await ask(lampServer(), 'POST', '/api/chat', { headers, body: '{\n  "message": red\n}' });
    expect(broken.status).toBe(400);
    expect(broken.body.error).toMatchObject({ code: 'bad-json', line: 2, column: 14 });
    const short = await ask(lampServer(), 'POST', '/api/chat', { headers, body: '{"message": "r' });
    expect(short.body.error).toMatchObject({ code: 'bad-json', line: 1, column: 15 });
    const bytes = await ask(lampServer(), 'POST', '/api/chat', { headers, body: new Uint8Array([0x7b, 0xff, 0x7d]) });
    expect(bytes.body.error).toMatchObject({ code: 'bad-json', message: expect.stringContaining('UTF-8') });
  });

  it('refuses other content types and bodies over 16 KB', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask(lampServer(), 'POST', '/api/chat', { headers: form, body: 'a=b' })).status).toBe(415);
    expect((await ask(lampServer(), 'POST', '/api/chat', { body: '{}' })).status).toBe(415);
    const gzip = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await ask(lampServer(), 'POST', '/api/chat', { headers: gzip, body: '{}' })).status).toBe(415);
    const large = await chat(lampServer(), { message: 'x'.repeat(17_000) });
    expect(large.status).toBe(413);
    expect(large.body.error.message).toContain('16 KB');
  });

  it('keeps the conversation when the concierge falls over, and says nothing of its insides', async () => {
    const faults: unknown[] = [];
    const server = lampServer({ onFault: (error) => faults.push(error) });
    const { conversation } = (await chat(server, { message: 'red' })).body;
    const fallen = await chat(server, { conversation, message: 'crash' });
    expect(fallen.status).toBe(500);
    expect(JSON.stringify(fallen.body)).not.toContain('fell over');
    expect(faults).toHaveLength(1);
    expect((await chat(server, { conversation, message: 'blue' })).body.text).toBe('2: blue');
  });
});

describe('how many conversations are remembered', () => {
  it('forgets the one that was used least recently', async () => {
    const server = lampServer({ limits: { conversations: 2 } });
    const first = (await chat(server, {})).body.conversation;
    const second = (await chat(server, {})).body.conversation;
    await chat(server, { conversation: first });
    await chat(server, {});
    expect(server.conversations()).toBe(2);
    expect((await chat(server, { conversation: first })).status).toBe(200);
    expect((await chat(server, { conversation: second })).status).toBe(404);
  });

  it('forgets one that was idle for too long', async () => {
    let now = 0;
    const server = lampServer({ limits: { idle: 1000 }, now: () => now });
    const { conversation } = (await chat(server, {})).body;
    now = 900;
    expect((await chat(server, { conversation })).status).toBe(200);
    now = 1950;
    expect((await chat(server, { conversation })).status).toBe(404);
  });
});

describe('POST /api/chat/redecide', () => {
  it('shows another horizon and changes nothing', async () => {
    const server = lampServer();
    const { conversation } = (await chat(server, { message: 'red' })).body;
    const other = await ask(server, 'POST', '/api/chat/redecide', { json: { conversation, horizon: 4 } });
    expect(other.body).toMatchObject({ conversation, text: 'at horizon 4', decision: { horizon: 4 } });
    expect((await chat(server, { conversation })).body.text).toBe('1: red');
    expect((await ask(server, 'POST', '/api/chat/redecide', { json: { conversation } })).status).toBe(400);
  });
});

describe('POST /api/chat/evidence', () => {
  const explain = (server: ReturnType<typeof lampServer>, json: unknown) =>
    ask(server, 'POST', '/api/chat/evidence', { json });

  it('tells what moved a learned decision, and nothing where planning decides', async () => {
    const maker = fakeMaker();
    const learned: LearnedValues = { listSize: 3, score: () => ({ list: 0, questions: [], offers: [] }) };
    const wise = {
      ...maker,
      create: (catalog: Catalog, options: ConciergeOptions) => maker.create(catalog, { ...options, learned }),
    };
    for (const [one, evidence] of [
      [wise, LAMP_EVIDENCE],
      [maker, null],
    ] as const) {
      const server = lampServer({ maker: one });
      const { conversation } = (await chat(server, { message: 'red' })).body;
      const answer = await explain(server, { conversation });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ conversation, evidence });
      expect((await chat(server, { conversation })).body.text).toBe('1: red');
    }
  });

  it('refuses conversations that it does not know, and requests for anything else', async () => {
    const server = lampServer();
    expect((await explain(server, { conversation: 'gone' })).body.error.code).toBe('unknown-conversation');
    expect((await explain(server, {})).status).toBe(400);
    const { conversation } = (await chat(server, {})).body;
    expect((await explain(server, { conversation, horizon: 2 })).body.error.message).toContain('horizon');
  });
});

describe('POST /api/compare', () => {
  const compare = (server: ReturnType<typeof lampServer>, json: unknown) =>
    ask(server, 'POST', '/api/compare', { json });

  it('opens a passive conversation and one with initiative from one seed, then speaks to both', async () => {
    const maker = fakeMaker();
    const server = lampServer({ maker });
    const { body } = await compare(server, { horizon: 3 });
    expect(body.passive.decision.horizon).toBe(0);
    expect(body.initiative.decision.horizon).toBe(3);
    expect(maker.created[0].seed).toBe(maker.created[1].seed);
    const ids = { passive: body.passive.conversation, initiative: body.initiative.conversation };
    const next = (await compare(server, { ...ids, message: 'red' })).body;
    expect([next.passive.text, next.initiative.text]).toEqual(['1: red', '1: red']);
  });

  it('does not speak to a side that has ended', async () => {
    const server = lampServer();
    const { passive, initiative } = (await compare(server, {})).body;
    await chat(server, { conversation: passive.conversation, message: 'bye' });
    const ids = { passive: passive.conversation, initiative: initiative.conversation };
    const { body } = await compare(server, { ...ids, message: 'red' });
    expect(body.passive).toMatchObject({ text: '1: bye', ended: true });
    expect(body.initiative.text).toBe('1: red');
  });

  it('wants both ids or neither, and speaks to none when one is unknown', async () => {
    const server = lampServer();
    const { passive } = (await compare(server, {})).body;
    expect((await compare(server, { passive: passive.conversation })).status).toBe(400);
    const half = { passive: passive.conversation, initiative: 'gone', message: 'red' };
    expect((await compare(server, half)).status).toBe(404);
    expect((await chat(server, { conversation: passive.conversation })).body.text).toBe('Which colour?');
  });
});
