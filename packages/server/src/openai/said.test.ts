import { describe, expect, it } from 'vitest';
import { chunkForm } from './chunk-form.ts';
import { documentForm } from './document-form.ts';
import { type Chunk, madeDocument, madeEvent, type ReplyPart } from './reply-part.ts';

const speaker = {
  id: 'c',
  created: 1,
  model: 'm',
  wantsUsage: true,
  usage: () => ({ inputTokens: 2, outputTokens: 3 }),
};
const chunks = chunkForm(speaker);
const documents = documentForm(speaker);
const delta = (said: object, finish: string | null = null): ReplyPart =>
  madeEvent({ id: 'u', choices: [{ index: 0, delta: said, finish_reason: finish }], x: 1 } as Chunk);
const message = (said: object): ReplyPart => madeDocument({ id: 'u', choices: [{ message: said }] } as Chunk);
const raw = (part: ReplyPart | undefined): string => Buffer.from(part?.raw ?? '').toString();

describe('chunks', () => {
  it('begin with the first thing that can be seen', () => {
    const seen = [
      { content: 'a' },
      { reasoning_content: 'hm' },
      { tool_calls: [{ function: { name: 'f' } }] },
      { refusal: 'no' },
    ];
    for (const said of seen) expect(chunks.isFirst(delta(said))).toBe(true);
    for (const said of [{ role: 'assistant', content: '' }, {}, { content: null }])
      expect(chunks.isFirst(delta(said))).toBe(false);
    expect(chunks.isFirst(delta({}, 'stop'))).toBe(false);
    for (const odd of [{}, { choices: null }, { choices: [null] }, { choices: 'no' }, [1]]) {
      expect(chunks.isFirst(madeEvent(odd as Chunk))).toBe(false);
    }
  });

  it('take other words, and keep everything else', () => {
    const part = chunks.withText(delta({ content: 'otter' }), 'ot')!;
    expect(JSON.parse(raw(part).slice(6))).toEqual({
      id: 'u',
      choices: [{ index: 0, delta: { content: 'ot' }, finish_reason: null }],
      x: 1,
    });
    expect(chunks.text(part)).toBe('ot');
  });

  it('lose thinking, and all of themselves when they are nothing else', () => {
    expect(chunks.hush(delta({ reasoning: 'the word is otter' }))).toBeUndefined();
    const mixed = chunks.hush(delta({ reasoning: 'otter', content: 'Hi.' }));
    expect(raw(mixed)).not.toContain('otter');
    expect(chunks.text(mixed!)).toBe('Hi.');
    const plain = delta({ content: 'Hi.' });
    expect(chunks.hush(plain)).toBe(plain);
    expect(chunks.hush(delta({ reasoning: 'x' }, 'stop'))).toBeDefined();
  });

  it('that come as lists of parts are read, and hushed, all the same', () => {
    const part = delta({
      content: [
        { type: 'thinking', thinking: [{ type: 'text', text: 'otter' }] },
        { type: 'text', text: 'Hi.' },
      ],
    });
    expect(chunks.text(part)).toBe('Hi.');
    expect(raw(chunks.hush(part))).not.toContain('otter');
    expect(chunks.hush(delta({ content: [{ type: 'thinking', thinking: [] }] }))).toBeUndefined();
  });

  it('end well wherever they break off', () => {
    const ending = chunks.ending();
    ending.see(delta({ content: 'Hi' }));
    const [last, done] = ending.finish(true);
    expect(last.chunk).toMatchObject({ id: 'u', choices: [{ finish_reason: 'length' }] });
    expect(done.isDone).toBe(true);
    const finished = chunks.ending();
    finished.see(delta({}, 'stop'));
    expect(finished.finish(true).map(({ isDone }) => isDone)).toEqual([true]);
  });
});

describe('documents', () => {
  it('are read, changed and hushed as wholes', () => {
    const part = message({ role: 'assistant', content: 'It is otter.', reasoning_content: 'otter' });
    expect(documents.text(part)).toBe('It is otter.');
    const hushed = documents.hush(part)!;
    expect(documents.withText(hushed, 'No.')!.chunk).toEqual({
      id: 'u',
      choices: [{ message: { role: 'assistant', content: 'No.' } }],
    });
    const plain = message({ content: 'Hi.' });
    expect(documents.withText(documents.hush(plain)!, 'Hi.')).toBe(plain);
  });

  it('are read and changed where they refuse, too', () => {
    const only = message({ content: null, refusal: 'No otter.' });
    expect(documents.text(only)).toBe('No otter.');
    expect(documents.withText(only, 'No otter.')).toBe(only);
    expect(documents.withText(only, 'No.')!.chunk?.choices?.[0].message).toEqual({ content: null, refusal: 'No.' });
    const both = message({ content: 'It is', refusal: 'otter' });
    expect(documents.text(both)).toBe('It is\notter');
    expect(documents.withText(both, 'It is')!.chunk?.choices?.[0].message).toEqual({ content: 'It is', refusal: null });
    expect(documents.text(message({ content: 'Hi.', refusal: 7 }))).toBe('Hi.');
    expect(chunks.withText(delta({ refusal: 'otter' }), 'ot')!.chunk?.choices?.[0].delta).toEqual({ refusal: 'ot' });
  });

  it('name the tools that are called', () => {
    expect(documents.calls(message({ tool_calls: [{ function: { name: 'f' } }, { function: {} }, null] }))).toEqual([
      'f',
    ]);
    expect(documents.calls(message({ function_call: { name: 'g' } }))).toEqual(['g']);
  });
});
