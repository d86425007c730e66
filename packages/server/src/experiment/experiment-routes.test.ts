import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExperimentResults } from '@sente/training';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, lampServer } from '../testing/ask.ts';

const MARKUP = '<script>alert(1)</script>';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-experiments-'));
});

/** Writes what a run leaves behind; `seconds` says how long ago. */
function finish(id: string, seconds: number): void {
  const results: ExperimentResults = {
    experiment: 'passivity',
    run: id,
    preset: 'quick',
    seeds: [1],
    seconds: 12.5,
    budgets: {},
    arms: [],
    summaries: [],
    comparisons: [],
    rules: {},
    notes: [MARKUP],
  };
  mkdirSync(join(folder, id), { recursive: true });
  const file = join(folder, id, 'results.json');
  writeFileSync(file, JSON.stringify(results));
  const at = 1_700_000_000 - seconds;
  utimesSync(file, at, at);
}

describe('experiments', () => {
  it('are none where there is no folder', async () => {
    const server = lampServer({ experimentFolder: join(folder, 'nowhere') });
    expect((await ask(server, 'GET', '/api/experiments')).body).toEqual({ experiments: [] });
    const { status, body } = await ask(server, 'GET', '/api/experiments/last');
    expect([status, body.error.code, body.error.message]).toEqual([
      404,
      'unknown-experiment',
      'No experiment has been run here yet.',
    ]);
  });

  it('are listed when they are finished, the newest first, and no other directory is', async () => {
    finish('passivity-a', 20);
    finish('passivity-b', 10);
    finish('other', 0);
    mkdirSync(join(folder, 'passivity-unfinished'));
    mkdirSync(join(folder, 'passivity-broken'));
    writeFileSync(join(folder, 'passivity-broken', 'results.json'), '{"experiment": "passiv');
    utimesSync(join(folder, 'passivity-broken', 'results.json'), 1, 1);
    const server = lampServer({ experimentFolder: folder });
    const { body } = await ask(server, 'GET', '/api/experiments');
    expect(body.experiments.map(({ id }: { id: string }) => id)).toEqual(['passivity-b', 'passivity-a']);
    expect(body.experiments[0]).toEqual({
      id: 'passivity-b',
      finished: 1_699_999_990_000,
      preset: 'quick',
      seeds: 1,
      models: 0,
      seconds: 12.5,
    });
    expect((await ask(server, 'GET', '/api/experiments/passivity-broken')).body.error.code).toBe('bad-results');
    expect((await ask(server, 'GET', '/api/experiments/last')).body.run).toBe('passivity-b');
  });

  it('have a report that the studio may frame', async () => {
    finish('passivity-a', 20);
    const server = lampServer({ experimentFolder: folder });
    const { status, headers, body } = await ask(server, 'GET', '/api/experiments/passivity-a/report');
    expect(status).toBe(200);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(body).toContain('Why do next-token models struggle with initiative?');
    expect(body).not.toContain(MARKUP);
  });

  it('are not found by a path', async () => {
    finish('passivity-a', 20);
    const server = lampServer({ experimentFolder: join(folder, 'passivity-a') });
    for (const id of ['..%2Fpassivity-a', '.', '%2e%2e', 'passivity-..']) {
      expect((await ask(server, 'GET', `/api/experiments/${id}`)).status, id).toBe(404);
    }
  });

  it('are the owner’s, and there only with the studio', async () => {
    const locked = lampServer({ experimentFolder: folder, key: 'k', chatKey: 'c' });
    for (const path of ['/api/experiments', '/api/experiments/last', '/api/experiments/last/report'])
      expect((await ask(locked, 'GET', path, { headers: { authorization: 'Bearer c' } })).status).toBe(401);
    expect((await ask(lampServer({ experimentFolder: folder, studio: false }), 'GET', '/api/experiments')).status).toBe(
      404,
    );
  });
});
