import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRunStore, type ProbeResult } from '@sente/lab';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportCommand } from '../commands/report.ts';
import { explain } from '../failure.ts';

const figure = (mean: number) => ({ mean, low: mean - 0.05, high: mean + 0.05, n: 40 });
const RESULT: ProbeResult = {
  run: 'x',
  probe: 'recommend',
  seed: 1,
  cases: 40,
  seconds: 1,
  settings: {},
  agents: { bare: { 'sr@15': figure(0.4) }, sente: { 'sr@15': figure(0.9) } },
  users: {},
  comparisons: [{ a: 'sente', b: 'bare', metric: 'sr@15', difference: 0.5, low: 0.4, high: 0.6 }],
  metrics: [{ name: 'sr@15', label: 'found within 15 turns', better: 'higher', unit: 'share', isHeadline: true }],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-report-'));
});

/** Makes runs: [id, probes named, whether it has its result]. */
function fill(...runs: [string, string[], boolean][]): void {
  const store = openRunStore(join(folder, '.sente', 'runs.sqlite'));
  runs.forEach(([id, probes, hasResult], at) => {
    const run = store.create({ id, started: Date.UTC(2026, 10, 27, at), version: 1, settings: { probes, seed: 1 } });
    const key = { probe: 'recommend', case: 'c1', agent: 'sente', repeat: 0 };
    run.finish(key, undefined, {
      figures: { 'sr@15': 1 },
      turns: [{ speaker: 'user', text: 'an easy trip' }],
      loss: 0.2,
    });
    if (hasResult) run.result(RESULT);
    run.close(hasResult ? 'done' : 'stopped');
  });
  store.close();
}

async function run(args: string[], isTTY = false): Promise<{ out: string; err: string; code: number }> {
  const ran = { out: '', err: '', code: 0 };
  const write = (key: 'out' | 'err') => (text: string) => {
    ran[key] += text;
  };
  const command = reportCommand({
    out: { write: write('out'), isTTY },
    err: { write: write('err') },
    directory: folder,
    exit: (code) => {
      ran.code = code;
    },
  })
    .exitOverride()
    .configureOutput({ writeOut: write('out'), writeErr: write('err') });
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { code, text } = explain(error, undefined);
    ran.code = code;
    ran.err += text;
  }
  return ran;
}

describe('sente report', () => {
  it('lists the runs, newest first', async () => {
    fill(['first-1', ['recommend'], true], ['all-1', [], false]);
    const { out, code } = await run([]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[1]).toMatch(/^all-1 +2026-11-27 01:00 +stopped +1 +all probes$/);
    expect(lines[2]).toMatch(/^first-1 +2026-11-27 00:00 +done +1 +recommend$/);
    expect(JSON.parse((await run(['--json'])).out)).toHaveLength(2);
  });

  it('writes a page to a pipe, and to a file when a person looks on', async () => {
    fill(['r1', ['recommend'], true]);
    expect((await run(['r1'])).out).toMatch(/^<!doctype html>/);
    const { out, err } = await run(['last'], true);
    expect([out, err]).toEqual(['', 'The report is in sente-report-r1.html.\n']);
    expect(readFileSync(join(folder, 'sente-report-r1.html'), 'utf8')).toContain('Sente is clearly ahead of bare');
    await run(['r1', '--out', 'mine.html']);
    expect(existsSync(join(folder, 'mine.html'))).toBe(true);
  });

  it('prints the document of measure: an object for one named probe, an array otherwise', async () => {
    fill(['one', ['recommend'], true], ['all', [], true]);
    expect(JSON.parse((await run(['one', '--json'])).out).agents.sente['sr@15'].mean).toBe(0.9);
    expect(JSON.parse((await run(['all', '--json'])).out)).toHaveLength(1);
  });

  it('writes a comment and a test report', async () => {
    fill(['r1', ['recommend'], true]);
    expect((await run(['r1', '--markdown'])).out).toContain('| **recommend** | found within 15 turns ↑ |');
    const junit = await run([
      'r1',
      '--junit',
      '--fail-if',
      'recommend.sente.sr@15 < 0.95',
      '--fail-if',
      'recommend.sente.sr@15 < 0.5',
    ]);
    expect(junit.out).toContain('<failure message="recommend.sente.sr@15 &#60; 0.95: it is 0.9"/>');
    expect(junit.out).toContain('failures="1"');
    expect([junit.code, junit.err]).toEqual([1, 'Failed: recommend.sente.sr@15 < 0.95\n']);
  });

  it.each([
    [['nobody'], 'There is no run `nobody`: the newest are'],
    [['r1', '--json', '--junit'], 'Choose one of --json, --junit'],
    [['--markdown'], 'Name the run'],
    [['r1', '--fail-if', 'much'], "cannot read --fail-if 'much'"],
    [['r1', '--fail-if', 'recommend.sente.sr@99 < 1'], 'which this run did not measure'],
    [
      ['r1', '--out', 'no/such/folder/x.html'],
      'no/such/folder/x.html cannot be written (ENOENT). Choose another --out.',
    ],
    [['empty', '--json'], 'empty has no result yet (it is stopped)'],
    [['r1', '--store', 'elsewhere.sqlite'], 'elsewhere.sqlite. Make one with sente measure'],
  ])('%j is refused, and says what to do', async (args, words) => {
    fill(['r1', ['recommend'], true], ['empty', [], false]);
    const { err, code } = await run(args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  it('says so where there are no runs, and makes no file', async () => {
    expect(await run(['last'])).toMatchObject({ code: 2, err: expect.stringContaining('There are no runs in') });
    expect(existsSync(join(folder, '.sente'))).toBe(false);
  });

  it('has help with examples', async () => {
    expect((await run(['--help'])).out).toContain('sente report last --markdown > comment.md');
  });
});
