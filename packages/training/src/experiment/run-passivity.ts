/**
 * The experiment: where passivity comes from. Every objective from the same starting weights, measured on the same
 * held-out cases, by users that training never met.
 * @module
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArmFiles, writeWhole } from './arm-files.ts';
import { BUDGETS, type Budgets } from './budgets.ts';
import { plan } from './plan.ts';
import type { ExperimentResults } from './results.ts';
import { runJobs } from './run-jobs.ts';
import { summarise } from './summarise.ts';

/** What is run, and where it is kept. */
export interface PassivityOptions {
  readonly preset: 'quick' | 'full';
  /** In place of the preset's: what each model may cost, and on how much it is measured. */
  readonly budgets?: Budgets;
  /** Number of seeds, counted from 1; 1 for `quick` and 3 for `full` unless given. */
  readonly seeds?: number;
  /** Threads, each of which trains one model at a time; 2 unless given. Figures do not depend on it. */
  readonly workers?: number;
  /** Finished models are kept here; those that are there already are not trained again. */
  readonly directory: string;
  readonly signal: AbortSignal;
  /** Told what is going on, a line at a time. */
  progress(line: string): void;
  /** Now, in milliseconds; for the figure `seconds` only. */
  now?(): number;
}

/** Runs it, or what is left of it, and writes `results.json`. Rejects with the signal's reason when it is stopped. */
export async function runPassivity(options: PassivityOptions): Promise<ExperimentResults> {
  const { preset, workers = 2, directory, signal, progress, now = () => performance.now() } = options;
  const { budgets = BUDGETS[preset] } = options;
  const count = options.seeds ?? (preset === 'quick' ? 1 : 3);
  const seeds = Array.from({ length: count }, (_, at) => at + 1);
  const began = now();
  await mkdir(directory, { recursive: true });
  const files = openArmFiles(directory);
  const jobs = plan({ preset, seeds });
  const there = jobs.filter(({ id }) => files.has(id)).length;
  if (there > 0) progress(`${there} of ${jobs.length} models are there already`);
  await runJobs({
    preset,
    budgets,
    directory,
    jobs,
    workers,
    signal,
    isDone: files.has,
    onReport(report, done) {
      if (report.kind === 'step')
        progress(`${done}/${jobs.length} models · ${report.id}: step ${report.step} of ${report.of}`);
      if (report.kind === 'done') progress(`${done}/${jobs.length} models · ${report.id}: trained and measured`);
    },
  });
  progress('summing up …');
  const arms = await Promise.all(jobs.map(({ id }) => files.read(id)));
  const results = await summarise({
    preset,
    seeds,
    arms,
    budgets,
    run: nameOf(directory),
    seconds: (now() - began) / 1000,
  });
  await writeWhole(join(directory, 'results.json'), `${JSON.stringify(results)}\n`);
  return results;
}

const nameOf = (directory: string): string => directory.split(/[\\/]/).filter(Boolean).at(-1) ?? directory;
