/**
 * Runs the experiment on passivity in a directory beside the runs, and writes its report there.
 * @module
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExperimentResults } from '@sente/training';
import type { MeasureOutside } from '../measure/outside.ts';
import { storeFile } from '../settings/run-store.ts';
import { experimentFolder } from './experiment-folder.ts';
import { progressLine } from './progress-line.ts';

/** As typed. What is absent was not typed. */
export interface PassivityTyped {
  readonly preset?: 'quick' | 'full';
  readonly seeds?: number;
  readonly out?: string;
  readonly resume?: string;
  readonly threads?: number;
  readonly store?: string;
  readonly json?: boolean;
}

/** What the training package does for it; tests stand in. */
export interface PassivityParts {
  run(options: {
    readonly preset: 'quick' | 'full';
    readonly seeds?: number;
    readonly workers?: number;
    readonly directory: string;
    readonly signal: AbortSignal;
    progress(line: string): void;
  }): Promise<ExperimentResults>;
  report(results: ExperimentResults): string;
  summary(results: ExperimentResults): string;
}

/** Loads them: only here, since they bring the runtime that trains. */
export async function trainingParts(): Promise<PassivityParts> {
  const [{ runPassivity }, { passivityReport, summaryText }] = await Promise.all([
    import('@sente/training/experiment'),
    import('@sente/training/report'),
  ]);
  return { run: runPassivity, report: passivityReport, summary: summaryText };
}

/** What came of it; without results it was stopped. */
interface PassivityRan {
  readonly run: string;
  readonly directory: string;
  readonly results?: ExperimentResults;
}

/** Runs, or takes up again. Throws UsageError. */
export async function runExperiment(
  typed: PassivityTyped,
  outside: MeasureOutside,
  parts: PassivityParts,
): Promise<PassivityRan> {
  const { preset, seeds, out, resume, store } = typed;
  const place = { directory: outside.directory, runs: dirname(storeFile(store, outside.directory)) };
  const wanted = experimentFolder({ preset, seeds, out, resume, ...place });
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort(new Error('stopped')));
  const { name, directory } = wanted;
  outside.err.write(
    `Kept in ${directory}${hasModels(directory) ? '; models that are finished there are used, not trained again' : ''}.\n`,
  );
  const line = progressLine(outside);
  try {
    const { threads: workers } = typed;
    const results = await parts.run({
      preset: wanted.preset,
      seeds: wanted.seeds,
      ...(workers !== undefined && { workers }),
      directory,
      signal: stop.signal,
      // A line for every model, and none for steps where nobody watches.
      progress: (text) => line.say(text, /: step \d+ of \d+$/.test(text)),
    });
    line.clear();
    writeFileSync(join(directory, 'report.html'), parts.report(results));
    return { run: name, directory, results };
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return { run: name, directory };
  } finally {
    line.clear();
    off();
  }
}

/** Whether finished models lie there. */
function hasModels(directory: string): boolean {
  const arms = join(directory, 'arms');
  return existsSync(arms) && readdirSync(arms).some((file) => file.endsWith('.figures.json'));
}
