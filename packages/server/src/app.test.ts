import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HostNeedsKeyError } from './errors.ts';
import { ask, lampServer } from './testing/ask.ts';

const CSV = 'Name,Colour\nlamp,red\n';
const bytes = { 'content-type': 'application/octet-stream' };
const upload = (server: ReturnType<typeof lampServer>, body: string, name = 'boots.csv', headers = bytes) =>
  ask(server, 'POST', `/api/catalog/preview?name=${encodeURIComponent(name)}`, { body, headers });

describe('the catalogue', () => {
  it('is summarised with counts', async () => {
    const { body } = await ask(lampServer(), 'GET', '/api/catalog');
    expect(body).toMatchObject({ name: 'lamps', size: 4, source: 'file' });
    expect(body.attributes).toEqual([
      expect.objectContaining({
        key: 'Colour',
        unit: null,
        values: [
          { value: 'red', count: 2 },
          { value: 'blue', count: 1 },
        ],
      }),
    ]);
  });

  it('is previewed, corrected and adopted; conversations are forgotten; and it can be taken back', async () => {
    const server = lampServer();
    const { conversation } = (await ask(server, 'POST', '/api/chat', { json: {} })).body;
    const preview = await upload(server, CSV);
    expect(preview.body).toMatchObject({
      name: 'boots.csv',
      columns: [{ key: 'Name' }, { key: 'Colour', type: 'category' }],
    });
    const columns = { Colour: { type: 'list' } };
    const path = `/api/catalog/preview?upload=${preview.body.upload}`;
    expect((await ask(server, 'POST', path, { json: { columns } })).body.columns[1].type).toBe('list');
    expect((await ask(server, 'GET', '/api/catalog')).body.name).toBe('lamps');
    const json = { upload: preview.body.upload, name: 'Boots', columns };
    expect((await ask(server, 'POST', '/api/catalog', { json })).body).toMatchObject({
      name: 'Boots',
      source: 'upload',
    });
    expect((await ask(server, 'POST', '/api/chat', { json: { conversation } })).status).toBe(404);
    expect((await ask(server, 'DELETE', '/api/catalog')).body).toMatchObject({ name: 'lamps', source: 'file' });
  });

  it('stays as it was when a table is bad, and the error names file, line and column', async () => {
    const server = lampServer();
    const answer = await upload(server, 'Name,Colour\nlamp\n');
    expect(answer.status).toBe(422);
    expect(answer.body.error).toMatchObject({
      code: 'bad-table',
      file: 'boots.csv',
      line: 2,
      column: 1,
      advice: 'Give it two cells.',
    });
    expect((await ask(server, 'GET', '/api/catalog')).body.name).toBe('lamps');
  });

  it('refuses uploads that are nameless, too large, of another type, or forgotten', async () => {
    const server = lampServer({ limits: { upload: 100 } });
    expect((await ask(server, 'POST', '/api/catalog/preview', { body: CSV, headers: bytes })).status).toBe(400);
    expect((await upload(server, CSV.repeat(20))).status).toBe(413);
    expect((await upload(server, CSV, 'a.csv', { 'content-type': 'multipart/form-data' })).status).toBe(415);
    expect((await ask(server, 'POST', '/api/catalog', { json: { upload: 'gone' } })).body.error.code).toBe(
      'unknown-upload',
    );
    expect((await upload(server, CSV, '../../etc/boots.csv')).body.name).toBe('boots.csv');
  });

  it('stops reading a body of unannounced length as soon as it is too large', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request('http://127.0.0.1/api/catalog/preview?name=a.csv', {
      method: 'POST',
      body: endless,
      headers: bytes,
      duplex: 'half',
    } as RequestInit);
    expect((await lampServer({ limits: { upload: 5000 } }).fetch(request)).status).toBe(413);
    expect(sent).toBeLessThan(10_000);
  });

  it('cannot be replaced on a server without the studio', async () => {
    expect((await upload(lampServer({ studio: false }), CSV)).status).toBe(404);
  });
});

