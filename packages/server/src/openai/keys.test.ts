import { describe, expect, it } from 'vitest';
import { hello, post, proxyOf } from '../testing/proxy-of.ts';
import { says } from '../testing/scripted-upstream.ts';

const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

describe('keys', () => {
  it('of clients are passed on where the proxy has none of its own', async () => {
    const proxy = await proxyOf(says('Hi.'));
    expect((await post(proxy, hello, bearer('sk-mine'))).status).toBe(200);
    expect(proxy.upstream.asked[0].headers.authorization).toBe('Bearer sk-mine');
    expect((await post(proxy, hello)).status).toBe(200);
    expect(proxy.upstream.asked[1].headers.authorization).toBeUndefined();
  });

  it('of the upstream are sent in place of clients’', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { upstreamKey: 'sk-up' });
    await post(proxy, hello, bearer('sk-mine'));
    expect(proxy.upstream.asked[0].headers.authorization).toBe('Bearer sk-up');
  });

  it('of the proxy are asked for on loopback too, and never sent upstream', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { keys: ['k2'] }, { key: 'k1' });
    for (const [headers, status] of [
      [{}, 401],
      [bearer('k3'), 401],
      [bearer('k'), 401],
      [bearer('k1'), 200],
      [bearer('k2'), 200],
      [{ authorization: 'bearer k2' }, 200],
    ] as const) {
      expect((await post(proxy, hello, headers)).status).toBe(status);
    }
    expect(proxy.upstream.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined, undefined]);
    for (const path of [
      '/v1/models',
      '/v1/sente/conversations/x',
      '/v1/sente/conversations/x/initiative',
      '/v1/nothing',
    ]) {
      expect((await fetch(`${proxy.url}${path}`)).status).toBe(401);
    }
    expect((await fetch(`${proxy.url}/v1/models`, { headers: bearer('k2') })).status).toBe(200);
  });

  it('of the proxy do not go upstream under any other name either', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { keys: ['k2'], upstreamKey: 'sk-up' });
    await post(proxy, hello, { ...bearer('k2'), 'x-api-key': 'k2', 'api-key': 'k2' });
    await fetch(`${proxy.url}/v1/models`, { headers: { ...bearer('k2'), 'x-api-key': 'k2' } });
    expect(proxy.upstream.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-up', 'Bearer sk-up']);
    for (const { headers } of proxy.upstream.asked) expect(JSON.stringify(headers)).not.toContain('k2');
    const open = await proxyOf(says('Hi.'));
    await post(open, hello, { 'api-key': 'mine' });
    expect(open.upstream.asked[0].headers['api-key']).toBe('mine');
  });

  it('that open the model alone do not open the owner’s routes', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { keys: ['k2'] }, { key: 'k1' });
    const openapi = (key: string) => fetch(`${proxy.url}/api/openapi.json`, { headers: bearer(key) });
    expect((await openapi('k2')).status).toBe(401);
    const described = await openapi('k1');
    expect(described.status).toBe(200);
    const { paths } = (await described.json()) as { paths: object };
    expect(Object.keys(paths).filter((path) => path.startsWith('/v1'))).toEqual(
      expect.arrayContaining(['/v1/chat/completions', '/v1/models', '/v1/sente/conversations/{id}/initiative']),
    );
  });

  it('are in no answer and no fault of ours', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { upstreamKey: 'sk-up-secret', keys: ['k-secret'] });
    await proxy.upstream.close();
    const answers = [
      await post(proxy, hello, bearer('k-secret')),
      await post(proxy, hello, bearer('wrong-secret')),
      await post(proxy, '{', bearer('k-secret')),
    ];
    for (const answer of answers)
      expect((await answer.text()) + JSON.stringify([...answer.headers])).not.toContain('secret');
    expect(String(proxy.faults)).not.toContain('secret');
  });

  it('are demanded where others can reach the proxy', async () => {
    await expect(proxyOf(says('Hi.'), {}, {}, { host: '0.0.0.0' })).rejects.toThrow('--key');
    const proxy = await proxyOf(says('Hi.'), {}, { keys: ['k'] }, { host: '0.0.0.0' });
    const url = proxy.url.replace('0.0.0.0', '127.0.0.1');
    expect((await post({ url }, hello)).status).toBe(401);
    expect((await post({ url }, hello, bearer('k'))).status).toBe(200);
    expect(proxy.upstream.asked[0].headers.authorization).toBeUndefined();
  });
});

describe('the upstream’s other routes', () => {
  it('cannot be reached by way of a model’s name', async () => {
    const proxy = await proxyOf(says('Hi.'), {}, { upstreamKey: 'sk-up' });
    for (const path of ['..%2ffiles', '%2e%2e%2ffiles', 'a%3fb']) {
      expect((await fetch(`${proxy.url}/v1/models/${path}`)).status).toBe(404);
    }
    expect(proxy.upstream.asked).toEqual([]);
    await fetch(`${proxy.url}/v1/models/org/name:7b`);
    expect(proxy.upstream.asked[0].path).toBe('/v1/models/org/name:7b');
  });
});

describe('strangers', () => {
  it('on other sites’ pages may use nothing', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const response = await post(proxy, hello, { origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      error: {
        type: 'invalid_request_error',
        code: 'wrong_origin',
        message: expect.stringContaining('behind the page'),
      },
    });
    const preflight = await fetch(`${proxy.url}/v1/chat/completions`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect(proxy.upstream.asked).toEqual([]);
  });

  it('get the same form of refusal everywhere under /v1, and the other one elsewhere', async () => {
    const proxy = await proxyOf(says('Hi.'));
    const form = {
      error: { message: expect.any(String), type: 'invalid_request_error', param: null, code: expect.any(String) },
    };
    const lost = await fetch(`${proxy.url}/v1/nothing`);
    expect([lost.status, await lost.json()]).toEqual([404, form]);
    const wrong = await fetch(`${proxy.url}/v1/chat/completions`);
    expect([wrong.status, wrong.headers.get('allow'), await wrong.json()]).toEqual([405, 'POST', form]);
    expect(await (await fetch(`${proxy.url}/api/nothing`)).json()).toMatchObject({ error: { code: 'not-found' } });
  });
});
