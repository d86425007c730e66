import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { streamText } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCaller } from './create-caller.ts';
import { openModel } from './open-model.ts';

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

const KEY = 'sk-secret-4711-abcdef';
let server: Server | undefined;
afterEach(() => new Promise((done) => (server === undefined ? done(undefined) : server.close(done))));

/** A server that speaks OpenAI's protocol, on a free port. */
async function serve(answer: (seen: Seen, before: number) => Answer): Promise<{ origin: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const one = { url: request.url ?? '', headers: request.headers, body: JSON.parse(text) };
    const { status = 200, headers = {}, body } = answer(one, seen.length);
    seen.push(one);
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/event-stream' : 'application/json',
      ...headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function completion(content: string, more: object = {}): Answer {
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...more }];
  return {
    body: {
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices,
      usage: { prompt_tokens: 11, completion_tokens: 5 },
    },
  };
}

const call = { label: 'read', system: 's', prompt: 'p', schema: z.object({ want: z.string() }) };

describe('openModel', () => {
  it('calls a server at a URL, with the key, and tells it nothing of ours', async () => {
    const { origin, seen } = await serve(() => completion('{"want": "tea"}'));
    const model = openModel(`${origin}/v1/#org/model:free`, { env: { SENTE_MODEL_KEY: KEY } });
    const caller = createCaller(model);
    expect(await caller.json(call)).toEqual({ want: 'tea' });
    expect(caller.usage()).toMatchObject({ calls: 1, inputTokens: 11, outputTokens: 5 });
    expect(seen[0].url).toBe('/v1/chat/completions');
    expect(seen[0].headers.authorization).toBe(`Bearer ${KEY}`);
    expect(seen[0].body).toMatchObject({ model: 'org/model:free', max_tokens: 1000, temperature: 0 });
    expect(seen[0].body.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'read', strict: true },
    });
    expect(Object.keys(seen[0].body).sort()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'response_format',
      'temperature',
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/sente|label/);
  });

  it('has the server only guided by a form that strict ones refuse', async () => {
    const { origin, seen } = await serve(() => completion('{"weights": {"a": 1}}'));
    const schema = z.object({ weights: z.record(z.string(), z.number()) });
    const caller = createCaller(openModel(`${origin}#m`, { env: {} }));
    expect(await caller.json({ ...call, schema })).toEqual({ weights: { a: 1 } });
    expect(seen[0].body.response_format).toMatchObject({ json_schema: { strict: false } });
    expect(seen[0].body).not.toHaveProperty('strictJsonSchema');
  });

  it('takes the address as it is', async () => {
    const { origin, seen } = await serve(() => completion('x'));
    const text = { label: 'x', system: 's', prompt: 'p' };
    for (const id of [
      `${origin}#m`,
      `${origin}/#m`,
      `${origin}/api/v1#m`,
      `${origin}/v1/chat/completions#m`,
      `${origin}/v1?version=2#m`,
    ])
      await createCaller(openModel(id, { env: {} })).text(text);
    expect(seen.map((one) => one.url)).toEqual([
      '/chat/completions',
      '/chat/completions',
      '/api/v1/chat/completions',
      '/v1/chat/completions',
      '/v1/chat/completions?version=2',
    ]);
    expect(seen[0].headers.authorization).toBeUndefined();
  });

  it('finds Ollama and OpenAI by the environment', async () => {
    const { origin, seen } = await serve(() => completion('x'));
    const text = { label: 'x', system: 's', prompt: 'p' };
    await createCaller(
      openModel('ollama:llama3.2:1b', { env: { OLLAMA_HOST: origin.replace('http://127.0.0.1', '0.0.0.0') } }),
    ).text(text);
    await createCaller(
      openModel('openai:gpt-x', { env: { OPENAI_BASE_URL: `${origin}/v1/`, OPENAI_API_KEY: ` ${KEY}\n` } }),
    ).text(text);
    expect(seen.map((one) => [one.url, one.body.model])).toEqual([
      ['/v1/chat/completions', 'llama3.2:1b'],
      ['/v1/chat/completions', 'gpt-x'],
    ]);
    expect(seen[1].headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it('asks OpenAI itself in its newer words', async () => {
    let body = '';
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      body = String(init?.body);
      return Response.json(completion('x').body);
    };
    await createCaller(openModel('openai:gpt-x', { env: { OPENAI_API_KEY: KEY }, fetch })).text({
      label: 'x',
      system: 's',
      prompt: 'p',
    });
    expect(JSON.parse(body)).toMatchObject({ max_completion_tokens: 1000 });
    expect(JSON.parse(body)).not.toHaveProperty('max_tokens');
  });

  it('falls back where the server knows no response_format', async () => {
    const { origin, seen } = await serve(({ body }) =>
      body.response_format
        ? { status: 400, body: { error: { message: 'unknown field response_format' } } }
        : completion('{"want": "tea"}'),
    );
    const caller = createCaller(openModel(`${origin}#m`, { env: {} }));
    expect(await caller.json(call)).toEqual({ want: 'tea' });
    await caller.json(call);
    expect(seen.map((one) => 'response_format' in one.body)).toEqual([true, false, false]);
  });

  it('asks for log-probabilities and reads them', async () => {
    const content = [{ token: 'Yes', logprob: -0.5, top_logprobs: [{ token: 'Yes', logprob: -0.5 }] }];
    const { origin, seen } = await serve(() => completion('Yes', { logprobs: { content } }));
    const reply = await createCaller(openModel(`${origin}#m`, { env: {} })).text({
      label: 'x',
      system: 's',
      prompt: 'p',
      logprobs: true,
    });
    expect(seen[0].body).toMatchObject({ logprobs: true, top_logprobs: 5 });
    expect(reply.logprobs).toEqual([{ token: 'Yes', logprob: -0.5, top: [{ token: 'Yes', logprob: -0.5 }] }]);
  });

  it('tries again after 429 and 500', async () => {
    const { origin, seen } = await serve((_, before) =>
      before === 0
        ? { status: 429, headers: { 'Retry-After': '0.01' }, body: { error: { message: 'busy' } } }
        : before === 1
          ? { status: 500, headers: { 'retry-after-ms': '5' }, body: { nonsense: true } }
          : completion('{"want": "tea"}'),
    );
    expect(await createCaller(openModel(`${origin}#m`, { env: {} })).json(call)).toEqual({ want: 'tea' });
    expect(seen).toHaveLength(3);
  });

  it('streams, and asks for usage', async () => {
    const chunk = (part: object): string => `data: ${JSON.stringify({ id: 'c', created: 1, model: 'm', ...part })}\n\n`;
    const { origin, seen } = await serve(() => ({
      body: `${chunk({ choices: [{ index: 0, delta: { content: 'Hel' } }] })}${chunk({ choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: 'stop' }] })}${chunk({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } })}data: [DONE]\n\n`,
    }));
    const stream = streamText({ model: openModel(`${origin}#m`, { env: {} }), prompt: 'x' });
    expect(await stream.text).toBe('Hello');
    expect((await stream.usage).totalTokens).toBe(5);
    expect(seen[0].body.stream_options).toEqual({ include_usage: true });
  });
});

