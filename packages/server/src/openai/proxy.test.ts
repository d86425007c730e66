import { describe, expect, it } from 'vitest';
import { hello, post, proxyOf } from '../testing/proxy-of.ts';
import { chunkTexts, completionText, says } from '../testing/scripted-upstream.ts';

const strange = `{ "model":"m",\n\t"messages" : [{"role":"user","content":"h\\u00e9llo \\ud83d\\ude00"}],"seed":12345678901234567890, "x_vendor":{"a":1.0} , "metadata":{"sente_horizon":"1"}}`;

describe('passing', () => {
  it('sends the client’s own bytes upstream and the upstream’s own bytes back', async () => {
    const proxy = await proxyOf(says('Hi there.'));
    const response = await post(proxy, strange, { 'x-custom': 'kept', 'x-sente-mode': 'act', cookie: 'a=b' });
    expect(await response.text()).toBe(completionText('Hi there.'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-request-id')).toBe('up-1');
    expect(response.headers.get('x-sente-by')).toBe('bare');
    expect(response.headers.get('x-sente-act')).toBe('answer');
    const [asked] = proxy.upstream.asked;
    expect(asked.body.equals(Buffer.from(strange))).toBe(true);
    expect(asked.path).toBe('/v1/chat/completions');
    expect(asked.headers).toMatchObject({ 'x-custom': 'kept', 'content-type': 'application/json' });
    expect(Object.keys(asked.headers).filter((name) => /sente|cookie/.test(name))).toEqual([]);
    expect(proxy.upstream.asked).toHaveLength(1);
    expect(proxy.layer.requests[0].horizon).toBe(1);
    expect(proxy.layer.settled).toEqual([{ reply: 'Hi there.', wasPlanned: true }]);
  });

  it('streams the upstream’s own bytes', async () => {
    const proxy = await proxyOf(says('One two three.'));
    const response = await post(proxy, { ...hello, stream: true });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toBe(chunkTexts('One two three.').join(''));
    expect(proxy.layer.settled).toEqual([{ reply: 'One two three.', wasPlanned: true }]);
  });

  it.each([
    [{ n: 2 }],
    [{ modalities: ['text', 'audio'] }],
    [{ tool_choice: 'required' }],
    [{ tool_choice: { type: 'function', function: { name: 'f' } } }],
    [{ response_format: { type: 'json_object' } }],
    [{ logprobs: true }],
  ])('decides nothing where a form is demanded: %j', async (form) => {
    const proxy = await proxyOf(says('{}'), { plan: { do: 'say', text: 'What for?' } });
    const body = JSON.stringify({ ...hello, ...form });
    const response = await post(proxy, body);
    expect(await response.text()).toBe(completionText('{}'));
    expect(response.headers.get('x-sente-aside')).toBe('formal');
    expect(proxy.upstream.asked[0].body.toString()).toBe(body);
    expect(proxy.layer.requests).toEqual([]);
  });

  it.each([['{"model": "m", '], ['[]'], ['{"model":"m","messages":"hi"}'], ['{"model":"m","messages":[null]}']])(
    'leaves it to the upstream to refuse what makes no sense: %s',
    async (body) => {
      const proxy = await proxyOf((reply) => {
        reply.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
      });
      const response = await post(proxy, body);
      expect([response.status, await response.text()]).toEqual([400, '{"error":{"message":"no"}}']);
      expect(proxy.upstream.asked[0].body.toString()).toBe(body);
    },
  );

  it('decides nothing for a request that says so', async () => {
    const told = { plan: { do: 'say', text: 'What for?' } } as const;
    const proxy = await proxyOf(says('Hi.'), told);
    for (const off of [{ metadata: { sente_off: 'true' } }, { metadata: { sente_mode: 'off' } }]) {
      expect((await post(proxy, { ...hello, ...off })).headers.get('x-sente-aside')).toBe('off');
    }
    expect((await post(proxy, hello, { 'x-sente-off': '1' })).headers.get('x-sente-by')).toBe('bare');
    expect((await post(proxy, hello, { 'x-sente-off': '0' })).headers.get('x-sente-by')).toBe('said');
  });

  it('forwards the list of models', async () => {
    const proxy = await proxyOf(says(''), {}, { upstreamKey: 'sk-up' });
    const response = await fetch(`${proxy.url}/v1/models`);
    expect(await response.text()).toBe('{"object":"list", "data":[{"id":"m","object":"model"}]}');
    expect(proxy.upstream.asked[0]).toMatchObject({ path: '/v1/models', headers: { authorization: 'Bearer sk-up' } });
  });

  it('serves only the models that were named', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { models: ['m', 'k'] });
    expect((await post(proxy, hello)).status).toBe(200);
    const refused = await post(proxy, { ...hello, model: 'z' });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({
      error: { code: 'model_not_found', message: expect.stringContaining('m, k') },
    });
  });
});

