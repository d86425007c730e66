/**
 * Trains a policy for a table on a thread of its own, while the host goes on answering.
 *
 * Same seed, same weights as `trainPolicy`, where the table is small: at most 3,000 items and 256 values to ask for. Time and
 * memory grow with both (the preset `quick` takes about a minute on 3,000 items and many minutes on 100,000; 400 values take
 * 700 MB), and what is learnt does not depend on how many there are. So of more items a sample is trained on, and of more values the commonest of each column.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Catalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { threadFlags, workerFile } from '@sente/lab';
import type { LearnedPolicy } from '@sente/pocket';
import { silence } from '../net/runtime.ts';
import { askToStop, createStopSwitch } from '../net/stop.ts';
import { fewerAnswers, plainCatalog, sampleItems } from './background-table.ts';
import type { BackgroundReport, BackgroundThreadData } from './background-worker.ts';
import { nothingToLearn } from './nothing-to-learn.ts';
import { POLICY_BUDGETS, type PolicyBudget } from './presets.ts';

/** What to train, and whom to tell. */
export interface BackgroundOptions {
  /** What the items are, for the card. */
  readonly source: string;
  readonly seed: number;
  /** That of the preset `quick` unless given. */
  readonly budget?: PolicyBudget;
  /** Most items that are trained on; 3,000 unless given. */
  readonly items?: number;
  /** Most values that can be asked for, over all columns; 256 unless given. */
  readonly answers?: number;
  /** Told some hundred times: 0 … 1 of the whole, and the iteration under way, from 1, of all. */
  onProgress?(progress: { readonly share: number; readonly iteration: number; readonly of: number }): void;
  /** Given the best policy so far, after each iteration that improved on it. */
  onPolicy?(policy: LearnedPolicy): void;
}

/** A training under way. */
export interface BackgroundTraining {
  /** How many there will be. */
  readonly iterations: number;
  /**
   * The policy that `onPolicy` was given last; undefined when it was stopped. Rejects with NothingToLearnError or
   * PolicyTrainingError.
   */
  readonly done: Promise<LearnedPolicy | undefined>;
  /** Ends it; resolves when the thread has ended. */
  stop(): Promise<void>;
}

/** A training fell over: a fault of ours. `message` is for people, the cause says what happened. */
export class PolicyTrainingError extends Error {
  override readonly name = 'PolicyTrainingError';
}

const ITEMS = 3_000;
const ANSWERS = 256;
/** Milliseconds that the thread gets to stop by itself: ended in the middle, native code takes the process down. */
const GRACE = 10_000;

/** Starts it. */
export function trainInBackground(catalog: Catalog, options: BackgroundOptions): BackgroundTraining {
  const {
    seed,
    source,
    budget = POLICY_BUDGETS.quick,
    items = ITEMS,
    answers = ANSWERS,
    onProgress,
    onPolicy,
  } = options;
  const { iterations } = budget;
  const nothing = nothingToLearn(catalog);
  if (nothing) return { iterations, done: Promise.reject(nothing), stop: async () => {} };
  const plain = plainCatalog(catalog);
  const sample = catalog.size > items ? sampleItems(plain, items, createRandom(`policy/${seed}/items`)) : plain;
  const table = fewerAnswers(sample, answers);
  silence();
  const stop = createStopSwitch();
  const file = workerFile(import.meta.url, './background-worker');
  const workerData: BackgroundThreadData = { table, source, budget, seed, stop };
  const thread = new Worker(file, { workerData, ...threadFlags(file) });
  let isStopped = false;
  let best: LearnedPolicy | undefined;
  const done = new Promise<LearnedPolicy | undefined>((resolve, reject) => {
    const fail = (detail: string): void => {
      if (isStopped) resolve(undefined);
      else reject(new PolicyTrainingError('the thread that trains fell over.', { cause: detail }));
    };
    thread.on('message', (report: BackgroundReport) => {
      if (report.kind === 'failed') fail(report.detail);
      else if (report.kind === 'done') resolve(isStopped ? undefined : best);
      else if (isStopped) return;
      else if (report.kind === 'progress') onProgress?.({ ...report.progress, of: iterations });
      else {
        best = report.policy;
        onPolicy?.(best);
      }
    });
    thread.on('error', (error) => fail(error.stack ?? error.message));
    thread.on('exit', (code) => fail(`it ended with code ${code}`));
  });
  const quiet = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  return {
    iterations,
    done,
    async stop() {
      isStopped = true;
      askToStop(stop);
      const timer = setTimeout(() => void thread.terminate(), GRACE);
      await quiet;
      clearTimeout(timer);
    },
  };
}
