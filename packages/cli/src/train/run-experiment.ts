/**
 * Runs the experiment on passivity in a directory beside the runs, and writes its report there.
 * @module
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ExperimentResults } from '@sente/training';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { storeFile } from '../settings/run-store.ts';

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
export interface PassivityRan {
  readonly run: string;
  readonly directory: string;
  readonly results?: ExperimentResults;
}

const NAME = /^passivity-(\d+)-(quick|full)(?:\.\d+)?$/;

/** Runs, or takes up again. Throws UsageError. */
export async function runExperiment(
  typed: PassivityTyped,
  outside: MeasureOutside,
  parts: PassivityParts,
): Promise<PassivityRan> {
  const folder =
    typed.out === undefined
      ? dirname(storeFile(typed.store, outside.directory))
      : resolve(outside.directory, typed.out);
  const { name, preset, seeds } = typed.resume === undefined ? anew(folder, typed) : again(folder, typed.resume, typed);
  const directory = join(folder, name);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort(new Error('stopped')));
  outside.err.write(`${name}, kept in ${directory}\n`);
  const line = createLine(outside);
  try {
    const { threads: workers } = typed;
    const results = await parts.run({
      preset,
      seeds,
      ...(workers !== undefined && { workers }),
      directory,
      signal: stop.signal,
      progress: line.say,
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

/** A line that rewrites itself on a terminal; elsewhere a line now and then, and every one that tells of a model. */
function createLine({ err, now }: MeasureOutside): { say(text: string): void; clear(): void } {
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  return {
    say(text) {
      const isStep = /: step \d+ of \d+$/.test(text);
      if (isStep && now() - last < (err.isTTY ? 100 : 15_000)) return;
      last = now();
      shown = err.isTTY === true;
      err.write(err.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear() {
      if (shown) err.write('\r\x1b[2K');
      shown = false;
    },
  };
}

interface Named {
  readonly name: string;
  readonly preset: 'quick' | 'full';
  readonly seeds: number;
}

/** `passivity-3-full`; `….2` where there is one already. */
function anew(folder: string, { preset = 'quick', seeds = preset === 'quick' ? 1 : 3 }: PassivityTyped): Named {
  const base = `passivity-${seeds}-${preset}`;
  let name = base;
  for (let count = 2; existsSync(join(folder, name)); count++) name = `${base}.${count}`;
  return { name, preset, seeds };
}

function again(folder: string, resume: string, typed: PassivityTyped): Named {
  if (typed.preset !== undefined || typed.seeds !== undefined) {
    throw new UsageError(
      '--resume takes an experiment up with the settings it was begun with: leave out --preset and --seeds',
    );
  }
  const known = existsSync(folder) ? readdirSync(folder).filter((name) => NAME.test(name)) : [];
  const time = (name: string): number => statSync(join(folder, name)).mtimeMs;
  const newest = [...known].sort((a, b) => time(b) - time(a));
  const name = resume === 'last' ? newest[0] : known.find((other) => other === resume);
  const found = name === undefined ? undefined : NAME.exec(name);
  if (!name || !found) {
    const list = newest.length === 0 ? 'there is none yet' : `there are: ${newest.slice(0, 5).join(', ')}`;
    throw new UsageError(`There is no experiment \`${resume}\` in ${folder}: ${list}.`);
  }
  return { name, preset: found[2] as Named['preset'], seeds: Number(found[1]) };
}
