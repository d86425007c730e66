import { spawn } from 'node:child_process';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { createLayer } from '@sente/language';
import { type Script, scriptedModel } from '@sente/language/testing';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { hello, proxyOf, type TestProxy } from '../testing/proxy-of.ts';
import { chunkTexts, completionText, says } from '../testing/scripted-upstream.ts';

const messages = [{ role: 'user' as const, content: 'hello' }];
const ask = { plan: { do: 'say', text: 'For “whom”, and when?' } } as const;
const write = { plan: { do: 'write', note: 'Be brief.', leaveOut: [] } } as const;

/** The three ways in which a reply comes about. */
const WAYS = [
  ['bare', {}, 'Two words.'],
  ['said', ask, 'For “whom”, and when?'],
  ['written', write, 'Two words.'],
] as const;

const clientOf = (proxy: TestProxy): OpenAI => new OpenAI({ baseURL: `${proxy.url}/v1`, apiKey: 'any', maxRetries: 0 });
const providerOf = (proxy: TestProxy) =>
  createOpenAICompatible({ name: 'sente', baseURL: `${proxy.url}/v1`, apiKey: 'any', includeUsage: true })('m');

/** Runs curl with these arguments; gives what it printed. */
function curl(...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn('curl', ['-sS', '--max-time', '10', ...args]);
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.on('close', (code) => resolve({ code, out }));
  });
}

