import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hello, post, proxyOf } from '../testing/proxy-of.ts';
import { chunkTexts, completionText, says, type UpstreamScript } from '../testing/scripted-upstream.ts';

const stream = { ...hello, stream: true };
const slow = { plan: { do: 'say', text: 'Which?' }, delay: 60_000 } as const;
const quick = { plan: { do: 'say', text: 'Which?' }, delay: 20 } as const;
const write = { plan: { do: 'write', note: 'Be brief.', leaveOut: [] } } as const;
const soon = { initiative: { deadline: 150 } };

/** Milliseconds until this is done. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The bare reply for the first call, and another script for later ones. */
function first(bare: UpstreamScript, later: UpstreamScript): UpstreamScript {
  return (reply, asked, count) => (count === 0 ? bare : later)(reply, asked, count);
}

describe('an upstream that refuses', () => {
  it.each([
    [
      429,
      { 'retry-after': '7', 'content-type': 'application/json' },
      '{"error":{"message":"slow down","type":"requests"}}',
    ],
    [500, { 'content-type': 'text/html' }, '<h1>Oops</h1>'],
    [401, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' }, '{"error":{"message":"no key"}}'],
  ])('is passed on as it is, at once: %i', async (status, headers, body) => {
    for (const request of [hello, stream]) {
      const proxy = await proxyOf((reply) => void reply.writeHead(status, headers).end(body), slow);
      let response: Response | undefined;
      expect(await timed(async () => (response = await post(proxy, request)))).toBeLessThan(1000);
      expect([response!.status, await response!.text()]).toEqual([status, body]);
      for (const [name, value] of Object.entries(headers)) expect(response!.headers.get(name)).toBe(value);
      expect(proxy.faults).toEqual([]);
    }
  });

  it('is told apart from one that is not there', async () => {
    const proxy = await proxyOf(says(''), slow);
    await proxy.upstream.close();
    const response = await post(proxy, hello);
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({
      error: {
        message: expect.stringContaining('ECONNREFUSED'),
        type: 'server_error',
        param: null,
        code: 'upstream_unreachable',
      },
    });
  });

  it('refuses a written request: then the client’s own is answered', async () => {
    for (const status of [400, 413, 429, 500]) {
      const refuse: UpstreamScript = (reply) => void reply.writeHead(status).end('{"error":{}}');
      for (const request of [hello, stream]) {
        const proxy = await proxyOf(first(says('Bare.', 30), refuse), write);
        const response = await post(proxy, request);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain('Bare.');
        expect(response.headers.get('x-sente-aside')).toBe('fault');
      }
    }
  });

  it('takes no second system prompt: then the client’s own request goes', async () => {
    const standing = { standing: write.plan } as const;
    const proxy = await proxyOf((reply, asked, count) => {
      if (asked.body.includes('Be brief.')) reply.writeHead(400).end('{"error":{}}');
      else return says('Bare.')(reply, asked, count);
    }, standing);
    expect(await (await post(proxy, hello)).text()).toBe(completionText('Bare.'));
    expect(proxy.upstream.asked.map(({ body }) => body.toString())[1]).toBe(JSON.stringify(hello));
  });
});

describe('an upstream that closes connections which wait', () => {
  it('is asked again, once, and the client does not notice', async () => {
    const served = new WeakSet<object>();
    const proxy = await proxyOf((reply, asked, count) => {
      const { socket } = reply;
      if (socket === null || served.has(socket)) return void socket?.destroy();
      served.add(socket);
      return says('Hi.')(reply, asked, count);
    });
    for (let i = 0; i < 4; i++) expect(await (await post(proxy, hello)).text()).toBe(completionText('Hi.'));
    expect(proxy.faults).toEqual([]);
  });
});

describe('an upstream that breaks off', () => {
  const half: UpstreamScript = async (reply) => {
    reply.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of chunkTexts('One two three four.').slice(0, 3)) reply.write(chunk);
    await sleep(30);
    reply.destroy();
  };

  it('in the bare reply, breaks off as it would without us', async () => {
    const proxy = await proxyOf(half);
    const response = await post(proxy, stream);
    const reader = response.body!.getReader();
    let text = '';
    const read = async (): Promise<void> => {
      for (let next = await reader.read(); !next.done; next = await reader.read()) text += Buffer.from(next.value);
    };
    await expect(read()).rejects.toThrow();
    expect(text).toBe(chunkTexts('One two three four.').slice(0, 3).join(''));
    expect((await post(proxy, hello)).status).toBe(200);
  });

  it('in a written reply, is ended cleanly, and the reason is told', async () => {
    const proxy = await proxyOf(first(says('Bare.', 300), half), write);
    const response = await post(proxy, { ...stream, metadata: { sente: '1' } });
    expect(response.headers.get('x-sente-by')).toBe('written');
    const events = (await response.text())
      .trim()
      .split('\n\n')
      .map((event) => event.slice(6));
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
    expect(chunks.find(({ choices }) => choices[0]?.finish_reason)?.choices[0].finish_reason).toBe('length');
    expect(chunks.at(-1).sente.aside.reason).toBe('fault');
  });

  it('before the first token of a written reply: then the bare one goes out', async () => {
    const proxy = await proxyOf(
      first(says('Bare.', 30), (reply) => void reply.destroy()),
      write,
    );
    for (const request of [hello]) expect(await (await post(proxy, request)).text()).toContain('Bare.');
  });
});

