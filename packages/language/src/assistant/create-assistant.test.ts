import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UnknownEntryError } from '../ledger/edit.ts';
import { type Script, scriptedModel } from '../testing/index.ts';
import type { Assistant, AssistantOptions } from './assistant.ts';
import { createAssistant, restoreAssistant } from './create-assistant.ts';
import { SavedAssistantError } from './saved-assistant.ts';
import { ToolWithoutExecuteError } from './tool-without-execute-error.ts';

const plain = { kind: 'new', users: [{ wants: 'it', share: 100 }] };
const more = { kind: 'more', users: [{ wants: 'it', share: 100 }] };
const vague = {
  kind: 'new',
  users: [
    { wants: 'a letter to a friend', share: 50 },
    { wants: 'a letter to the bank', share: 50 },
  ],
};
const twoWays = {
  answers: [
    { gist: 'a warm letter', fits: [10, 1], sure: 100 },
    { gist: 'a formal letter', fits: [1, 10], sure: 100 },
  ],
  questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
};
const news = { offers: [{ say: 'Build 412 failed.', because: 'the log', topic: 'build', wanted: 95 }], moment: 90 };
const failed = { type: 'build', text: 'Build 412 failed.' };
const team = { id: 'team', goal: 'find out their team size', worth: 0.5 };
const leading = { leads: [{ goal: 'team', say: 'How many are you?', moment: 90 }], moment: 90 };

function setUp(scripts: Record<string, Script>, options: Partial<AssistantOptions> = {}) {
  const model = scriptedModel(scripts);
  const clock = { time: 0 };
  const assistant = createAssistant({ model, now: () => clock.time, ...options });
  return { model, clock, assistant, heard: listen(assistant) };
}

function listen(assistant: Assistant): string[] {
  const heard: string[] = [];
  assistant.on('initiative', ({ text }) => heard.push(`initiative ${text}`));
  assistant.on('decision', ({ occasion, decision }) => heard.push(`decision ${occasion} ${decision?.chosen.kind}`));
  assistant.on('reply', ({ act }) => heard.push(`reply ${act}`));
  assistant.on('handover', () => heard.push('handover'));
  assistant.on('suppressed', ({ id, reason }) => heard.push(`suppressed ${id}: ${reason}`));
  return heard;
}

const texts = ({ messages }: Assistant): unknown[] =>
  messages.map(({ role, content }) => [
    role,
    typeof content === 'string'
      ? content
      : content.map((part) => (part.type === 'text' ? part.text : part.type)).join('+'),
  ]);

