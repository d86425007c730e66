/** The server with the real concierge and the catalogue that ships: no fakes. */
import { builtinCatalog } from '@sente/catalog';
import { describe, expect, it } from 'vitest';
import { createServer } from './app.ts';
import { evidenceReplySchema } from './chat/evidence-schema.ts';
import { chatReplySchema } from './chat/reply-schema.ts';
import { ask } from './testing/ask.ts';

const server = () => createServer({ catalog: builtinCatalog(), source: 'built-in' });
const chat = (at: ReturnType<typeof server>, json: unknown) => ask(at, 'POST', '/api/chat', { json });

describe('the real concierge behind the API', () => {
  it('answers as it is described, turn after turn', async () => {
    const at = server();
    let conversation: string | undefined;
    for (const message of [undefined, 'two days, easy', 'why?', 'under 100', 'undo', 'the first one']) {
      const { status, body } = await chat(at, { conversation, message });
      expect(status).toBe(200);
      expect(chatReplySchema.safeParse(body).error).toBeUndefined();
      expect(body.text.length).toBeGreaterThan(0);
      conversation = body.conversation;
    }
  });

  it('says the same for the same seed and words', async () => {
    const one = await chat(server(), { message: 'two days, easy', seed: 7 });
    const two = await chat(server(), { message: 'two days, easy', seed: 7 });
    expect({ ...one.body, conversation: '' }).toEqual({ ...two.body, conversation: '' });
  });

  it('decides the same turn at every horizon, and goes on unchanged', async () => {
    const at = server();
    const { conversation, text } = (await chat(at, { message: 'easy' })).body;
    for (const horizon of [0, 1, 2, 3, 4]) {
      const { body } = await ask(at, 'POST', '/api/chat/redecide', { json: { conversation, horizon } });
      // As far as its budget reached: no further than asked, and some way ahead when asked to look ahead.
      expect(body.decision.horizon).toBeLessThanOrEqual(horizon);
      expect(body.decision.horizon > 0).toBe(horizon > 0);
    }
    expect((await chat(at, { conversation })).body.text).toBe(text);
  });

  it('notes what nobody could give, once, even when a conversation is put away and played again', async () => {
    const at = createServer({ catalog: builtinCatalog(), limits: {} });
    const { body } = await chat(at, { message: 'easy, 2 days, under 20' });
    expect(body.mind.left).toBe(0);
    await chat(at, { conversation: body.conversation, message: 'why?' });
    const wishes = (await ask(at, 'GET', '/api/wishes')).body;
    expect(wishes.total).toBe(1);
    expect(wishes.combinations[0].wishes).toHaveLength(3);
    expect(wishes.combinations[0].nearest.length).toBeGreaterThan(0);
  });

  it('compares a passive assistant with one that has initiative', async () => {
    const { body } = await ask(server(), 'POST', '/api/compare', { json: { seed: 1 } });
    expect(body.passive.decision).toMatchObject({ horizon: 0 });
    expect(body.initiative.decision).toMatchObject({ horizon: 2 });
    expect(body.passive.text).not.toBe(body.initiative.text);
  });

  it('says what moved a learned decision, as it is described, and the same for the same words', async () => {
    const at = createServer({ catalog: builtinCatalog(), source: 'built-in', policy: { chosen: 'learned' } });
    const explain = async (conversation: string) =>
      (await ask(at, 'POST', '/api/chat/evidence', { json: { conversation } })).body;
    const { conversation } = (await chat(at, { message: 'easy, under 900', seed: 3 })).body;
    const told = await explain(conversation);
    expect(evidenceReplySchema.safeParse(told).error).toBeUndefined();
    const kinds = told.evidence.grounds.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['wish', 'item', 'answer', 'question']));
    const again = (await chat(at, { message: 'easy, under 900', seed: 3 })).body.conversation;
    expect((await explain(again)).evidence).toEqual(told.evidence);
    await chat(at, { conversation, message: 'under 1 euro' });
    expect(await explain(conversation)).toEqual({ conversation, evidence: null });
    const { passive } = (await ask(at, 'POST', '/api/compare', { json: {} })).body;
    expect((await explain(passive.conversation)).evidence).toBeNull();
  });

  it('describes its catalogue: what is asked about, and every column', async () => {
    const { body } = await ask(server(), 'GET', '/api/catalog');
    expect(body).toMatchObject({ size: 300, source: 'built-in', noun: { many: 'trips' } });
    const types = body.columns.map((column: { type: string }) => column.type);
    expect(types).toEqual(expect.arrayContaining(['name', 'number', 'category', 'list', 'text']));
    expect(body.columns.length).toBeGreaterThan(body.attributes.length);
  });

  it('takes hostile input as words', async () => {
    const at = server();
    const hostile = [
      '<script>alert(1)</script>',
      '\u0000\uFFFF\uD800',
      '{"__proto__": 1}',
      '9'.repeat(2000),
      '((((',
      '\\',
    ];
    let { conversation } = (await chat(at, {})).body;
    for (const message of hostile) {
      const answer = await chat(at, { conversation, message });
      expect(answer.status).toBe(200);
      conversation = answer.body.conversation;
    }
  });
});