describe('unmet wishes', () => {
  it('are counted for the owner, alone and together, and can be forgotten', async () => {
    const server = lampServer();
    await ask(server, 'POST', '/api/chat', { json: { message: 'unicorn' } });
    await ask(server, 'POST', '/api/chat', { json: { message: 'unicorn' } });
    expect((await ask(server, 'GET', '/api/wishes')).body).toEqual({
      total: 2,
      kept: 'memory',
      wishes: [
        { wish: 'kind: unicorn', count: 2 },
        { wish: 'price: under 5', count: 2 },
      ],
      combinations: [{ wishes: ['kind: unicorn', 'price: under 5'], count: 2, nearest: ['lamp 1'] }],
    });
    expect((await ask(server, 'DELETE', '/api/wishes')).body).toEqual({ forgotten: 2 });
    expect((await ask(server, 'GET', '/api/wishes')).body.total).toBe(0);
  });
});

describe('who may', () => {
  it('needs a key on any address that is not loopback', () => {
    expect(() => lampServer({ host: '0.0.0.0' })).toThrow(HostNeedsKeyError);
    expect(() => lampServer({ host: '::' })).toThrow('--key');
    for (const host of ['127.0.0.1', 'localhost', '::1', '127.4.4.4']) lampServer({ host });
  });

  const OWNER: [string, string][] = [
    ['GET', '/api/wishes'],
    ['DELETE', '/api/wishes'],
    ['POST', '/api/catalog/preview?name=a.csv'],
    ['POST', '/api/catalog'],
    ['DELETE', '/api/catalog'],
  ];
  const CHAT: [string, string][] = [
    ['POST', '/api/chat'],
    ['POST', '/api/chat/redecide'],
    ['POST', '/api/chat/evidence'],
    ['POST', '/api/compare'],
    ['GET', '/api/catalog'],
    ['GET', '/api/openapi.json'],
  ];
  const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

  it.each([...OWNER, ...CHAT])('asks for the key: %s %s', async (method, path) => {
    const server = lampServer({ host: '0.0.0.0', key: 'owner', chatKey: 'shop' });
    const none = await ask(server, method, path);
    expect(none.status).toBe(401);
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    expect((await ask(server, method, path, bearer('owne'))).status).toBe(401);
    expect((await ask(server, method, path, bearer('owner'))).status).not.toBe(401);
  });

  it.each(OWNER)('keeps the chat key out: %s %s', async (method, path) => {
    for (const host of ['0.0.0.0', '127.0.0.1']) {
      const server = lampServer({ host, key: 'owner', chatKey: 'shop' });
      expect((await ask(server, method, path, bearer('shop'))).status).toBe(401);
    }
  });

  it.each(CHAT)('lets the chat key in: %s %s', async (method, path) => {
    const server = lampServer({ host: '0.0.0.0', key: 'owner', chatKey: 'shop' });
    expect((await ask(server, method, path, bearer('shop'))).status).not.toBe(401);
  });

  it('leaves health and the web component open', async () => {
    const server = lampServer({ host: '0.0.0.0', key: 'owner' });
    expect((await ask(server, 'GET', '/healthz')).body).toEqual({ ok: true });
    expect((await ask(server, 'GET', '/sente-chat.js')).status).toBe(200);
  });
});