describe('a conversation', () => {
  it('is answered by the model, with its own list of messages', async () => {
    const { assistant, model, heard } = setUp({ read: plain, bare: ['Four.', 'Six.'] }, { system: 'You add.' });
    const reply = await assistant.say('2 + 2?');
    expect(reply).toMatchObject({ text: 'Four.', act: 'answer', by: 'bare', finishReason: 'stop', suppressed: [] });
    expect(reply.cost.calls).toBe(1);
    expect(reply.aside).toBeUndefined();
    await assistant.say('3 + 3?');
    expect(texts(assistant)).toEqual([
      ['user', '2 + 2?'],
      ['assistant', 'Four.'],
      ['user', '3 + 3?'],
      ['assistant', 'Six.'],
    ]);
    expect(model.calls.filter(({ label }) => label === 'bare')[1].prompt).toBe('You add.\n2 + 2?\nFour.\n3 + 3?');
    expect(assistant.session.turn).toBe(2);
    expect(heard).toEqual(['decision turn answer', 'reply answer', 'decision turn answer', 'reply answer']);
  });

  it('asks with a form, and knows the reply for one', async () => {
    const { assistant } = setUp({ read: [vague, plain], weigh: twoWays, bare: 'Dear bank …' });
    const asked = await assistant.say('Write a letter.');
    expect(asked).toMatchObject({
      act: 'ask',
      by: 'said',
      text: 'Who is it for?',
      form: { question: 'Who is it for?', choices: ['a friend', 'the bank'] },
    });
    expect(assistant.session.raised).toMatchObject([{ kind: 'ask', text: 'Who is it for?' }]);
    expect((await assistant.say('the bank')).form).toBeUndefined();
  });

  it('streams the words as they come, and the reply as a whole', async () => {
    const { assistant } = setUp({ read: plain, bare: 'One two three.' });
    const { textStream, reply } = assistant.stream('Count.');
    const words: string[] = [];
    for await (const delta of textStream) words.push(delta);
    expect(words.length).toBeGreaterThan(1);
    expect(words.join('')).toBe('One two three.');
    expect((await reply).text).toBe('One two three.');
    expect(texts(assistant)).toHaveLength(2);
    expect(assistant.session.turn).toBe(1);
  });

  it('streams without anybody reading the words', async () => {
    const { assistant } = setUp({ read: vague, weigh: twoWays, bare: 'Dear …' });
    const { reply } = assistant.stream('Write a letter.');
    expect(await reply).toMatchObject({ act: 'ask', form: { choices: ['a friend', 'the bank'] } });
  });

  it('runs tools, and remembers their results', async () => {
    const call = {
      content: [{ type: 'tool-call', toolCallId: '1', toolName: 'weather', input: '{"city":"Bonn"}' }],
      finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
      usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
      warnings: [],
    };
    const weather = tool({
      description: 'the weather',
      inputSchema: z.object({ city: z.string() }),
      execute: ({ city }) => `rain in ${city}`,
    });
    for (const way of ['say', 'stream'] as const) {
      const { assistant, model } = setUp({ read: plain, bare: [call, 'It rains.'] }, { tools: { weather } });
      const reply = await (way === 'say' ? assistant.say('Weather?') : assistant.stream('Weather?').reply);
      expect(reply.text).toBe('It rains.');
      expect(texts(assistant)).toEqual([
        ['user', 'Weather?'],
        ['assistant', 'tool-call'],
        ['tool', 'tool-result'],
        ['assistant', 'It rains.'],
      ]);
      expect(assistant.session.turn).toBe(1);
      expect(JSON.stringify(model.calls.at(-1)?.options.prompt)).toContain('rain in Bonn');
    }
  });

  it('refuses tools that nobody can run', () => {
    const tools = { away: tool({ inputSchema: z.object({}) }) };
    expect(() => setUp({}, { tools })).toThrow(ToolWithoutExecuteError);
  });

  it('sends attachments, which survive JSON', async () => {
    const { assistant, model } = setUp({ read: plain, bare: 'A cat.' });
    await assistant.say({
      text: 'What is it?',
      attachments: [{ data: new Uint8Array([1, 2]), mediaType: 'image/png' }],
    });
    expect(model.calls.find(({ label }) => label === 'bare')?.prompt).toBe('What is it?\n[file]');
    expect(JSON.parse(JSON.stringify(assistant.messages))).toEqual(assistant.messages);
  });

  it('takes a turn back that failed', async () => {
    const { assistant } = setUp({ read: plain, bare: [new Error('down'), 'Hello.'] });
    await expect(assistant.say('Hi')).rejects.toThrow('down');
    expect(assistant.messages).toEqual([]);
    expect((await assistant.say('Hi')).text).toBe('Hello.');
    expect(assistant.messages).toHaveLength(2);
    const broken = setUp({ read: plain, bare: new Error('down') }).assistant.stream('Hi');
    broken.textStream.cancel();
    await expect(broken.reply).rejects.toThrow();
  });

  it('is called off by its signal', async () => {
    const { assistant } = setUp({ read: plain, bare: { delayMs: 60_000 } });
    const leaving = new AbortController();
    const reply = assistant.say('Hi', { signal: leaving.signal });
    setTimeout(() => leaving.abort(new Error('gone')), 20);
    await expect(reply).rejects.toThrow();
    expect(assistant.messages).toEqual([]);
  });

  it('keeps what the user has seen of a stream that broke', async () => {
    const base = scriptedModel({ read: plain, bare: 'Better.' });
    let isFirst = true;
    const model: typeof base = {
      ...base,
      async doStream(options) {
        if (!isFirst) return base.doStream(options);
        isFirst = false;
        const parts: LanguageModelV4StreamPart[] = [
          { type: 'stream-start', warnings: [] },
          { type: 'text-start', id: '0' },
          { type: 'text-delta', id: '0', delta: 'Half a' },
          { type: 'error', error: new Error('cable cut') },
        ];
        return { stream: ReadableStream.from(parts) as ReadableStream<LanguageModelV4StreamPart> };
      },
    };
    const assistant = createAssistant({ model, now: () => 0 });
    const { textStream, reply } = assistant.stream('Hi');
    const seen: string[] = [];
    await expect(
      (async () => {
        for await (const delta of textStream) seen.push(delta);
      })(),
    ).rejects.toThrow('cable cut');
    await expect(reply).rejects.toThrow('cable cut');
    expect(seen.join('')).toBe('Half a');
    expect(texts(assistant)).toEqual([
      ['user', 'Hi'],
      ['assistant', 'Half a'],
    ]);
    expect((await assistant.stream('Again').reply).text).toBe('Better.');
  });

  it('is answered in time when the layer is late, and what was late counts in the next turn', async () => {
    const { assistant, heard } = setUp(
      {
        read: [{ delayMs: 60, reply: { ...plain, facts: [['It is for Bonn.', 'Bonn']] } }, plain],
        weigh: {},
        bare: 'Yes.',
      },
      { deadline: 5 },
    );
    const reply = await assistant.say('For Bonn?');
    expect(reply).toMatchObject({ text: 'Yes.', act: 'answer', by: 'bare', aside: { reason: 'deadline' } });
    expect(reply.decision).toBeUndefined();
    await expect.poll(() => heard).toContain('decision turn answer');
    await expect.poll(() => assistant.session.turn).toBe(1);
    expect(assistant.session.ledger.entries).toMatchObject([{ what: 'It is for Bonn.' }]);
  });

  it('is answered by the bare model when the layer fails', async () => {
    const { assistant } = setUp({ read: new Error('no'), bare: 'Hello.' });
    expect(await assistant.say('Hi')).toMatchObject({
      text: 'Hello.',
      act: 'answer',
      by: 'bare',
      aside: { reason: 'fault' },
    });
  });

  it('does one thing after another, whoever asks', async () => {
    const { assistant } = setUp({ read: plain, bare: [{ delayMs: 20, reply: 'One.' }, 'Two.'], event: news });
    await Promise.all([assistant.say('1'), assistant.onEvent(failed), assistant.say('2')]);
    expect(texts(assistant).map((one) => (one as string[])[1])).toEqual([
      '1',
      'One.',
      'Build 412 failed.',
      '2',
      'Two.',
    ]);
  });

  it('hands over when it abstains', async () => {
    const hard = { ...plain, hard: true };
    const guess = { answers: [{ gist: 'a guess', fits: [9], sure: 10 }] };
    const { assistant, heard } = setUp({ read: hard, weigh: guess, bare: 'I do not know.' });
    expect((await assistant.say('Who will win?')).act).toBe('abstain');
    expect(heard).toContain('handover');
  });

  it('stays up when a listener throws', async () => {
    const { assistant } = setUp({ read: plain, bare: 'Yes.' });
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
    assistant.on('reply', () => {
      throw new Error('my own bug');
    });
    expect((await assistant.say('Hi')).text).toBe('Yes.');
    expect((await warned).message).toBe('my own bug');
  });
});