describe('saying', () => {
  const told = {
    delay: 50,
    plan: { do: 'say', text: 'For “whom”?', form: { question: 'For “whom”?', choices: ['me', 'you'] } },
  } as const;

  it('gives a whole completion', async () => {
    const proxy = await proxyOf(says('Hi.', 300), told);
    const response = await post(proxy, hello);
    expect(response.headers.get('x-sente-act')).toBe('ask');
    expect(response.headers.get('x-sente-by')).toBe('said');
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toEqual({
      id: expect.stringMatching(/^chatcmpl-/),
      object: 'chat.completion',
      created: expect.any(Number),
      model: 'm',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: 'For “whom”?', refusal: null },
          logprobs: null,
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
    await expect.poll(() => proxy.upstream.asked[0].isAborted).toBe(true);
    expect(proxy.layer.settled).toEqual([{ reply: 'For “whom”?', wasPlanned: true }]);
  });

  it('gives chunks, usage and the end', async () => {
    const proxy = await proxyOf(says('Hi.', 300), told);
    const response = await post(proxy, { ...hello, stream: true, stream_options: { include_usage: true } });
    const events = (await response.text())
      .trim()
      .split('\n\n')
      .map((event) => event.replace('data: ', ''));
    expect(events.pop()).toBe('[DONE]');
    const chunks = events.map((event) => JSON.parse(event));
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('For “whom”?');
    expect(chunks.at(-2).choices[0].finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 120 } });
  });
});

describe('writing', () => {
  it('changes the messages and nothing else', async () => {
    const told = { plan: { do: 'write', note: 'Be brief.', leaveOut: [2] } } as const;
    const proxy = await proxyOf(says('Written.'), told);
    const messages = [
      { role: 'system', content: 'Sys.' },
      { role: 'user', content: 'a', name: 'ann' },
      { role: 'assistant', content: 'old draft' },
      { role: 'user', content: 'b' },
    ];
    const sent = `{"seed":12345678901234567890,"temperature":1.0,"x":{"y":[1]},"messages":${JSON.stringify(messages)},"model":"m"}`;
    const response = await post(proxy, sent);
    expect(await response.text()).toBe(completionText('Written.'));
    expect(response.headers.get('x-sente-by')).toBe('written');
    const written = proxy.upstream.asked.find(({ body }) => body.toString() !== sent)!.body.toString();
    expect(written).toContain('"seed":12345678901234567890,"temperature":1.0,"x":{"y":[1]}');
    const { messages: changed } = JSON.parse(written);
    expect(changed[0].content).toContain('Sys.');
    expect(changed[0].content).toContain('Be brief.');
    expect(changed[1]).toEqual(messages[1]);
    expect(changed[2].content).not.toContain('old draft');
    expect(changed[3]).toEqual(messages[3]);
  });
});

describe('the decision in the reply', () => {
  it('stands there when it is asked for, and the upstream hears nothing of it', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const { choices, sente } = (await (await post(proxy, { ...hello, sente: true })).json()) as never as {
      choices: { message: { content: string } }[];
      sente: Record<string, unknown>;
    };
    expect(choices[0].message.content).toBe('Hi.');
    expect(sente).toMatchObject({ act: 'answer', by: 'bare', horizon: 2, why: 'because it was told to' });
    expect(JSON.parse(proxy.upstream.asked[0].body.toString())).toEqual(hello);
  });

  it('stands before the end of a stream', async () => {
    for (const told of [{}, { plan: { do: 'say', text: 'Which?' } }] as const) {
      const proxy = await proxyOf(says('Hi.', 50), told);
      const response = await post(proxy, { ...hello, stream: true, metadata: { sente: 'decision' } });
      const events = (await response.text()).trim().split('\n\n');
      expect(events.at(-1)).toBe('data: [DONE]');
      expect(JSON.parse(events.at(-2)!.slice(6))).toMatchObject({ choices: [], sente: { horizon: 2 } });
    }
  });

  it('stands nowhere else', async () => {
    const proxy = await proxyOf(says('Hi.'));
    expect(await (await post(proxy, hello)).text()).not.toContain('sente');
  });
});

describe('observing', () => {
  it('waits for nothing, changes nothing, and records', async () => {
    const told = { plan: { do: 'say', text: 'Which?' }, delay: 1000 } as const;
    const proxy = await proxyOf(says('Hi.'), told, { initiative: { mode: 'observe' } });
    const started = performance.now();
    const response = await post(proxy, hello);
    expect(await response.text()).toBe(completionText('Hi.'));
    expect(performance.now() - started).toBeLessThan(900);
    expect(response.headers.get('x-sente-aside')).toBe('observe');
    await expect.poll(() => proxy.layer.settled, { timeout: 5000 }).toEqual([{ reply: 'Hi.', wasPlanned: false }]);
  });
});
