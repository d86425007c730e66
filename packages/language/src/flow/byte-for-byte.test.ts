import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { fakeLayer } from './fake-layer.test.support.ts';
import { layerMiddleware } from './middleware.ts';
import { good, type Seen, upstream, whole } from './upstream.test.support.ts';
import { wrapModel } from './with-initiative.ts';

const params: LanguageModelV4CallOptions = {
  prompt: [
    { role: 'system', content: 'Be brief.\n' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is  this — ☃?' },
        { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'iVBORw0KGgo=' } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'text', text: 'Let me look.' },
        { type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: { z: 1, a: [2] } },
      ],
    },
    {
      role: 'tool',
      content: [
        { type: 'tool-result', toolCallId: 'c1', toolName: 'zoom', output: { type: 'json', value: { seen: 'cat' } } },
      ],
    },
    { role: 'assistant', content: [{ type: 'text', text: 'A cat.' }] },
    { role: 'user', content: [{ type: 'text', text: 'Sure?' }] },
  ],
  temperature: 0.7,
  seed: 7,
  stopSequences: ['END'],
  tools: [
    { type: 'function', name: 'zoom', description: 'Looks closer.', inputSchema: { type: 'object', properties: {} } },
  ],
  providerOptions: { scripted: { user: 'u1' }, sente: { conversation: 'c1' } },
};

const ask = {
  doGenerate: async (model: LanguageModelV4): Promise<void> => void (await model.doGenerate(params)),
  doStream: async (model: LanguageModelV4): Promise<void> => {
    const { stream } = await model.doStream(params);
    for await (const _ of stream);
  },
};

describe.each(['doGenerate', 'doStream'] as const)('%s', (name) => {
  it.each(['act', 'observe'] as const)('sends the bytes that it would send without the layer (%s)', async (mode) => {
    const bytes = async (
      wrap: (model: LanguageModelV4) => LanguageModelV4,
    ): Promise<Omit<Seen, 'aborted' | 'sent'>[]> => {
      const { model, seen } = upstream(() => (name === 'doStream' ? good(0, 'Yes.') : whole(0, 'Yes.')));
      await ask[name](wrap(model));
      return seen.map(({ body, url, method }) => ({ body, url, method }));
    };
    const plain = await bytes((model) => model);
    const layer = fakeLayer(() => (mode === 'act' ? { do: 'pass' } : { do: 'write', note: 'n', leaveOut: [0] }));
    const commitments = mode === 'act' ? [] : [{ id: 'price', about: 'the lowest price', value: '450 euros' }];
    const wrapped = await bytes((model) => wrapModel(model, layerMiddleware(layer, { mode, commitments })));
    expect(plain).toHaveLength(1);
    expect(wrapped).toEqual(plain);
    expect(layer.requests).toHaveLength(1);
  });

  it('sends other bytes when there is something to write: the comparison can fail', async () => {
    const { model, seen } = upstream(() => (name === 'doStream' ? good(0, 'Yes.') : whole(0, 'Yes.')));
    const layer = fakeLayer(() => ({ do: 'write', note: 'n', leaveOut: [] }));
    await ask[name](wrapModel(model, layerMiddleware(layer)));
    expect(seen).toHaveLength(2);
    const [bare, written] = seen.map(({ body }) => JSON.parse(body));
    expect(written).toEqual({
      ...bare,
      messages: [{ role: 'system', content: 'Be brief.\n\n\nn' }, ...bare.messages.slice(1)],
    });
  });
});
