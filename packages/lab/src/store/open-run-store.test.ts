import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Played } from '../probe/played.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import {
  RunExistsError,
  RunInUseError,
  RunTakenOverError,
  StoreUnreadableError,
  StoreVersionError,
  UnknownRunError,
} from './errors.ts';
import { openRunStore, RUN_VERSION } from './open-run-store.ts';
import type { RunHead, TaskKey } from './run-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-store-'));
  file = join(folder, 'deep', 'runs.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const head = (id: string, started = 1): RunHead => ({ id, started, version: RUN_VERSION, settings: { seed: 7 } });
const key = (name: string, agent = 'bare', repeat = 0): TaskKey => ({ probe: 'ask', case: name, agent, repeat });
const played = (text: string): Played => ({
  figures: { score: 0.5 },
  turns: [
    { speaker: 'user', text: 'Hello' },
    { speaker: 'assistant', text, act: 'answer' },
  ],
  loss: 0.5,
});
const result = (probe: string) => ({ run: 'r', probe, seed: 1 }) as ProbeResult;

describe('store of runs', () => {
  it('keeps what was set, turns, conversations and results, and gives them to another process', () => {
    const store = openRunStore(file);
    const run = store.create(head('one'));
    run.turn(key('b'), 0, { speaker: 'user', text: 'Hello' });
    run.finish(key('b', 'sente'), 'sharded', played('Hm'));
    run.finish(key('b'), undefined, played('Hi'));
    run.finish(key('a', 'bare', 1), undefined, played('Ho'));
    run.result(result('ask'));
    expect(run.finished('ask').map((row) => [row.case, row.agent, row.repeat])).toEqual([
      ['a', 'bare', 1],
      ['b', 'bare', 0],
      ['b', 'sente', 0],
    ]);
    expect(run.finished('hold')).toEqual([]);
    run.close('done');
    store.close();

    const again = openRunStore(file);
    expect(again.list()).toEqual([{ ...head('one'), status: 'done', conversations: 3 }]);
    const read = again.read('last');
    expect(read.head).toEqual(head('one'));
    expect(read.results()).toEqual([result('ask')]);
    expect(read.rows('ask')[2]).toEqual({ case: 'b', agent: 'sente', repeat: 0, cell: 'sharded', ...played('Hm') });
    again.close();
  });

  it('appends only: what was taken down first stays, and a finished conversation keeps its own turns', () => {
    const store = openRunStore(file);
    const run = store.create(head('one'));
    run.turn(key('a'), 0, { speaker: 'user', text: 'first' });
    run.turn(key('a'), 0, { speaker: 'user', text: 'second' });
    run.finish(key('a'), undefined, played('Hi'));
    run.finish(key('a'), undefined, played('later'));
    expect(run.finished('ask')).toEqual([{ case: 'a', agent: 'bare', repeat: 0, ...played('Hi') }]);
    store.close();
    const turns = new DatabaseSync(file).prepare('SELECT turn FROM turns WHERE number = 0').all();
    expect(turns).toEqual([{ turn: '{"speaker":"user","text":"first"}' }]);
  });

  it('replaces a result when a run is taken up again, and keeps cost by run', async () => {
    const store = openRunStore(file);
    const run = store.create(head('one'));
    run.result(result('ask'));
    run.result({ ...result('ask'), seed: 2 });
    expect(store.read('one').results()).toEqual([{ ...result('ask'), seed: 2 }]);
    const call = { reply: '{"a":1}', model: 'm', input: 10, output: 5 };
    await store.calls('one').put('aa', call);
    await store.calls('one').put('ab', { ...call, usd: 0.25 });
    expect(await store.calls('two').put('aa', { ...call, reply: '{"a":2}' })).toEqual(call);
    expect(store.calls('two').get('aa')).toEqual(call);
    expect(store.calls('two').get('ff')).toBeUndefined();
    expect(store.read('one').cost()).toEqual({ calls: 2, input: 20, output: 10, usd: 0.25 });
    store.create(head('two'));
    expect(store.read('two').cost()).toEqual({ calls: 0, input: 0, output: 0 });
    expect([...store.storedCalls(['m', 'm'])].map(([name]) => name)).toEqual(['aa', 'ab']);
    store.close();
  });

  it('refuses a taken id, an unknown one, a file of something else, and another version', () => {
    const store = openRunStore(file);
    expect(() => store.read('last')).toThrow(/no run yet/);
    store.create(head('one')).close('done');
    expect(() => store.create(head('one'))).toThrow(RunExistsError);
    expect(() => store.open('nine')).toThrow(UnknownRunError);
    expect(() => store.read('nine')).toThrow(/the newest are one/);
    store.create({ ...head('old', 2), version: 99 }).close('stopped');
    expect(() => store.open('old')).toThrow(StoreVersionError);
    store.close();

    const text = join(folder, 'text');
    writeFileSync(text, 'this is no database, but a text that is long enough to be taken for one '.repeat(20));
    expect(() => openRunStore(text)).toThrow(StoreUnreadableError);
    const other = join(folder, 'other');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE t (a)');
    expect(() => openRunStore(other)).toThrow(/another program/);
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openRunStore(file)).toThrow(StoreVersionError);
  });

  it('refuses a run that a living process writes to, and takes one up whose owner is dead', () => {
    let time = 0;
    const now = () => time;
    const first = openRunStore(file, { now, process: { host: 'here', pid: 1, isAlive: () => true } });
    const run = first.create(head('one'));
    // As another process sees it: tokens of this process are known to be alive, so it is made a stranger.
    const database = new DatabaseSync(file);
    const stranger = (host: string, pid: number) =>
      database.prepare("UPDATE runs SET host = ?, pid = ?, token = 'stranger'").run(host, pid);
    const second = (isAlive: boolean) =>
      openRunStore(file, { now, process: { host: 'here', pid: 2, isAlive: () => isAlive } });
    const opens = (isAlive: boolean): boolean => {
      const store = second(isAlive);
      try {
        store.open('one').close('stopped');
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(RunInUseError);
        return false;
      } finally {
        store.close();
      }
    };
    expect(() => second(true).open('one')).toThrow(/Process 1 on here is at run `one`/);
    stranger('here', 1);
    expect(opens(true)).toBe(false);
    expect(second(true).list()[0]?.status).toBe('running');
    expect(second(false).list()[0]?.status).toBe('stopped');
    expect(opens(false)).toBe(true);
    stranger('there', 1);
    expect(opens(false)).toBe(false);
    time += 61_000;
    expect(opens(false)).toBe(true);
    // The same number as ours, and not ours: the first process of a container that was started again.
    stranger('here', 2);
    expect(opens(true)).toBe(true);

    run.turn(key('a'), 0, { speaker: 'user', text: 'too late' });
    expect(() => run.finished('ask')).toThrow(RunTakenOverError);
    expect(() => run.turn(key('a'), 1, { speaker: 'user', text: 'again' })).toThrow(RunTakenOverError);
    expect(database.prepare('SELECT count(*) AS n FROM turns').get()).toEqual({ n: 0 });
  });

  it('lets two processes write different runs of one file at once', async () => {
    const script = join(import.meta.dirname, 'write-runs.test.fixture.ts');
    const children = ['one', 'two', 'three'].map((id) =>
      spawn(process.execPath, ['--conditions=@sente/source', script, file, id, '400'], { stdio: 'inherit' }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    const store = openRunStore(file);
    expect(store.list().map(({ status, conversations }) => [status, conversations])).toEqual(
      Array(3).fill(['done', 400]),
    );
    // The three made the same 400 calls: each is kept, and paid for, once.
    const costs = ['one', 'two', 'three'].map((id) => store.read(id).cost().calls);
    expect(costs.reduce((sum, calls) => sum + calls, 0)).toBe(400);
    store.close();
  });

  it('is whole after its writer was killed, and is taken up then, not before', async () => {
    const script = join(import.meta.dirname, 'write-runs.test.fixture.ts');
    const child = spawn(process.execPath, ['--conditions=@sente/source', script, file, 'one', '1000000']);
    const store = openRunStore(file);
    const written = (): number => store.list()[0]?.conversations ?? 0;
    while (written() < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(store.list()[0]?.status).toBe('running');
    expect(() => store.open('one')).toThrow(RunInUseError);
    expect(() => store.open('one')).toThrow(`Process ${child.pid} on`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(store.list()[0]?.status).toBe('stopped');
    const run = store.open('one');
    const rows = run.finished('ask');
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(rows.every(({ turns }) => turns.length === 1)).toBe(true);
    // A conversation is finished after its call is kept, never before.
    expect(store.read('one').cost().calls).toBeGreaterThanOrEqual(rows.length);
    store.close();
    expect(new DatabaseSync(file).prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });

  it('keeps no key, wherever it turns up', async () => {
    const secret = 'correct-horse-battery';
    process.env.SENTE_MODEL_KEY = secret;
    const store = openRunStore(file);
    delete process.env.SENTE_MODEL_KEY;
    const run = store.create({ ...head('one'), settings: { model: `http://h/v1?key=${secret}#m` } });
    run.turn(key('a'), 0, { speaker: 'user', text: `it is ${secret}` });
    run.finish(key('a'), undefined, played(`"${secret}"`));
    run.result({ ...result('ask'), notes: [secret] });
    const call = { reply: JSON.stringify({ text: `Bearer ${secret}` }), model: secret, input: 1, output: 1 };
    expect((await store.calls('one').put('aa', call)).reply).toBe('{"text":"Bearer [key]"}');
    run.close('done');
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(secret)).toBe(false);
    expect(store.read('one').rows('ask')[0]?.turns[1]?.text).toBe('"[key]"');
    store.close();
    expect(readFileSync(file).includes(secret)).toBe(false);
    expect(readFileSync(file).includes('[key]')).toBe(true);
  });
});
