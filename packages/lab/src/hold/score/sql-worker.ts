/**
 * The thread in which one query runs. See `run-queries.ts`.
 * @module
 */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Json } from '../../probe/played.ts';

const { database, query, most } = workerData as {
  readonly database: { readonly script?: string; readonly file?: string };
  readonly query: string;
  readonly most: number;
};

function run(): { readonly rows: Json[][] } | { readonly error: string } {
  const open = new DatabaseSync(database.file ?? ':memory:', {
    readOnly: database.file !== undefined,
    allowExtension: false,
  });
  try {
    if (database.script !== undefined) open.exec(database.script);
    // An answer reads: what would write, attach a file or change a setting is refused.
    open.exec('PRAGMA query_only = ON');
    if (!/^\s*(?:--[^\n]*\n\s*)*(?:select|with|values)\b/i.test(query)) return { error: 'this is no query' };
    const statement = open.prepare(query);
    // Older Nodes give objects, in which columns of one name are one.
    statement.setReturnArrays?.(true);
    const rows: Json[][] = [];
    for (const row of statement.iterate() as Iterable<unknown>) {
      rows.push((Array.isArray(row) ? row : Object.values(row as object)).map(asJson));
      if (rows.length > most) return { error: `more than ${most} rows` };
    }
    return { rows };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    open.close();
  }
}

function asJson(value: unknown): Json {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'bigint' ? Number(value) : Buffer.from(value as Uint8Array).toString('hex');
}

parentPort?.postMessage(run());
