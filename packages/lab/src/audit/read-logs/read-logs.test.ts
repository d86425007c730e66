import { describe, expect, it } from 'vitest';
import { readLogs } from './read-logs.ts';

const turns = (text: string, format?: string): string[][] =>
  readLogs(text, 'a.jsonl', format).map(({ messages }) => messages.map(({ role, text: said }) => `${role}: ${said}`));
const expected = [['user: a lamp?', 'assistant: Red.']];
const user = { role: 'user', content: 'a lamp?' };
const assistant = { role: 'assistant', content: 'Red.' };

describe('reads one conversation a line', () => {
  it.each<[string, unknown]>([
    ['messages', { messages: [user, assistant] }],
    ['a bare array', [user, assistant]],
    ['a request and its response', { request: { messages: [user] }, response: { choices: [{ message: assistant }] } }],
    ['bodies', { request: { body: { messages: [user] } }, response: { body: { choices: [{ message: assistant }] } } }],
    [
      'bodies in strings',
      {
        request: JSON.stringify({ messages: [user] }),
        response: JSON.stringify({ choices: [{ message: assistant }] }),
      },
    ],
    ['a stored completion', { messages: [user], choices: [{ message: assistant }] }],
    [
      'Anthropic’s request and response',
      { request: { messages: [user] }, response: { role: 'assistant', content: [{ type: 'text', text: 'Red.' }] } },
    ],
    ['a trace', { input: { messages: [user] }, output: { role: 'assistant', content: 'Red.' } }],
    ['a trace of lists', { input: [user], output: [assistant] }],
    ['a trace of texts', { input: 'a lamp?', output: 'Red.' }],
    ['a trace of fields', { inputs: { question: 'a lamp?' }, outputs: { answer: 'Red.' } }],
    [
      'a chat model’s run',
      {
        inputs: { messages: [[{ id: ['langchain', 'HumanMessage'], kwargs: { content: 'a lamp?' } }]] },
        outputs: { generations: [[{ message: { id: ['x', 'AIMessage'], kwargs: { content: 'Red.' } } }]] },
      },
    ],
    ['a trace with an API’s response', { input: { messages: [user] }, output: { choices: [{ message: assistant }] } }],
    [
      'ShareGPT',
      {
        conversations: [
          { from: 'human', value: 'a lamp?' },
          { from: 'gpt', value: 'Red.' },
        ],
      },
    ],
    [
      'content blocks',
      {
        messages: [
          { role: 'user', content: [{ type: 'text', text: 'a lamp?' }] },
          { role: 'assistant', content: [{ type: 'text', text: 'Red.' }] },
        ],
      },
    ],
  ])('%s', (_, record) => {
    expect(turns(JSON.stringify(record))).toEqual(expected);
    expect(turns(`${JSON.stringify(record)}\n\n`)).toEqual(expected);
  });

  it('several lines, a list of conversations, and a byte order mark', () => {
    const two = [{ messages: [user, assistant] }, { messages: [{ ...user, content: 'b' }] }];
    const wanted = [...expected, ['user: b']];
    expect(turns(`\uFEFF${two.map((one) => JSON.stringify(one)).join('\r\n')}`)).toEqual(wanted);
    expect(turns(JSON.stringify(two, null, 2))).toEqual(wanted);
  });

  it('knows tools, their results and files', () => {
    const record = {
      system: 'Be kind.',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: {} },
            { type: 'text', text: 'what?' },
          ],
        },
        { role: 'assistant', content: [{ type: 'tool_use', name: 'look', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', content: 'a cat' }] },
        { role: 'assistant', content: null, tool_calls: [{ function: { name: 'again' } }] },
      ],
    };
    const [{ messages }] = readLogs(JSON.stringify(record), 'a.jsonl');
    expect(messages.map(({ role, tools, attachments }) => [role, tools, attachments])).toEqual([
      ['system', [], 0],
      ['user', [], 1],
      ['assistant', ['look'], 0],
      ['tool', [], 0],
      ['assistant', ['again'], 0],
    ]);
  });

  it('keeps the longest of requests that repeat a conversation', () => {
    const first = { request: { messages: [user] }, response: { choices: [{ message: assistant }] } };
    const longer = {
      request: { messages: [user, assistant, { role: 'user', content: 'blue' }] },
      response: { choices: [{ message: { role: 'assistant', content: 'Here.' } }] },
    };
    expect(turns([first, longer].map((one) => JSON.stringify(one)).join('\n'))).toHaveLength(1);
  });

  it('takes names from the log, else the line', () => {
    const lines = [{ id: 'c-7', messages: [user] }, { messages: [assistant] }]
      .map((one) => JSON.stringify(one))
      .join('\n');
    expect(readLogs(lines, 'a').map(({ name, line }) => [name, line])).toEqual([
      ['c-7', 1],
      ['line 2', 2],
    ]);
  });
});

describe('says where and what to do', () => {
  it.each([
    ['', 'a.jsonl: holds no conversation. Write one'],
    [`${JSON.stringify([user])}\n{"messages": [`, 'a.jsonl:2: is not JSON'],
    [
      `${JSON.stringify([user])}\n{"foo": 1}`,
      'a.jsonl:2: no conversation is in this line: found an object with foo; a line must hold',
    ],
    [`${JSON.stringify([user])}\n7`, 'found number'],
    ['{"messages": [{"role": "wizard", "content": "x"}]}', 'message 1 has no role'],
    ['{"messages": [{"role": "user"}]}', 'no content'],
  ])('%j', (text, message) => {
    expect(() => readLogs(text, 'a.jsonl')).toThrow(message);
  });

  it('when the format named is another', () => {
    expect(() => turns('{"conversations": []}', 'messages')).toThrow('leave out --format');
    expect(turns('{"conversations": [{"from": "human", "value": "x"}]}', 'sharegpt')).toEqual([['user: x']]);
  });
});
