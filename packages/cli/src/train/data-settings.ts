/**
 * What a run of `sente train data` is begun with, and what it keeps so that `--resume` needs nothing else.
 * @module
 */
import { createHash } from 'node:crypto';
import { type Probe, RUN_VERSION, type RunHead } from '@sente/lab';
import type { Budget, Prices } from '@sente/language';
import type { DataSettings } from '@sente/training/data';
import { UsageError } from '../failure.ts';

/** As typed. What is absent was not typed. */
export interface DataTyped {
  readonly model?: string;
  readonly user?: string;
  readonly judge?: string;
  readonly cases?: number;
  readonly candidates?: number;
  readonly prompted?: boolean;
  readonly turns?: number;
  readonly horizon?: 0 | 1 | 2 | 3;
  readonly samples?: number;
  readonly tokenPrice?: number;
  readonly turnCost?: number;
  readonly maxTokens?: number;
  readonly margin?: number;
  readonly data?: string;
  readonly out?: string;
  readonly seed?: number;
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly atOnce?: number;
  readonly queue?: string;
  readonly resume?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** Everything that shapes the files. JSON. */
export interface DataRun {
  readonly experiment: 'data';
  /** The play, as runs of `sente measure` name their probes: for the list of runs. */
  readonly probes: readonly [string];
  /** Version of the play. */
  readonly versions: Readonly<Record<string, string>>;
  readonly model: string;
  readonly user?: string;
  readonly judge?: string;
  readonly cases: number;
  readonly settings: DataSettings;
  readonly margin: number;
  /** Absolute. */
  readonly data?: string;
  /** Absolute; by the run's name unless given. */
  readonly out?: string;
  readonly seed: number;
  readonly prices?: Prices;
}

/** What of the play goes into a run. */
type Play = Pick<Probe, 'name' | 'version'>;

/** Conversations unless somebody says otherwise. */
const CASES = 20;
/** Least difference of rewards for a pair, unless somebody says otherwise. */
const MARGIN = 0.05;

/** Options that say how a run is played and told, not what it writes: they may differ when it is taken up again. */
const MEANS: readonly string[] = ['budget', 'atOnce', 'queue', 'resume', 'store', 'json', 'out', 'prices'];

/** The settings of a run that is about to begin. Throws UsageError. */
export function beginSettings(typed: DataTyped, defaults: DataSettings, probe: Play): DataRun {
  const { model, user, judge, data, out, prices, cases = CASES, margin = MARGIN, seed = 1 } = typed;
  if (model === undefined) {
    throw new UsageError('sente train data needs --model ID: openai:NAME, ollama:NAME, URL#NAME or pocket');
  }
  const candidates = typed.candidates ?? defaults.candidates;
  if (candidates < 2 && !typed.prompted)
    throw new UsageError('--candidates 1 leaves nothing to choose from: 2 or more');
  if (candidates > 16) throw new UsageError('--candidates: at most 16');
  if ((typed.samples ?? 1) > 16) throw new UsageError('--samples: at most 16');
  const settings: DataSettings = {
    candidates,
    prompted: typed.prompted ?? defaults.prompted,
    turns: typed.turns ?? defaults.turns,
    horizon: typed.horizon ?? defaults.horizon,
    samples: typed.samples ?? defaults.samples,
    tokenPrice: typed.tokenPrice ?? defaults.tokenPrice,
    turnCost: typed.turnCost ?? defaults.turnCost,
    maxTokens: typed.maxTokens ?? defaults.maxTokens,
  };
  const given = { user, judge, data, out, prices };
  const play = { probes: [probe.name], versions: { [probe.name]: probe.version } } as const;
  return { experiment: 'data', ...play, model, cases, settings, margin, seed, ...definedOf(given) };
}

/** The head of a new run: `train-data-1-3f9a2c.1`, `….2`; equal settings give equal names. */
export function dataHead(run: DataRun, taken: readonly string[], started: number): RunHead {
  const { out: _, prices: __, ...shaping } = run;
  const text = JSON.stringify(Object.entries(shaping).sort(([a], [b]) => (a < b ? -1 : 1)));
  const name = `${run.probes[0]}-${run.seed}-${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
  let count = 1;
  while (taken.includes(`${name}.${count}`)) count++;
  return { id: `${name}.${count}`, started, version: RUN_VERSION, settings: { ...run } as never };
}

/** Tells runs of `sente train data` from those of `sente measure`, which lie in the same store. */
export function isDataRun({ settings }: Pick<RunHead, 'settings'>): boolean {
  return settings.experiment === 'data';
}

/** The settings of a run that is taken up again. Throws UsageError. */
export function resumeSettings({ id, settings }: RunHead, typed: DataTyped, { name, version }: Play): DataRun {
  const run = settings as unknown as DataRun;
  if (!isDataRun({ settings })) throw new UsageError(`${id} is no run of sente train data.`);
  const before = run.versions[name];
  if (before !== version) {
    throw new UsageError(`${id} was begun with version ${before} of the play, and this is ${version}: begin anew.`);
  }
  const again = Object.keys(typed).filter((name) => !MEANS.includes(name));
  if (again.length > 0) {
    throw new UsageError(
      `--resume takes a run up with the settings it was begun with: leave out ${again.map((name) => `--${kebab(name)}`).join(', ')}`,
    );
  }
  return { ...run, ...definedOf({ out: typed.out, prices: typed.prices }) };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function definedOf<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
