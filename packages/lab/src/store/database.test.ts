import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, transaction } from './database.ts';
import { StoreBusyError, StoreWriteError } from './errors.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sente-database-'));
  file = join(folder, 'runs.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));
const add = "INSERT INTO results VALUES ('run', ?, ?)";

describe('database', () => {
  it('keeps a log beside the file, so that others read while one writes', () => {
    const [one, other] = [openDatabase(file), openDatabase(file)];
    expect(one.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    one.exec('BEGIN IMMEDIATE');
    one.prepare(add).run('ask', '{}');
    expect(other.prepare('SELECT count(*) AS n FROM results').get()).toEqual({ n: 0 });
    one.exec('COMMIT');
    expect(other.prepare('SELECT count(*) AS n FROM results').get()).toEqual({ n: 1 });
    one.close();
    other.close();
  });

  it('takes back all of a transaction that fails, and throws what failed', () => {
    const database = openDatabase(file);
    const failing = (): void =>
      transaction(database, file, () => {
        database.prepare(add).run('ask', '{}');
        throw new RangeError('no');
      });
    expect(failing).toThrow(RangeError);
    expect(database.prepare('SELECT count(*) AS n FROM results').get()).toEqual({ n: 0 });
    transaction(database, file, () => database.prepare(add).run('ask', '{}'));
    database.close();
  });

  it('says when another process does not let go of the file', () => {
    const [one, other] = [openDatabase(file), openDatabase(file)];
    one.exec('BEGIN IMMEDIATE');
    other.exec('PRAGMA busy_timeout = 1');
    expect(() => transaction(other, file, () => {})).toThrow(StoreBusyError);
    one.exec('ROLLBACK');
    transaction(other, file, () => {});
    one.close();
    other.close();
  });

  it('says when there is no room left, and keeps what was there', () => {
    const database = openDatabase(file);
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number };
    database.exec(`PRAGMA max_page_count = ${pages + 4}`);
    const write = (name: string, size: number): unknown =>
      transaction(database, file, () => database.prepare(add).run(name, 'x'.repeat(size)));
    write('small', 10);
    expect(() => write('large', 100_000)).toThrow(StoreWriteError);
    expect(() => write('large', 100_000)).toThrow(/could not be written \(database or disk is full\).*--resume/);
    expect(database.prepare('SELECT probe FROM results').all()).toEqual([{ probe: 'small' }]);
    database.close();
  });
});