describe('keys', () => {
  const everything = (error: unknown): string =>
    `${inspect(error, { depth: 12, showHidden: true })}${(error as Error).stack}${JSON.stringify(error)}`;

  it('are in no error, whatever the server says', async () => {
    const { origin } = await serve(() => ({
      status: 401,
      headers: { 'x-echo': KEY },
      body: { error: { message: `Incorrect API key provided: ${KEY}` } },
    }));
    const error = await createCaller(openModel(`${origin}/v1?api-key=${KEY}#m`, { env: {}, key: KEY }))
      .json(call)
      .catch((thrown: unknown) => thrown);
    expect((error as Error).message).toBe('Incorrect API key provided: [key]');
    expect(error).toMatchObject({ statusCode: 401 });
    expect(everything(error)).not.toContain(KEY);
  });

  it('are in no error of the connection', async () => {
    const leaky = async (): Promise<Response> => {
      throw new TypeError(`Failed to parse URL with Bearer ${KEY}`);
    };
    const sleep = async (): Promise<void> => {};
    for (const fetch of [leaky, undefined]) {
      const error = await createCaller(openModel('http://127.0.0.1:9/v1#m', { env: {}, key: KEY, fetch }), { sleep })
        .json(call)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(everything(error)).not.toContain(KEY);
    }
  });

  it('that cannot be sent, or are in the wrong place, are refused without being shown', () => {
    for (const open of [
      () => openModel('http://x/v1#m', { env: {}, key: `${KEY}\nInjected: header` }),
      () => openModel(`http://user:${KEY}@host/v1#m`, { env: {} }),
      () => openModel(`http://user:${KEY}@host/v1`, { env: {} }),
      () => openModel(`http://host/v1?key=${KEY}`, { env: {} }),
    ]) {
      let error: unknown;
      try {
        open();
      } catch (thrown) {
        error = thrown;
      }
      expect((error as Error).name).toMatch(/ModelKeyError|UnknownModelError/);
      expect(everything(error)).not.toContain(KEY);
    }
  });

  it('are asked for where they are needed', () => {
    expect(() => openModel('openai:gpt-x', { env: {} })).toThrow(/set OPENAI_API_KEY/);
  });
});

describe('IDs that name no model', () => {
  it.each([
    ['pocket', /opened by `openAnyModel`/],
    ['Pocket', /Did you mean `pocket`/],
    ['pockt:base', /Did you mean `pocket`/],
    ['gpt-4o-mini', /Did you mean `openai:gpt-4o-mini`/],
    ['openai/gpt-4o', /Did you mean `openai:gpt-4o`/],
    ['opnai:gpt-4o', /Did you mean `openai:gpt-4o`/],
    ['olama:qwen3', /Did you mean `ollama:qwen3`/],
    ['Ollama:qwen3', /Did you mean `ollama:qwen3`/],
    ['llama3.2:1b', /Did you mean `ollama:llama3.2:1b`/],
    ['openai:', /`openai:NAME`/],
    ['http://localhost:8080/v1', /`http:\/\/localhost:8080\/v1#NAME`/],
    ['http://localhost:8080/v1#', /#NAME/],
    ['anthropic:claude', /can be passed in code/],
    ['ftp://x/y#m', /is no model/],
    ['http://#m', /is no model/],
    ['', /is no model/],
  ])('%s', (id, message) => {
    const open = (): unknown => openModel(id, { env: { OPENAI_API_KEY: KEY } });
    expect(open).toThrow(expect.objectContaining({ name: 'UnknownModelError' }));
    expect(open).toThrow(message);
  });
});
