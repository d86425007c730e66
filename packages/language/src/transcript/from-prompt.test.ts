import { describe, expect, it } from 'vitest';
import { fromPrompt } from './from-prompt.ts';

describe('fromPrompt', () => {
  it('keeps places, text, tools and attachments', () => {
    const { messages, tools, isFormal } = fromPrompt({
      prompt: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is' },
            { type: 'text', text: 'on this photo?' },
            { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AA==' } },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', text: 'hm' },
            { type: 'text', text: 'Let me look.' },
            { type: 'tool-call', toolCallId: 'c1', toolName: 'zoom', input: {} },
          ],
        },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: 'c1',
              toolName: 'zoom',
              output: { type: 'json', value: { seen: 'cat' } },
            },
          ],
        },
      ],
      tools: [{ type: 'function', name: 'zoom', description: 'Looks closer.', inputSchema: { type: 'object' } }],
    });
    expect(messages).toEqual([
      { at: 0, role: 'system', text: 'Be brief.', tools: [], attachments: 0 },
      { at: 1, role: 'user', text: 'What is\non this photo?', tools: [], attachments: 1 },
      { at: 2, role: 'assistant', text: 'Let me look.', tools: ['zoom'], attachments: 0 },
      { at: 3, role: 'tool', text: '{"seen":"cat"}', tools: ['zoom'], attachments: 0 },
    ]);
    expect(tools).toEqual([{ name: 'zoom', description: 'Looks closer.' }]);
    expect(isFormal).toBe(false);
  });

  it('has no tools when the client forbids calls', () => {
    const tool = { type: 'function' as const, name: 'zoom', inputSchema: {} };
    expect(fromPrompt({ prompt: [], tools: [tool], toolChoice: { type: 'none' } }).tools).toEqual([]);
  });

  it.each([
    [{ responseFormat: { type: 'json' as const } }, true],
    [{ toolChoice: { type: 'required' as const } }, true],
    [{ toolChoice: { type: 'tool' as const, toolName: 'zoom' } }, true],
    [{ toolChoice: { type: 'auto' as const } }, false],
    [{ responseFormat: { type: 'text' as const } }, false],
  ])('%j is formal: %s', (settings, formal) => {
    expect(fromPrompt({ prompt: [], ...settings }).isFormal).toBe(formal);
  });
});
