import { describe, expect, it } from 'vitest';
import { fromOpenAi, type OpenAiChatBody } from './from-openai.ts';

describe('fromOpenAi', () => {
  it('reads strings and parts, developer messages, calls and their results', () => {
    const transcript = fromOpenAi({
      messages: [
        { role: 'developer', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'data:,' } },
          ],
        },
        { role: 'assistant', content: null, tool_calls: [{ id: 'c1', type: 'function', function: { name: 'zoom' } }] },
        { role: 'tool', tool_call_id: 'c1', content: 'a cat' },
      ],
      tools: [{ type: 'function', function: { name: 'zoom', description: 'Looks closer.' } }],
      functions: [{ name: 'old' }],
    });
    expect(transcript.messages).toEqual([
      { at: 0, role: 'system', text: 'Be brief.', tools: [], attachments: 0 },
      { at: 1, role: 'user', text: 'What is this?', tools: [], attachments: 1 },
      { at: 2, role: 'assistant', text: '', tools: ['zoom'], attachments: 0 },
      { at: 3, role: 'tool', text: 'a cat', tools: ['zoom'], attachments: 0 },
    ]);
    expect(transcript.tools).toEqual([
      { name: 'zoom', description: 'Looks closer.' },
      { name: 'old', description: '' },
    ]);
    expect(transcript.isFormal).toBe(false);
  });

  it('reads what the assistant refused', () => {
    const parts = [{ type: 'refusal', refusal: 'No.' }];
    const messages = [
      { role: 'assistant', content: null, refusal: 'No.' },
      { role: 'assistant', content: parts },
      { role: 'user', content: 'Why?', refusal: 'No.' },
    ];
    expect(fromOpenAi({ messages }).messages.map(({ text }) => text)).toEqual(['No.', 'No.', 'Why?']);
  });

  it('never throws, whatever comes', () => {
    const odd = { messages: [null, 7, { role: 5, content: { a: 1 } }, { role: 'assistant', tool_calls: 'x' }] };
    expect(fromOpenAi(odd as unknown as OpenAiChatBody).messages.map(({ role, text }) => [role, text])).toEqual([
      ['user', ''],
      ['user', ''],
      ['user', ''],
      ['assistant', ''],
    ]);
    expect(fromOpenAi({} as unknown as OpenAiChatBody).messages).toEqual([]);
  });

  it.each<[Record<string, unknown>, boolean]>([
    [{ response_format: { type: 'json_object' } }, true],
    [{ response_format: { type: 'json_schema' } }, true],
    [{ response_format: { type: 'text' } }, false],
    [{ tool_choice: 'required' }, true],
    [{ tool_choice: 'auto' }, false],
    [{ tool_choice: { type: 'function', function: { name: 'zoom' } } }, true],
    [{ tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto' } } }, false],
    [{ function_call: { name: 'zoom' } }, true],
    [{ n: 2 }, true],
    [{ n: 1 }, false],
  ])('%j is formal: %s', (settings, formal) => {
    expect(fromOpenAi({ messages: [], ...settings }).isFormal).toBe(formal);
  });

  it('has no tools when the client forbids calls', () => {
    const tools = [{ type: 'function', function: { name: 'zoom' } }];
    expect(fromOpenAi({ messages: [], tools, tool_choice: 'none' }).tools).toEqual([]);
  });
});
