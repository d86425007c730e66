import { generateText, streamText } from 'ai';
import { describe, expect, it } from 'vitest';
import { scriptedModel } from './scripted-model.ts';

const labelled = { sente: { label: 'read' } };

describe('scriptedModel', () => {
  it('answers by label, and records what it was asked', async () => {
    const model = scriptedModel({ read: { a: 1 }, bare: 'the bare answer', default: 'anything' });
    const read = await generateText({ model, system: 'Read.', prompt: 'hello', providerOptions: labelled });
    expect(JSON.parse(read.text)).toEqual({ a: 1 });
    expect((await generateText({ model, prompt: 'hi' })).text).toBe('the bare answer');
    expect((await generateText({ model, prompt: 'hi', providerOptions: { sente: { label: 'weigh' } } })).text).toBe(
      'anything',
    );
    expect(model.calls.map((call) => call.label)).toEqual(['read', 'bare', 'weigh']);
    expect(model.calls[0].prompt).toBe('Read.\nhello');
  });

  it('goes through a list and repeats its last, or asks a function', async () => {
    const model = scriptedModel({ read: ['one', 'two'], bare: (call) => `${call.before}: ${call.prompt}` });
    const texts: string[] = [];
    for (let i = 0; i < 3; i++)
      texts.push((await generateText({ model, prompt: 'x', providerOptions: labelled })).text);
    expect(texts).toEqual(['one', 'two', 'two']);
    expect((await generateText({ model, prompt: 'x' })).text).toBe('0: x');
  });

  it('streams text in deltas that join to the text', async () => {
    const text = ' Words,  spaces\nand lines. ';
    const stream = streamText({ model: scriptedModel({ bare: text }), prompt: 'x' });
    const deltas: string[] = [];
    for await (const delta of stream.textStream) deltas.push(delta);
    expect(deltas.length).toBeGreaterThan(3);
    expect(deltas.join('')).toBe(text);
  });

  it('throws what it is told to, and where no script is', async () => {
    const model = scriptedModel({ read: new Error('down') });
    await expect(generateText({ model, prompt: 'x', providerOptions: labelled })).rejects.toThrow('down');
    await expect(generateText({ model, prompt: 'x' })).rejects.toThrow(/No script for `bare`/);
  });

  it('waits, and stops waiting when it is aborted', async () => {
    const model = scriptedModel({ read: { delayMs: 5, reply: 'late' }, bare: { delayMs: 60_000 } });
    expect((await generateText({ model, prompt: 'x', providerOptions: labelled })).text).toBe('late');
    const started = performance.now();
    await expect(generateText({ model, prompt: 'x', abortSignal: AbortSignal.timeout(10) })).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
