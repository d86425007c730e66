/**
 * Plays numbered cases on worker threads. Whoever plays a case, its row is the same: the result does not depend on the
 * number of workers.
 * @module
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Chunk, Report } from './worker-side.ts';

/** What to play, and where. */
export interface PoolOptions {
  /** The worker file; see `workerFile`. */
  readonly file: URL;
  /** Sent to every worker once, by structured clone. */
  readonly setup: unknown;
  readonly cases: number;
  /** Threads; as many as the machine has cores unless given. */
  readonly workers?: number;
  /** Cases a thread takes at a time; 16 unless given. */
  readonly chunk?: number;
  /** Stops the run: cases that are under way are dropped. */
  readonly signal?: AbortSignal;
  /** Told how many cases are done, after every chunk. */
  readonly onProgress?: (done: number) => void;
  /** Given the rows of every chunk as they come, in no order; `from` is the number of the first. */
  readonly onRows?: (from: number, rows: readonly unknown[]) => void;
}

/** A case that could not be played: a fault of the agent or of the probe. */
export class CaseFailedError extends Error {
  readonly number: number;
  constructor(number: number, cause: string) {
    super(`case ${number} failed; the same seed plays it again alone. What happened there:\n${cause}`);
    this.name = 'CaseFailedError';
    this.number = number;
  }
}

/** The run was stopped from outside before it was done. */
export class StoppedError extends Error {
  readonly done: number;
  readonly cases: number;
  constructor(done: number, cases: number) {
    super(`stopped after ${done} of ${cases} cases`);
    this.name = 'StoppedError';
    this.done = done;
    this.cases = cases;
  }
}

/**
 * The worker file beside a module: `workerFile(import.meta.url, './worker')`. It has the extension of the module that
 * asks: `.ts` when run from source, `.js` when built.
 */
export function workerFile(moduleUrl: string, path: string): URL {
  return new URL(`${path}${moduleUrl.endsWith('.ts') ? '.ts' : '.js'}`, moduleUrl);
}

const SOURCE = '--conditions=@sente/source';

/**
 * The flags of a thread that runs such a file. From source, packages are found by a condition that whoever started this process
 * need not have set. Else a thread has this process's flags by itself: named, those of the whole process are refused, such as
 * `--max-old-space-size`.
 */
export function threadFlags(file: URL): { readonly execArgv?: string[] } {
  const needsSource = file.pathname.endsWith('.ts') && !process.execArgv.includes(SOURCE);
  return needsSource ? { execArgv: [...process.execArgv, SOURCE] } : {};
}

/**
 * Plays all cases and returns their rows in order.
 * Throws CaseFailedError when a case cannot be played, StoppedError when `signal` stops the run.
 */
export async function runPool<Row>(options: PoolOptions): Promise<Row[]> {
  const { file, setup, cases, signal, onProgress } = options;
  const size = Math.max(1, options.chunk ?? 16);
  const threads = Math.max(1, Math.min(options.workers ?? availableParallelism(), Math.ceil(cases / size)));
  const rows = new Array<Row>(cases);
  if (cases === 0) return rows;
  let next = 0;
  let done = 0;
  const workers: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => reject(new StoppedError(done, cases));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      const hand = (worker: Worker): void => {
        if (next >= cases) return;
        const chunk: Chunk = { from: next, to: Math.min(next + size, cases) };
        next = chunk.to;
        worker.postMessage(chunk);
      };
      for (let i = 0; i < threads; i++) {
        const worker = new Worker(file, { workerData: setup, ...threadFlags(file) });
        workers.push(worker);
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a worker thread ended early, with code ${code}`)));
        worker.on('message', (report: Report) => {
          if ('failed' in report) return reject(new CaseFailedError(report.failed, report.error));
          report.rows.forEach((row, k) => {
            rows[report.chunk.from + k] = row as Row;
          });
          done += report.rows.length;
          options.onRows?.(report.chunk.from, report.rows);
          onProgress?.(done);
          if (done === cases) resolve();
          else hand(worker);
        });
        hand(worker);
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.removeAllListeners('exit').terminate()));
  }
  return rows;
}