describe('which names and pages', () => {
  it.each([
    'evil.example',
    'evil.example:4747',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.0.1:4747',
  ])('refuses the host %s on loopback', async (host) => {
    const answer = await ask(lampServer(), 'GET', '/api/catalog', { headers: { host } });
    expect(answer.status).toBe(403);
    expect(answer.body.error.code).toBe('wrong-host');
  });

  it.each(['localhost:4747', '127.0.0.1', '[::1]:4747', 'LOCALHOST'])('takes the host %s', async (host) => {
    expect((await ask(lampServer(), 'GET', '/api/catalog', { headers: { host } })).status).toBe(200);
  });

  it('closes the API to pages of other sites', async () => {
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of strangers) {
      const answer = await ask(lampServer(), 'POST', '/api/chat', {
        json: {},
        headers,
      });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const own = { origin: 'http://127.0.0.1:4747', host: '127.0.0.1:4747' };
    expect((await ask(lampServer(), 'POST', '/api/chat', { json: {}, headers: own })).status).toBe(200);
  });

  it('opens the chat, and the chat alone, to a page that was allowed', async () => {
    const server = lampServer({ allowOrigin: ['https://shop.example'] });
    const headers = { origin: 'https://shop.example' };
    const preflight = { ...headers, 'access-control-request-method': 'POST' };
    const chat = await ask(server, 'POST', '/api/chat', { json: {}, headers });
    expect(chat.status).toBe(200);
    expect(chat.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(chat.headers.get('vary')).toContain('origin');
    expect((await ask(server, 'OPTIONS', '/api/chat', { headers: preflight })).status).toBe(204);
    expect((await ask(server, 'GET', '/api/wishes', { headers })).status).toBe(403);
    expect((await ask(server, 'OPTIONS', '/api/catalog', { headers: preflight })).status).toBe(403);
    expect((await ask(server, 'POST', '/api/catalog', { json: { upload: 'x' }, headers })).status).toBe(403);
    const other = { origin: 'https://shop.example.evil.example' };
    expect((await ask(server, 'POST', '/api/chat', { json: {}, headers: other })).status).toBe(403);
  });

  it('answers a preflight without the key, which browsers do not send along', async () => {
    const server = lampServer({ host: '0.0.0.0', key: 'k', allowOrigin: ['https://shop.example'] });
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const answer = await ask(server, 'OPTIONS', '/api/chat', { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it('lets an allowed page read why it was refused', async () => {
    const server = lampServer({ allowOrigin: ['https://shop.example'], key: 'k' });
    const answer = await ask(server, 'POST', '/api/chat', { json: {}, headers: { origin: 'https://shop.example' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });
});

describe('pages', () => {
  it('says how to build the studio when it is not built', async () => {
    const answer = await ask(lampServer({ studioFolder: '/nowhere' }), 'GET', '/');
    expect(answer.status).toBe(503);
    expect(answer.body).toContain('npm run studio:build');
  });

  it('serves the studio, its addresses, and nothing outside its folder', async () => {
    const top = mkdtempSync(join(tmpdir(), 'sente-studio-'));
    const studioFolder = join(top, 'dist');
    mkdirSync(join(studioFolder, 'assets'), { recursive: true });
    writeFileSync(join(top, 'secret.txt'), 'secret');
    writeFileSync(join(studioFolder, 'index.html'), '<h1>studio</h1>');
    writeFileSync(join(studioFolder, 'assets', 'a-1.js'), 'let a;');
    symlinkSync(join(top, 'secret.txt'), join(studioFolder, 'link.txt'));
    const server = lampServer({ studioFolder });
    expect((await ask(server, 'GET', '/')).body).toContain('studio');
    expect((await ask(server, 'GET', '/import')).body).toContain('studio');
    const script = await ask(server, 'GET', '/assets/a-1.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/link.txt', '/missing.js', '/%00.txt', '/%ff.js']) {
      const answer = await ask(server, 'GET', path);
      expect(answer.status, path).toBe(404);
      expect(JSON.stringify(answer.body)).not.toContain('"secret"');
    }
    expect((await ask(server, 'GET', '/api/nothing')).body.error.code).toBe('not-found');
  });

  it('sets headers that keep browsers from more, refusals included', async () => {
    for (const path of ['/', '/api/catalog', '/api/nothing']) {
      const { headers } = await ask(lampServer(), 'GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    const component = await ask(lampServer(), 'GET', '/sente-chat.js');
    expect(component.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(component.headers.get('content-type')).toContain('text/javascript');
  });

  it('names the methods that a route takes', async () => {
    const answer = await ask(lampServer(), 'PUT', '/api/chat', { json: {} });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it('describes every route of the API', async () => {
    const { body } = await ask(lampServer(), 'GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const routes = Object.entries(body.paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((m) => `${m} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'delete /api/catalog',
      'delete /api/open/model',
      'delete /api/policy/training',
      'delete /api/wishes',
      'get /api/catalog',
      'get /api/open/conversations/{id}',
      'get /api/open/model',
      'get /api/pocket/checkpoints',
      'get /api/pocket/requests',
      'get /api/policy',
      'get /api/wishes',
      'patch /api/open/conversations/{id}',
      'post /api/catalog',
      'post /api/catalog/preview',
      'post /api/chat',
      'post /api/chat/evidence',
      'post /api/chat/redecide',
      'post /api/compare',
      'post /api/open/conversations',
      'post /api/open/conversations/{id}/say',
      'post /api/open/conversations/{id}/stream',
      'post /api/open/model',
      'post /api/open/model/test',
      'post /api/pocket/replies',
      'post /api/policy/training',
      'put /api/policy',
    ]);
    expect(body.components.schemas.ChatReply.required).toContain('mind');
    expect(body.components.schemas.ChatRequest.properties.horizon).toMatchObject({ minimum: 0, maximum: 4 });
  });
});
