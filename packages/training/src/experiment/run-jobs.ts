/**
 * Runs jobs on threads, each as soon as what it starts from is there.
 * @module
 */
import { Worker } from 'node:worker_threads';
import { threadFlags, workerFile } from '@sente/lab';
import { silence } from '../net/runtime.ts';
import { askToStop, createStopSwitch } from '../net/stop.ts';
import type { ArmReport, ArmThreadData, ArmWorkerData } from './arm-worker.ts';
import type { Job } from './plan.ts';

/** What is run, and where. */
export interface RunJobsOptions extends ArmWorkerData {
  readonly jobs: readonly Job[];
  /** Threads. */
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Whether a job was finished in an earlier run. */
  isDone(id: string): boolean;
  onReport(report: ArmReport, done: number): void;
}

/** A model could not be trained or measured: a fault of ours. */
export class ArmFailedError extends Error {
  override readonly name = 'ArmFailedError';

  constructor(id: string, message: string) {
    super(`${id} failed; what was finished is kept, and --resume goes on. What happened there:\n${message}`);
  }
}

/** Runs all jobs that are not done. Rejects with the signal's reason when it is stopped: what is under way is dropped. */
export async function runJobs(options: RunJobsOptions): Promise<void> {
  const { jobs, workers, signal, isDone, onReport, ...workerData } = options;
  const done = new Set(jobs.filter(({ id }) => isDone(id)).map(({ id }) => id));
  const waiting = jobs.filter(({ id }) => !done.has(id));
  const count = Math.min(workers, waiting.length);
  if (count === 0) return;
  silence();
  const stop = createStopSwitch();
  const data: ArmThreadData = { ...workerData, stop };
  const file = workerFile(import.meta.url, './arm-worker');
  const threads = Array.from({ length: count }, () => {
    return new Worker(file, { workerData: data, ...threadFlags(file) });
  });
  const idle = new Set(threads);
  try {
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => reject(signal.reason);
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      const isThere = (id: string | undefined, { id: own }: Job): boolean => {
        return id === undefined || id === own || done.has(id);
      };
      const give = (): void => {
        for (const thread of [...idle]) {
          const at = waiting.findIndex((job) => [job.from, proxyOf(job, jobs)].every((id) => isThere(id, job)));
          if (at < 0) break;
          const [job] = waiting.splice(at, 1);
          idle.delete(thread);
          thread.postMessage({ job, proxy: proxyOf(job, jobs) });
        }
        if (waiting.length === 0 && idle.size === threads.length) resolve();
      };
      for (const thread of threads) {
        thread.on('message', (report: ArmReport) => {
          if (report.kind !== 'step') idle.add(thread);
          if (report.kind === 'failed') return reject(new ArmFailedError(report.id, report.message));
          if (report.kind === 'done') done.add(report.id);
          onReport(report, done.size);
          if (report.kind === 'done') give();
        });
        thread.on('error', (error) => {
          idle.add(thread);
          reject(new ArmFailedError('a thread', error.stack ?? error.message));
        });
      }
      give();
    });
  } finally {
    askToStop(stop);
    await Promise.all(threads.map((thread) => (idle.has(thread) ? undefined : untilQuiet(thread))));
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Milliseconds that a thread gets to come to the end of a run of the runtime. */
const GRACE = 10_000;

/** Resolves when the thread has given its job up or finished it: ended in the middle, native code takes the process down. */
async function untilQuiet(thread: Worker): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, GRACE);
    const quiet = (): void => {
      clearTimeout(timer);
      resolve();
    };
    thread.once('exit', quiet);
    thread.on('message', ({ kind }: ArmReport) => kind !== 'step' && quiet());
  });
}

/** The small base of the same corpus. */
function proxyOf(job: Job, jobs: readonly Job[]): string {
  const base = jobs.find(
    ({ objective, corpus, size }) => objective === 'base' && size === 'small' && corpus === job.corpus,
  );
  return base?.id ?? job.id;
}
