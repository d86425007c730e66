/**
 * Runs a query away from everything else: in a thread of its own, on a database in memory or opened for reading, and for
 * a limited time, after which the thread is ended.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Json } from '../../probe/played.ts';

/** Rows of a result; each the values of its columns, in order. */
export type Rows = readonly (readonly Json[])[];

/** Where a query runs. */
type Database = { readonly script: string } | { readonly file: string };

/** What came of it. */
type Outcome = { readonly rows: Rows } | { readonly error: string };

/** The worker stands beside this file, as source or as built. */
const WORKER: URL = new URL(import.meta.url.endsWith('.ts') ? './sql-worker.ts' : './sql-worker.js', import.meta.url);

/** Milliseconds that a query may take. */
const QUERY_TIME = 2000;

/** More rows than this are an error. */
const MOST_ROWS = 20_000;

/** Runs one query. Never rejects: a failure is an outcome. */
export function runQueries(database: Database, query: string, milliseconds: number = QUERY_TIME): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: { database, query, most: MOST_ROWS },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      // Nothing of ours is handed on, and nothing that it prints gets out.
      env: {},
      stdout: true,
      stderr: true,
    });
    let isOver = false;
    const end = (outcome: Outcome): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ error: `took longer than ${milliseconds} ms` }), milliseconds);
    worker.on('message', end);
    worker.on('error', (error: Error) => end({ error: error.message }));
    worker.on('exit', () => end({ error: 'the query ended its thread' }));
  });
}