describe('an upstream that talks nonsense', () => {
  const garbage: UpstreamScript = (reply, { body }) => {
    const isStream = JSON.parse(body.toString()).stream === true;
    reply.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
    reply.end(isStream ? 'data: {"choices": [{"del\n\ndata: }}}\n\ndata: [1]\n\n' : '{"choices": [{"mess');
  };

  it('in the bare reply, is passed on', async () => {
    const proxy = await proxyOf(garbage);
    expect(await (await post(proxy, hello)).text()).toBe('{"choices": [{"mess');
    expect(await (await post(proxy, stream)).text()).toContain('data: }}}\n\n');
    expect(proxy.faults).toEqual([]);
  });

  it('in a written reply, gives way to the bare one', async () => {
    for (const request of [hello, stream]) {
      const proxy = await proxyOf(first(says('Bare.', 30), garbage), write);
      expect(await (await post(proxy, request)).text()).toContain('Bare.');
    }
  });
});

describe('an upstream that hangs', () => {
  const silent: UpstreamScript = () => {};

  it('leaves the client waiting as the bare model would, and lets go when the client does', async () => {
    const proxy = await proxyOf(silent, slow, soon);
    const leaving = new AbortController();
    const waiting = post(proxy, stream, {}, leaving.signal);
    await expect.poll(() => proxy.upstream.asked.length).toBe(1);
    await sleep(400);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
    await expect.poll(() => proxy.upstream.asked[0].isAborted).toBe(true);
    await expect.poll(() => proxy.layer.requests[0].signal?.aborted).toBe(true);
    expect(proxy.faults).toEqual([]);
  });

  it('does not keep what the layer has to say', async () => {
    const proxy = await proxyOf(silent, quick);
    expect(await (await post(proxy, hello)).text()).toContain('Which?');
  });

  it('with the written reply: then the bare one goes out within the deadline', async () => {
    const proxy = await proxyOf(first(says('Bare.', 100), silent), write, soon);
    let text = '';
    const took = await timed(async () => {
      text = await (await post(proxy, hello)).text();
    });
    expect(text).toContain('Bare.');
    expect(took).toBeLessThan(100 + 150 + 1000);
  });
});

describe('a client that leaves', () => {
  it('in the middle of a stream ends the upstream’s work', async () => {
    let sent = 0;
    const proxy = await proxyOf(async (reply) => {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let i = 0; i < 1000 && !reply.destroyed; i++) {
        reply.write(chunkTexts('word')[1]);
        sent += 1;
        await sleep(5);
      }
    });
    const leaving = new AbortController();
    const response = await post(proxy, stream, {}, leaving.signal);
    await response.body!.getReader().read();
    leaving.abort();
    await expect.poll(() => proxy.upstream.asked[0].isAborted).toBe(true);
    expect(sent).toBeLessThan(200);
    expect(proxy.faults).toEqual([]);
  });
});

