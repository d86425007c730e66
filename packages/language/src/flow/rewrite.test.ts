import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import type { OpenAiMessage } from '../transcript/from-openai.ts';
import { LEFT_OUT } from '../turn/plan.ts';
import { rewritePrompt } from './rewrite.ts';
import { rewriteMessages } from './rewrite-openai.ts';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
const file = { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: 'AA==' } };
const prompt: LanguageModelV4Prompt = freeze([
  { role: 'system', content: 'One.' },
  { role: 'system', content: 'Two.', providerOptions: { some: { cache: true } } },
  { role: 'user', content: [{ type: 'text', text: 'Draft it' }, file] },
  {
    role: 'assistant',
    content: [{ type: 'reasoning', text: 'so' }, { type: 'text', text: 'Dear' }, file, { type: 'text', text: 'Sir' }],
  },
  { role: 'user', content: [{ type: 'text', text: 'No' }] },
  {
    role: 'assistant',
    content: [
      { type: 'text', text: 'Looking' },
      { type: 'tool-call', toolCallId: 'c', toolName: 'zoom', input: {} },
    ],
  },
  {
    role: 'tool',
    content: [{ type: 'tool-result', toolCallId: 'c', toolName: 'zoom', output: { type: 'text', value: 'cat' } }],
  },
]);

describe('rewritePrompt', () => {
  it('puts the note behind the last leading system message and keeps all else the same object', () => {
    const written = rewritePrompt(prompt, { do: 'write', note: 'Note.', leaveOut: [] });
    expect(written[1]).toEqual({
      role: 'system',
      content: 'Two.\n\nNote.',
      providerOptions: { some: { cache: true } },
    });
    expect(written).toHaveLength(prompt.length);
    for (const at of [0, 2, 3, 4, 5, 6]) expect(written[at]).toBe(prompt[at]);
  });

  it('puts a system message first when there is none', () => {
    const written = rewritePrompt(prompt.slice(2), { do: 'write', note: 'Note.', leaveOut: [1] });
    expect(written[0]).toEqual({ role: 'system', content: 'Note.' });
    expect(written[1]).toBe(prompt[2]);
    expect(written[2]).toMatchObject({ role: 'assistant', content: [{ text: LEFT_OUT }, file] });
  });

  it('replaces the text of drafts only', () => {
    const written = rewritePrompt(prompt, { do: 'write', note: '', leaveOut: [0, 2, 3, 5, 6, 99] });
    expect(written[3]).toEqual({ role: 'assistant', content: [{ type: 'text', text: LEFT_OUT }, file] });
    for (const at of [0, 1, 2, 4, 5, 6]) expect(written[at]).toBe(prompt[at]);
  });
});

const image = { type: 'image_url', image_url: { url: 'data:,' } };
const messages: readonly OpenAiMessage[] = freeze([
  { role: 'developer', content: 'One.' },
  { role: 'user', content: [{ type: 'text', text: 'Draft it' }, image] },
  { role: 'assistant', content: 'Dear Sir', name: 'bot' },
  { role: 'user', content: 'No' },
  { role: 'assistant', content: 'Looking', tool_calls: [{ id: 'c', type: 'function', function: { name: 'zoom' } }] },
  { role: 'tool', tool_call_id: 'c', content: 'cat' },
  { role: 'assistant', content: [{ type: 'text', text: 'a' }, { type: 'audio' }, { type: 'text', text: 'b' }] },
]);

describe('rewriteMessages', () => {
  it('puts the note behind the last leading system message and keeps all else the same object', () => {
    const written = rewriteMessages(messages, { do: 'write', note: 'Note.', leaveOut: [] });
    expect(written[0]).toEqual({ role: 'developer', content: 'One.\n\nNote.' });
    for (const at of [1, 2, 3, 4, 5, 6]) expect(written[at]).toBe(messages[at]);
  });

  it('adds a part to a system message of parts', () => {
    const system = { role: 'system', content: [{ type: 'text', text: 'One.' }] };
    const [first] = rewriteMessages([system], { do: 'write', note: 'Note.', leaveOut: [] });
    expect(first.content).toEqual([...system.content, { type: 'text', text: '\n\nNote.' }]);
  });

  it('puts a system message first when there is none', () => {
    const written = rewriteMessages(messages.slice(1), { do: 'write', note: 'Note.', leaveOut: [] });
    expect(written[0]).toEqual({ role: 'system', content: 'Note.' });
    expect(written.slice(1)).toEqual(messages.slice(1));
  });

  it('replaces the text of drafts only', () => {
    const written = rewriteMessages(messages, { do: 'write', note: '', leaveOut: [0, 1, 2, 4, 5, 6] });
    expect(written[2]).toEqual({ role: 'assistant', content: LEFT_OUT, name: 'bot' });
    expect(written[6].content).toEqual([{ type: 'text', text: LEFT_OUT }, { type: 'audio' }]);
    for (const at of [0, 1, 3, 4, 5]) expect(written[at]).toBe(messages[at]);
  });
});
