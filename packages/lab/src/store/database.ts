/**
 * The file behind a store of runs: SQLite with a write-ahead log, so that one process may write while others read, and
 * a process that is killed leaves nothing half-written.
 * @module
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreBusyError, StoreUnreadableError, StoreVersionError, StoreWriteError } from './errors.ts';

/** Version of the tables; another one is refused. */
const STORE_VERSION = 1;

/** Milliseconds that a statement waits for another process to let go of the file. */
const BUSY_TIMEOUT = 10_000;

/** "snte": tells the file from any other SQLite database. */
const APPLICATION = 0x736e7465;

const TABLES = `
CREATE TABLE IF NOT EXISTS runs (
  id TEXT PRIMARY KEY, started INTEGER NOT NULL, version INTEGER NOT NULL, settings TEXT NOT NULL,
  status TEXT NOT NULL, host TEXT, pid INTEGER, token TEXT, heartbeat INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS tasks (
  id INTEGER PRIMARY KEY, run TEXT NOT NULL, probe TEXT NOT NULL, "case" TEXT NOT NULL, agent TEXT NOT NULL,
  repeat INTEGER NOT NULL, UNIQUE (run, probe, "case", agent, repeat)
);
CREATE TABLE IF NOT EXISTS turns (
  task INTEGER NOT NULL, number INTEGER NOT NULL, turn TEXT NOT NULL, PRIMARY KEY (task, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS conversations (task INTEGER PRIMARY KEY, cell TEXT, played TEXT NOT NULL, turns TEXT);
CREATE TABLE IF NOT EXISTS results (
  run TEXT NOT NULL, probe TEXT NOT NULL, result TEXT NOT NULL, PRIMARY KEY (run, probe)
);
CREATE TABLE IF NOT EXISTS calls (
  key BLOB PRIMARY KEY, model TEXT NOT NULL, reply TEXT NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
  usd REAL, run TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS calls_of_run ON calls (run);
`;

/** Opens the file, or makes it. Throws StoreUnreadableError, StoreVersionError, StoreBusyError. */
export function openDatabase(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    prepare(database, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StoreVersionError) throw error;
    throw isBusy(error) ? new StoreBusyError(file, BUSY_TIMEOUT, error) : new StoreUnreadableError(file, error);
  }
}

function prepare(database: DatabaseSync, file: string): void {
  // The change to a write-ahead log does not wait for others as statements do.
  const until = Date.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      break;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  // What is committed outlives the process; only a machine that loses its power may lose the last moments.
  database.exec('PRAGMA synchronous = NORMAL');
  // Pages; moving the log into the file costs more than writing it, so it is done every 64 MB rather than every 4.
  database.exec('PRAGMA wal_autocheckpoint = 16000');
  transaction(database, file, () => {
    const { application_id: application } = database.prepare('PRAGMA application_id').get() as Record<string, number>;
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as Record<string, number>;
    const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as Record<string, number>;
    if (tables > 0 && application !== APPLICATION) throw new Error('it is the database of another program');
    if (tables > 0 && version !== STORE_VERSION) throw new StoreVersionError(file, version, STORE_VERSION);
    if (tables > 0) return;
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${STORE_VERSION};${TABLES}`);
  });
}

/** Runs the work as one: all of it is written, or nothing. Throws StoreBusyError or StoreWriteError, or what the work throws. */
export function transaction<T>(database: DatabaseSync, file: string, work: () => T): T {
  try {
    database.exec('BEGIN IMMEDIATE');
    const made = work();
    database.exec('COMMIT');
    return made;
  } catch (error) {
    try {
      database.exec('ROLLBACK');
    } catch {} // there is none any more after some failures
    if (isBusy(error)) throw new StoreBusyError(file, BUSY_TIMEOUT, error);
    throw isSqlite(error) ? new StoreWriteError(file, error) : error;
  }
}

function isSqlite(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === 'ERR_SQLITE_ERROR';
}

/** SQLITE_BUSY, SQLITE_LOCKED. */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number } | null)?.errcode ?? 0;
  return isSqlite(error) && [5, 6].includes(code & 0xff);
}