describe('time', () => {
  it('is the bare model’s and the deadline at most, to the first byte', async () => {
    for (const request of [hello, stream]) {
      const proxy = await proxyOf(says('Bare.', 100), { ...slow, delay: 500 }, soon);
      let response: Response | undefined;
      const took = await timed(async () => (response = await post(proxy, request)));
      expect(response!.headers.get('x-sente-aside')).toBe('deadline');
      expect(await response!.text()).toContain('Bare.');
      expect(took).toBeGreaterThan(200);
      expect(took).toBeLessThan(100 + 150 + 1000);
      await expect.poll(() => proxy.layer.settled).toEqual([{ reply: 'Bare.', wasPlanned: false }]);
    }
  });

  it('is the bare model’s when the layer throws', async () => {
    const proxy = await proxyOf(says('Bare.'), { fault: new Error('ours') });
    const response = await post(proxy, hello);
    expect(await response.text()).toBe(completionText('Bare.'));
    expect(response.headers.get('x-sente-aside')).toBe('fault');
  });

  it('of a reply that comes one byte at a time is as without us', async () => {
    const text = chunkTexts('Hi.').join('');
    const proxy = await proxyOf(async (reply) => {
      reply.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const byte of Buffer.from(text)) {
        reply.write(Buffer.from([byte]));
        await sleep(1);
      }
      reply.end();
    });
    expect(await (await post(proxy, stream)).text()).toBe(text);
  });
});

describe('a server that sends blanks while the model thinks', () => {
  const thinking: UpstreamScript = async (reply) => {
    reply.writeHead(200, { 'content-type': 'application/json' });
    for (let i = 0; i < 10; i++) {
      reply.write('\n  ');
      await sleep(100);
    }
    reply.end(completionText('Bare.'));
  };

  it('keeps the connection open through us too', async () => {
    const proxy = await proxyOf(thinking);
    const reader = (await post(proxy, hello)).body!.getReader();
    const started = performance.now();
    let text = Buffer.from((await reader.read()).value!).toString();
    expect(performance.now() - started).toBeLessThan(800);
    expect(text.trim()).toBe('');
    for (let next = await reader.read(); !next.done; next = await reader.read()) text += Buffer.from(next.value);
    expect(text).toBe('\n  '.repeat(10) + completionText('Bare.'));
    expect(proxy.layer.settled).toEqual([{ reply: 'Bare.', wasPlanned: true }]);
  });

  it('has not begun to answer with that', async () => {
    const proxy = await proxyOf(thinking, { ...quick, delay: 200 }, { initiative: { deadline: 50 } });
    expect((await post(proxy, hello)).headers.get('x-sente-by')).toBe('said');
  });
});

describe('size', () => {
  it('of a request is bounded', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { limits: { body: 1000 } });
    const response = await post(proxy, { ...hello, pad: 'x'.repeat(2000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: { code: 'request_too_large', type: 'invalid_request_error' },
    });
  });

  it.each([['one document'], ['a stream']])('of a 40 MB reply does not matter: %s', async (kind) => {
    const isStream = kind === 'a stream';
    const event = Buffer.from(chunkTexts('x'.repeat(1000))[1]);
    const piece = isStream ? event : Buffer.alloc(64 * 1024, 32);
    const count = Math.ceil((40 * 1024 * 1024) / piece.length);
    let held = 0;
    const proxy = await proxyOf(async (reply) => {
      reply.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
      for (let i = 0; i < count; i++) {
        if (!reply.write(piece)) await new Promise((resolve) => reply.once('drain', resolve));
      }
      reply.end();
      held += 1;
    });
    const response = await post(proxy, isStream ? stream : hello);
    const reader = response.body!.getReader();
    await reader.read();
    // A client that reads nothing holds the upstream back: it cannot have sent everything.
    await sleep(300);
    expect(held).toBe(0);
    let length = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) length += next.value.byteLength;
    expect(length).toBeGreaterThan(40 * 1024 * 1024 - 200_000);
    expect(proxy.faults).toEqual([]);
  });
});
