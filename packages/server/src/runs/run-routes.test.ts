import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRunStore, type ProbeResult } from '@sente/lab';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, lampServer } from '../testing/ask.ts';

const figure = (mean: number) => ({ mean, low: mean - 0.05, high: mean + 0.05, n: 40 });
const RESULT: ProbeResult = {
  run: 'x',
  probe: 'recommend',
  seed: 1,
  cases: 2,
  seconds: 1,
  settings: {},
  agents: { bare: { 'sr@15': figure(0.4) }, sente: { 'sr@15': figure(Number.NaN) } },
  users: {},
  comparisons: [],
};
const MARKUP = '<script>alert(1)</script>';

let runFile: string;

beforeEach(() => {
  runFile = join(mkdtempSync(join(tmpdir(), 'sente-runs-')), 'runs.sqlite');
});

/** A run of two probes that has come halfway, and goes on; ends it when told to. */
function halfway(): { close(): void } {
  const store = openRunStore(runFile);
  const versions = { recommend: '1', offer: '2' };
  const model = 'https://user:secret@host.example/v1?key=secret#name';
  const run = store.create({
    id: 'two-1',
    started: 1000,
    version: 1,
    settings: { probes: [], seed: 1, versions, model },
  });
  for (const agent of ['bare', 'sente']) {
    for (const [at, id] of ['c1', 'c2'].entries()) {
      run.finish({ probe: 'recommend', case: id, agent, repeat: 0 }, undefined, {
        figures: { 'sr@15': at },
        turns: [{ speaker: 'user', text: MARKUP }],
        loss: at / 2,
      });
    }
  }
  run.result(RESULT);
  return {
    close() {
      run.close('done');
      store.close();
    },
  };
}

describe('runs', () => {
  it('are none where there is no file, and asking makes none', async () => {
    const server = lampServer({ runFile });
    expect((await ask(server, 'GET', '/api/runs')).body).toEqual({ runs: [] });
    expect((await ask(server, 'GET', '/api/runs/last')).body.error).toMatchObject({ code: 'unknown-run' });
    expect(existsSync(runFile)).toBe(false);
  });

  it('are listed while they go on, and when they are done', async () => {
    const server = lampServer({ runFile });
    const run = halfway();
    const shown = { id: 'two-1', started: 1000, conversations: 4, probes: ['recommend', 'offer'], done: 1 };
    const { body } = await ask(server, 'GET', '/api/runs');
    expect(body.runs).toEqual([{ ...shown, status: 'running', model: 'host.example#name' }]);
    run.close();
    expect((await ask(server, 'GET', '/api/runs')).body.runs[0].status).toBe('done');
    server.close();
  });

  it('show their figures, with null where there is no number', async () => {
    const server = lampServer({ runFile });
    halfway().close();
    const { body } = await ask(server, 'GET', '/api/runs/last');
    expect(body).toMatchObject({ id: 'two-1', status: 'done', results: [{ probe: 'recommend' }] });
    expect(body.results[0].agents.sente['sr@15']).toEqual({ mean: null, low: null, high: null, n: 40 });
    expect(body.report.agents.map(({ name }: { name: string }) => name)).toEqual(['bare', 'sente']);
    expect(body.report.probes[0].talks).toEqual([]);
    expect((await ask(server, 'GET', '/api/runs/nobody')).status).toBe(404);
    server.close();
  });

  it('have a report that may be framed by the studio, and by nobody else', async () => {
    const server = lampServer({ runFile });
    halfway().close();
    const { status, headers, body } = await ask(server, 'GET', '/api/runs/two-1/report');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(body).toMatch(/^<!doctype html>/);
    expect(body).not.toContain(MARKUP);
    expect(body).toContain('&#60;script&#62;');
    const missing = await ask(server, 'GET', '/api/runs/nobody/report');
    expect([missing.status, missing.headers.get('x-frame-options')]).toEqual([404, 'DENY']);
    server.close();
  });

  it('hand out conversations, worst first, by probe, agent and case', async () => {
    const server = lampServer({ runFile });
    halfway().close();
    const get = async (query: string) => (await ask(server, 'GET', `/api/runs/two-1/conversations?${query}`)).body;
    const all = await get('probe=recommend');
    expect(all.total).toBe(4);
    expect(all.conversations.map(({ loss }: { loss: number }) => loss)).toEqual([0.5, 0.5, 0, 0]);
    expect((await get('probe=recommend&agent=sente&case=c1')).conversations).toMatchObject([
      { agent: 'sente', case: 'c1', turns: [{ text: MARKUP }] },
    ]);
    const page = await get('probe=recommend&from=3&count=5');
    expect([page.total, page.conversations.length]).toEqual([4, 1]);
    expect((await get('agent=sente')).error).toMatchObject({ code: 'bad-request' });
    expect((await get('probe=recommend&count=1000')).error).toMatchObject({ code: 'bad-request' });
    server.close();
  });

  it('are the owner’s, and there only with the studio', async () => {
    const locked = lampServer({ runFile, key: 'k', chatKey: 'c' });
    const authorization = 'Bearer c';
    for (const path of ['/api/runs', '/api/runs/last', '/api/runs/last/report', '/api/runs/last/conversations'])
      expect((await ask(locked, 'GET', path, { headers: { authorization } })).status).toBe(401);
    expect((await ask(lampServer({ runFile, studio: false }), 'GET', '/api/runs')).status).toBe(404);
  });

  it('say so when the file is none of ours', async () => {
    writeFileSync(runFile, 'no database at all, but long enough to be taken for something'.repeat(20));
    const { status, body } = await ask(lampServer({ runFile }), 'GET', '/api/runs');
    expect([status, body.error.code]).toEqual([422, 'bad-store']);
    expect(body.error.message).toContain('cannot be used as a store of runs');
  });
});