describe.each(WAYS)('a reply that is %s', (by, told, text) => {
  it('is read by the openai client', async () => {
    const proxy = await proxyOf(says('Two words.', 40), told);
    const client = clientOf(proxy);
    const { data, response } = await client.chat.completions.create({ model: 'm', messages }).withResponse();
    expect(data.choices[0].message.content).toBe(text);
    expect(data.choices[0].finish_reason).toBe('stop');
    expect(data.usage?.total_tokens).toBeGreaterThan(0);
    expect(response.headers.get('x-sente-by')).toBe(by);
  });

  it('is streamed to the openai client, with its usage', async () => {
    const proxy = await proxyOf(says('Two words.', 40), told);
    const stream = await clientOf(proxy).chat.completions.create({
      model: 'm',
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    let said = '';
    let finish: string | null = null;
    let tokens: number | undefined;
    for await (const { choices, usage } of stream) {
      said += choices[0]?.delta.content ?? '';
      finish = choices[0]?.finish_reason ?? finish;
      tokens = usage?.total_tokens ?? tokens;
    }
    expect([said, finish]).toEqual([text, 'stop']);
    expect(tokens).toBeGreaterThan(0);
    expect(await clientOf(proxy).chat.completions.stream({ model: 'm', messages }).finalContent()).toBe(text);
  });

  it('is read and streamed by the AI SDK', async () => {
    const proxy = await proxyOf(says('Two words.', 40), told);
    const whole = await generateText({ model: providerOf(proxy), messages, maxRetries: 0 });
    expect([whole.text, whole.finishReason]).toEqual([text, 'stop']);
    expect(whole.usage.totalTokens).toBeGreaterThan(0);
    const errors: unknown[] = [];
    const stream = streamText({
      model: providerOf(proxy),
      messages,
      maxRetries: 0,
      onError: ({ error }) => void errors.push(error),
    });
    let said = '';
    for await (const delta of stream.textStream) said += delta;
    expect([said, await stream.finishReason, errors]).toEqual([text, 'stop', []]);
    expect((await stream.usage).totalTokens).toBeGreaterThan(0);
  });

  it('is read and streamed by curl', async () => {
    const proxy = await proxyOf(says('Two words.', 40), told);
    const url = `${proxy.url}/v1/chat/completions`;
    const json = ['-H', 'content-type: application/json', '-d'];
    const whole = await curl('-i', url, ...json, JSON.stringify(hello));
    expect(whole.code).toBe(0);
    expect(whole.out).toContain(`x-sente-by: ${by}`);
    const body = whole.out.slice(whole.out.indexOf('\r\n\r\n') + 4);
    expect(JSON.parse(body).choices[0].message.content).toBe(text);
    const stream = await curl('-N', url, ...json, JSON.stringify({ ...hello, stream: true }));
    expect(stream.code).toBe(0);
    expect(stream.out.endsWith('data: [DONE]\n\n')).toBe(true);
    if (by !== 'said') {
      expect(body).toBe(completionText(text));
      expect(stream.out).toBe(chunkTexts(text).join(''));
    }
  });
});

describe('clients’ own words', () => {
  it('models are listed, errors are the client’s own classes', async () => {
    const proxy = await proxyOf((reply, asked, count) =>
      asked.path === '/v1/models'
        ? says('')(reply, asked, count)
        : void reply
            .writeHead(429, { 'content-type': 'application/json', 'retry-after': '3' })
            .end('{"error":{"message":"slow down","type":"requests","param":null,"code":"rate_limit_exceeded"}}'),
    );
    const models = await clientOf(proxy).models.list();
    expect(models.data.map(({ id }) => id)).toEqual(['m']);
    const error = await clientOf(proxy)
      .chat.completions.create({ model: 'm', messages })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error).toMatchObject({ status: 429, code: 'rate_limit_exceeded', message: '429 slow down' });
    expect(error.headers.get('retry-after')).toBe('3');
  });

  it('refusals of ours are in the same form', async () => {
    const proxy = await proxyOf(says(''), {}, { keys: ['k1'] });
    const error = await clientOf(proxy)
      .chat.completions.create({ model: 'm', messages })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error.code).toBe('invalid_api_key');
    const lost = await clientOf(proxy)
      .embeddings.create({ model: 'm', input: 'x' })
      .catch((thrown) => thrown);
    expect(lost).toBeInstanceOf(OpenAI.AuthenticationError);
  });

  it('tool calls go through untouched, and their results come back to the same turn', async () => {
    const call = { id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":"x"}' } };
    const proxy = await proxyOf((reply, { body }) => {
      const isSecond = body.includes('"role":"tool"');
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.end(
        isSecond
          ? completionText('Found.')
          : completionText('', {
              choices: [
                {
                  index: 0,
                  message: { role: 'assistant', content: null, tool_calls: [call] },
                  finish_reason: 'tool_calls',
                },
              ],
            }),
      );
    });
    const tools = [
      { type: 'function' as const, function: { name: 'find', parameters: { type: 'object', properties: {} } } },
    ];
    const client = clientOf(proxy);
    const first = await client.chat.completions.create({ model: 'm', messages, tools });
    expect(first.choices[0].message.tool_calls).toEqual([call]);
    const second = await client.chat.completions.create({
      model: 'm',
      tools,
      messages: [...messages, first.choices[0].message, { role: 'tool', tool_call_id: 'c1', content: 'yes' }],
    });
    expect(second.choices[0].message.content).toBe('Found.');
    expect(proxy.layer.requests).toHaveLength(1);
    expect(proxy.layer.settled).toEqual([{ reply: 'Found.', wasPlanned: true }]);
  });
});

describe('the layer itself, over the wire', () => {
  const letters = [
    { wants: 'a letter to a friend', good: 'warm', next: '', share: 50 },
    { wants: 'a letter to the bank', good: 'formal', next: '', share: 50 },
  ];
  const weigh = {
    answers: [
      { gist: 'a warm letter', fits: [10, 1], sure: 100, tokens: 150 },
      { gist: 'a formal letter', fits: [1, 10], sure: 100, tokens: 150 },
    ],
    questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
  };
  const real = (scripts: Record<string, Script>) => ({
    makeLayer: createLayer,
    initiative: { planner: scriptedModel(scripts) },
  });

  it('meets a vague request with a question, recognises the stateless client, and answers', async () => {
    const proxy = await proxyOf(
      says('Dear bank, …', 50),
      {},
      real({
        read: [
          { kind: 'new', users: letters },
          { kind: 'reply', fits: { i1: 0, i2: 10 }, facts: [['It is for the bank.', 'the bank']] },
        ],
        weigh,
      }),
    );
    const client = clientOf(proxy);
    const start = [{ role: 'user' as const, content: 'Write me a letter.' }];
    const asked = await client.chat.completions.create({ model: 'm', messages: start }).withResponse();
    expect(asked.data.choices[0].message.content).toBe('Who is it for?');
    const next = [...start, asked.data.choices[0].message, { role: 'user' as const, content: 'the bank' }];
    const answered = await client.chat.completions.create({ model: 'm', messages: next }).withResponse();
    expect(answered.data.choices[0].message.content).toBe('Dear bank, …');
    expect(answered.response.headers.get('x-sente-act')).toBe('answer');
    const id = asked.response.headers.get('x-sente-conversation');
    expect(answered.response.headers.get('x-sente-conversation')).toBe(id);
    const kept = await fetch(`${proxy.url}/v1/sente/conversations/${id}`, { headers: { authorization: 'Bearer any' } });
    expect(await kept.json()).toMatchObject({
      turn: 2,
      model: 'm',
      ledger: { entries: [{ what: 'It is for the bank.' }] },
    });
    expect(proxy.faults).toEqual([]);
  });

  it('keeps a secret in the vault: never in the stream, never in what the host is shown', async () => {
    const proxy = await proxyOf(
      says('I have one: it is an otter, ha.', 200),
      {},
      real({
        read: { kind: 'new', users: [{ wants: 'a game', share: 100 }], decide: 'an animal to guess' },
        commit: { decision: 'otter' },
      }),
    );
    const response = await clientOf(proxy)
      .chat.completions.create({
        model: 'm',
        messages: [{ role: 'user', content: 'Think of an animal.' }],
        stream: true,
      })
      .withResponse();
    let said = '';
    for await (const { choices } of response.data) said += choices[0]?.delta.content ?? '';
    const whole = await clientOf(proxy).chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: 'Think of an animal.' }],
    });
    expect(whole.choices[0].message.content).not.toContain('otter');
    expect(whole.choices[0].finish_reason).toBe('stop');
    expect(proxy.upstream.asked.some(({ body }) => body.includes('otter'))).toBe(true);
    expect(said).not.toContain('otter');
    expect(said.length).toBeGreaterThan(5);
    const id = response.response.headers.get('x-sente-conversation');
    const url = `${proxy.url}/v1/sente/conversations/${id}`;
    const shown = await (await fetch(url, { headers: { authorization: 'Bearer any' } })).text();
    expect(JSON.parse(shown).vault).toMatchObject([{ about: 'an animal to guess', isReleased: false }]);
    expect(shown).not.toContain('otter');
  });

  it('keeps a secret in a reply that follows a tool call, in one piece too', async () => {
    const call = { id: 'c1', type: 'function' as const, function: { name: 'find', arguments: '{}' } };
    const calling = { role: 'assistant' as const, content: null, tool_calls: [call] };
    const proxy = await proxyOf(
      (reply, { body }) => {
        reply.writeHead(200, { 'content-type': 'application/json' });
        reply.end(
          body.includes('"role":"tool"')
            ? completionText('My limit is 450 euros.')
            : completionText('', { choices: [{ index: 0, message: calling, finish_reason: 'tool_calls' }] }),
        );
      },
      {},
      {
        makeLayer: createLayer,
        initiative: {
          commitments: [{ id: 'price', about: 'the lowest price', value: '450 euros' }],
          planner: scriptedModel({
            read: { kind: 'new', users: [{ wants: 'the price', share: 100, next: 'delivery' }] },
            weigh: {
              answers: [{ gist: 'the price', fits: [10], sure: 100, tokens: 50 }],
              offers: [{ say: 'Delivery is free.', because: 'the shop says so', topic: 'delivery', wanted: [100] }],
            },
          }),
        },
      },
    );
    const client = clientOf(proxy);
    const tools = [{ type: 'function' as const, function: { name: 'find', parameters: {} } }];
    const first = await client.chat.completions.create({ model: 'm', messages, tools }).withResponse();
    expect(first.response.headers.get('x-sente-by')).toBe('written');
    const results = { role: 'tool' as const, tool_call_id: 'c1', content: 'yes' };
    const next = [...messages, first.data.choices[0].message, results];
    const second = await client.chat.completions.create({ model: 'm', messages: next, tools });
    expect(second.choices[0].message.content).not.toContain('450');
    expect(second.choices[0].message.content).not.toBe('');
  });

  it('does not ask again in every turn for what the upstream’s model refuses', async () => {
    let refusals = 0;
    const proxy = await proxyOf(
      (reply, { body }) => {
        const isRefused = body.includes('response_format');
        if (isRefused) refusals++;
        reply.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' });
        if (isRefused) reply.end('{"error": {"message": "response_format is not supported"}}');
        else if (!body.includes('Fill in this form')) reply.end(completionText('Hi.'));
        else reply.end(completionText('{"kind": "new", "users": [{"wants": "a greeting", "share": 100}]}'));
      },
      {},
      { makeLayer: createLayer },
    );
    for (let turn = 0; turn < 3; turn++) {
      const { response } = await clientOf(proxy).chat.completions.create({ model: 'm', messages }).withResponse();
      expect(response.headers.get('x-sente-act')).toBe('answer');
    }
    expect(refusals).toBe(1);
  });

  it('adds little time where no model is called', async () => {
    const proxy = await proxyOf(
      says('Hi.'),
      {},
      { ...real({}), initiative: { horizon: 0, planner: scriptedModel({ read: { kind: 'new', users: [] } }) } },
    );
    const long = Array.from({ length: 200 }, (_, i) => ({
      role: i % 2 === 0 ? 'user' : 'assistant',
      content: `turn ${i}`,
    }));
    const body = JSON.stringify({ model: 'm', messages: [...long, { role: 'user', content: 'and now?' }] });
    const time = async (url: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 40; i++) {
        const started = performance.now();
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
        await (await fetch(url, init)).text();
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[20];
    };
    const direct = await time(`${proxy.upstream.url}/chat/completions`);
    const through = await time(`${proxy.url}/v1/chat/completions`);
    expect(through - direct).toBeLessThan(50); // about 2 (benchmarks/proxy-overhead.ts); generous, for machines that do other things
  });
});