describe('speaking unasked', () => {
  it('says what an event brings, and reads the next turn for what became of it', async () => {
    const dismissal = { kind: 'talk', users: [{ wants: 'quiet', share: 100 }], dismissed: true };
    const { assistant, model, heard } = setUp({
      read: [plain, dismissal],
      bare: ['Fine.', 'I will be quiet.'],
      weigh: {},
      event: news,
    });
    await assistant.say('Hi');
    const { speak } = await assistant.onEvent(failed);
    expect(speak).toMatchObject({ text: 'Build 412 failed.', act: 'offer', evidence: 'the log' });
    expect(texts(assistant).at(-1)).toEqual(['assistant', 'Build 412 failed.']);
    expect(assistant.session.turn).toBe(2);
    await assistant.say('Not now!');
    expect(model.calls.findLast(({ label }) => label === 'read')?.prompt).toContain('offer: Build 412 failed.');
    expect(assistant.session.taken).toMatchObject([{ dismissed: true }]);
    await assistant.onEvent(failed);
    expect(heard.slice(2)).toEqual([
      'decision event offer',
      'initiative Build 412 failed.',
      'decision turn answer',
      'reply answer',
      'decision event wait',
      'suppressed offer:build-build: the user has dismissed it before',
    ]);
  });

  it('gives way to the user, and is thought over again after their turn', async () => {
    const slow = [{ delayMs: 60_000 }, news];
    const { assistant, heard } = setUp({ read: plain, bare: 'Hello.', event: slow });
    const event = assistant.onEvent(failed);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await assistant.say('Hi');
    expect((await event).speak?.text).toBe('Build 412 failed.');
    expect(heard).toEqual([
      'decision turn answer',
      'reply answer',
      'decision event offer',
      'initiative Build 412 failed.',
    ]);
    expect(assistant.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant']);
  });

  it('speaks before anybody else did, and is remembered for it', async () => {
    const { assistant, model } = setUp({ read: plain, bare: 'It is the cart.', event: news });
    await assistant.onEvent(failed);
    await assistant.say('Why?');
    expect(model.calls.findLast(({ label }) => label === 'read')?.prompt).toContain('unasked');
    expect(assistant.session.turn).toBe(2);
  });

  it('keeps to limits that are set later, and tells what they held back', async () => {
    const { assistant, heard, model } = setUp({ event: news });
    assistant.restrain({ off: true });
    expect((await assistant.onEvent(failed)).speak).toBeUndefined();
    expect(heard).toEqual(['decision event wait', 'suppressed event:build: initiative is switched off']);
    expect(model.calls).toEqual([]);
    assistant.restrain({});
    expect((await assistant.onEvent(failed)).speak).toBeDefined();
  });

  it('takes listeners off', async () => {
    const { assistant } = setUp({ event: news });
    let count = 0;
    const off = assistant.on('initiative', () => count++);
    off();
    await assistant.onEvent(failed);
    expect(count).toBe(0);
  });

  it('leads after a silence, not earlier, and not twice', async () => {
    const { assistant, clock, heard } = setUp(
      { read: plain, bare: 'Hello.', event: leading, weigh: {} },
      { goals: [team], silence: 1000 },
    );
    await assistant.say('Hi');
    clock.time = 999;
    expect(await assistant.tick()).toBeUndefined();
    clock.time = 1000;
    expect((await assistant.tick())?.speak).toMatchObject({ act: 'lead', text: 'How many are you?', goal: 'team' });
    clock.time = 2000;
    expect((await assistant.tick())?.speak).toBeUndefined();
    clock.time = 2999;
    expect(await assistant.tick()).toBeUndefined();
    expect(heard.slice(2)).toEqual([
      'decision silence lead',
      'initiative How many are you?',
      'decision silence wait',
      'suppressed lead:team: it was raised and is not answered yet',
    ]);
  });
});

describe('by hand', () => {
  it('changes ledger, vault and agenda, before and between turns', async () => {
    const { assistant, model } = setUp({ read: [plain, more], weigh: {}, bare: ['Hello.', 'Sure.'] });
    await assistant.edit({ add: [{ kind: 'wish', what: 'everything in French' }] });
    await assistant.commit({ id: 'price', about: 'the lowest price', value: '450 euros' });
    await assistant.say('Hi');
    await assistant.edit({ change: [{ id: 'w1', what: 'everything in German' }] });
    await assistant.agenda.add(team);
    expect(assistant.session.goals).toMatchObject([{ id: 'team' }]);
    await assistant.say('And?');
    const [first, second] = model.calls.filter(({ label }) => label === 'read');
    expect(first.prompt).toContain('w1: everything in French');
    expect(first.prompt).toContain('450 euros');
    expect(second.prompt).toContain('w2: everything in German');
    expect(second.prompt).toContain('find out their team size');
    await assistant.agenda.drop('team');
    await assistant.release('price');
    expect(assistant.session.agenda.goals).toEqual([]);
    expect(assistant.session.vault.commitments).toMatchObject([{ id: 'price', isReleased: true }]);
  });

  it('changes nothing where an edit is wrong', async () => {
    const { assistant } = setUp({});
    const before = assistant.session;
    const edits = { add: [{ kind: 'fact' as const, what: 'it is so' }], withdraw: ['w9'] };
    await expect(assistant.edit(edits)).rejects.toThrow(UnknownEntryError);
    await expect(assistant.agenda.drop('nothing')).rejects.toThrow('nothing');
    await expect(assistant.release('v1')).rejects.toThrow('v1');
    expect(assistant.session).toEqual(before);
  });
});

describe('save and restore', () => {
  const scripts = {
    read: ({ prompt }: { prompt: string }) => ({
      ...(prompt.includes('letter') ? vague : more),
      facts: [[prompt.length, '']],
    }),
    weigh: twoWays,
    bare: ({ prompt }: { prompt: string }) => `Answer to ${prompt.length} characters.`,
    event: news,
  };

  it('goes on as if nothing had happened', async () => {
    const options = { goals: [team], commitments: [{ id: 'c', about: 'a colour', value: 'teal' }], seed: 7 };
    const { assistant, model } = setUp(scripts, options);
    await assistant.say('Write a letter.');
    await assistant.onEvent(failed);
    assistant.restrain({ cap: 3 });
    const saved = JSON.parse(JSON.stringify(assistant.save()));
    const other = restoreAssistant(saved, { model: scriptedModel(scripts), now: () => 0, ...options });
    expect(other.session).toEqual(assistant.session);
    expect(other.session.vault.commitments).toMatchObject([{ value: 'teal' }]);
    for (const both of [assistant, other]) {
      await both.say('To my bank.');
      await both.stream('Shorter, please.').reply;
      await both.onEvent({ type: 'build', text: 'Build 413 failed.' });
    }
    expect(model.calls.length).toBeGreaterThan(6);
    expect(other.messages).toEqual(assistant.messages);
    expect(other.save()).toEqual(assistant.save());
  });

  it('is a copy: the conversation goes on without changing what was saved', async () => {
    const { assistant } = setUp({ read: plain, bare: 'Hello.' });
    const saved = assistant.save();
    await assistant.say('Hi');
    expect(saved.messages).toEqual([]);
  });

  it.each([[null], [{}], [{ version: 2 }], [{ version: 1, messages: [] }]])('refuses %j', (saved) => {
    const model = scriptedModel({});
    expect(() => restoreAssistant(saved as never, { model })).toThrow(SavedAssistantError);
  });
});
