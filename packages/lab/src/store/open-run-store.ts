/**
 * Runs in one SQLite file. A process may be killed at any moment: what was finished is there, and what was under way is
 * played again from its recorded calls.
 * @module
 */
import { randomUUID } from 'node:crypto';
import { setInterval } from 'node:timers';
import type { CallStore } from '../calls/call-store.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { openDatabase, transaction } from './database.ts';
import { RunExistsError, RunInUseError, RunTakenOverError, StoreVersionError, UnknownRunError } from './errors.ts';
import { hold, isLiving, letGo, type Owner, type ProcessIdentity, thisProcess } from './owner.ts';
import { createRedact, type Redact } from './redact.ts';
import type { OpenRun, RunHead, RunStatus, RunStore } from './run-store.ts';
import { createStatements, type RunRow } from './statements.ts';
import { storedCalls, storedCallsOf } from './stored-calls.ts';
import { taskWriter } from './task-writer.ts';
import { createWriteBatch } from './write-batch.ts';

/** Version of what a run holds; kept in its head. */
export const RUN_VERSION = 1;

/** Milliseconds between signs of life. */
const HEARTBEAT = 2_000;

/** What a store draws on. */
export interface RunStoreOptions {
  /** Milliseconds since 1970; the machine's clock unless given. */
  readonly now?: () => number;
  /** The process that writes; this one unless given. */
  readonly process?: ProcessIdentity;
  /** Takes keys out of all that is stored; knows the environment's unless given. */
  readonly redact?: Redact;
}

/** A store of runs, and of the calls that they made. */
export interface LabStore extends RunStore {
  readonly file: string;
  /**
   * Replies of models. All runs of the file share them; a call counts towards the cost of the run that made it. `put`
   * resolves when the reply is on disk.
   */
  calls(run: string): CallStore;
  /** Every reply of these models, to be handed to workers; oldest first. */
  storedCalls(models: readonly string[]): ReturnType<typeof storedCallsOf>;
  /** Resolves when all that was written so far is on disk. */
  flushed(): Promise<void>;
}

/** Opens the file, or makes it. Throws StoreUnreadableError, StoreVersionError, StoreBusyError. */
export function openRunStore(file: string, options: RunStoreOptions = {}): LabStore {
  const { now = Date.now, process: here = thisProcess(), redact = createRedact() } = options;
  const database = openDatabase(file);
  const sql = createStatements(database);
  const open = new Map<string, Owner>();
  const closing = new Set<() => void>();

  let beaten = Number.NEGATIVE_INFINITY;

  /** Throws when an open run was taken over meanwhile. A sign of life of each, if the last one is some time ago. */
  const live = (): void => {
    const time = now();
    const isDue = Math.abs(time - beaten) >= HEARTBEAT / 2;
    if (isDue) beaten = time;
    for (const [id, { token }] of open) {
      if (isDue) sql.live.run(time, id, token);
      if (!sql.isOurs.get(id, token)) throw new RunTakenOverError(id);
    }
  };
  const batch = createWriteBatch((writes) =>
    transaction(database, file, () => {
      live();
      for (const write of writes) write();
    }),
  );
  const inOne = <T>(work: () => T): T => transaction(database, file, work);

  function take(id: string, owner: Owner): OpenRun {
    hold(owner.token);
    open.set(id, owner);
    const head = headOf(sql.run.get(id) as unknown as RunRow);
    const writer = taskWriter(sql, id, redact);
    // Without a reference: it must not keep the process alive. A failure shows at the next write.
    const beat = setInterval(() => {
      try {
        batch.add(() => {});
      } catch {}
    }, HEARTBEAT).unref();
    const leave = (): void => {
      clearInterval(beat);
      closing.delete(leave);
      open.delete(id);
      letGo(owner.token);
    };
    closing.add(leave);
    return {
      head,
      finished(probe) {
        batch.flush();
        return sql.rowsOf(id, probe);
      },
      turn: (key, number, turn) => batch.add(writer.turn(key, number, turn)),
      finish: (key, cell, played) => batch.add(writer.finish(key, cell, played)),
      result(result) {
        const text = redact(JSON.stringify(result));
        batch.add(() => sql.result.run(id, result.probe, text));
        batch.flush();
      },
      close(status) {
        try {
          batch.flush();
          inOne(() => sql.leave.run(status, now(), id, owner.token));
        } finally {
          leave();
        }
      },
    };
  }

  const ownerOf = ({ host, pid, token }: RunRow): Owner | undefined =>
    token === null || host === null || pid === null ? undefined : { host, pid, token };
  const isHeld = (row: RunRow): boolean => {
    const owner = ownerOf(row);
    return owner !== undefined && isLiving(owner, now() - row.heartbeat, here);
  };
  const statusOf = (row: RunRow): RunStatus => (row.status === 'running' && !isHeld(row) ? 'stopped' : row.status);
  const known = (id: string): RunRow => {
    batch.flush();
    const row = (id === 'last' ? sql.newest.get() : sql.run.get(id)) as unknown as RunRow | undefined;
    if (row) return row;
    throw new UnknownRunError(
      id,
      (sql.runs.all() as unknown as RunRow[]).map((other) => other.id),
    );
  };
  const newOwner = (): Owner => ({ host: here.host, pid: here.pid, token: randomUUID() });

  return {
    file,
    create(head) {
      const owner = newOwner();
      inOne(() => {
        if (sql.run.get(head.id)) throw new RunExistsError(head.id);
        const settings = redact(JSON.stringify(head.settings));
        sql.create.run(head.id, head.started, head.version, settings, owner.host, owner.pid, owner.token, now());
      });
      return take(head.id, owner);
    },
    open(id) {
      const owner = newOwner();
      const row = known(id);
      inOne(() => {
        const current = sql.run.get(row.id) as unknown as RunRow;
        if (current.version !== RUN_VERSION)
          throw new StoreVersionError(`${file}: ${row.id}`, current.version, RUN_VERSION);
        const before = ownerOf(current);
        if (before && isHeld(current)) throw new RunInUseError(row.id, before);
        sql.take.run(owner.host, owner.pid, owner.token, now(), row.id);
      });
      return take(row.id, owner);
    },
    list() {
      batch.flush();
      const rows = sql.runs.all() as unknown as (RunRow & { conversations: number })[];
      return rows.map((row) => ({ ...headOf(row), status: statusOf(row), conversations: row.conversations }));
    },
    read(id) {
      const row = known(id);
      const current = (): RunRow => sql.run.get(row.id) as unknown as RunRow;
      return {
        head: headOf(row),
        get status() {
          return statusOf(current());
        },
        results() {
          batch.flush();
          const rows = sql.results.all(row.id) as unknown as { result: string }[];
          return rows.map(({ result }) => JSON.parse(result) as ProbeResult);
        },
        rows(probe) {
          batch.flush();
          return sql.rowsOf(row.id, probe);
        },
        cost() {
          batch.flush();
          const { usd, ...counts } = sql.cost.get(row.id) as unknown as Cost;
          return usd === null ? counts : { ...counts, usd };
        },
      };
    },
    calls: (run) => storedCalls(sql, batch, run, redact),
    storedCalls: (models) => storedCallsOf(sql, models),
    flushed: () => batch.committed(),
    close() {
      try {
        batch.flush();
      } finally {
        for (const leave of closing) leave();
        database.close();
      }
    },
  };
}

interface Cost {
  readonly calls: number;
  readonly input: number;
  readonly output: number;
  readonly usd: number | null;
}

function headOf({ id, started, version, settings }: RunRow): RunHead {
  return { id, started, version, settings: JSON.parse(settings) as RunHead['settings'] };
}
