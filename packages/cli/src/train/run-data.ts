/**
 * Plays a run of `sente train data` as a run of the lab, and writes its files.
 * @module
 */
import { dirname, join, resolve } from 'node:path';
import { type LabStore, measureProbe, NothingToPlayError, type OpenRun, ProbeDataError, roster } from '@sente/lab';
import type { DataCard } from '@sente/training/data';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { namedModels, openPlace } from '../measure/place.ts';
import type { ReadyProbe } from '../measure/probe.ts';
import { runPlans, type Stopped } from '../measure/run-plans.ts';
import { findRun } from '../settings/find-run.ts';
import { checkPriced } from '../settings/limits.ts';
import { openStore } from '../settings/run-store.ts';
import { beginSettings, type DataRun, type DataTyped, dataHead, isDataRun, resumeSettings } from './data-settings.ts';
import { isPocket } from './is-pocket.ts';

/** What came of it. */
interface DataRan {
  readonly run: string;
  /** Absolute. */
  readonly directory: string;
  /** Absent: it was stopped before its end, and no file was written. */
  readonly card?: DataCard;
  readonly stopped?: Stopped;
}

/** Plays and writes. Throws UsageError and the store's own errors. */
export async function runData(typed: DataTyped, outside: MeasureOutside): Promise<DataRan> {
  const store = openStore(typed.store, outside.directory);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  try {
    const begun = await begin(store, typed, outside);
    let status: 'done' | 'stopped' = 'stopped';
    try {
      const ran = await play(store, begun, typed, outside, stop.signal);
      if (ran.card) status = 'done';
      return ran;
    } finally {
      begun.run.close(status);
    }
  } catch (error) {
    if (error instanceof ProbeDataError || error instanceof NothingToPlayError) throw new UsageError(error.message);
    throw error;
  } finally {
    off();
    store.close();
  }
}

interface Begun {
  readonly run: OpenRun;
  readonly settings: DataRun;
}

async function begin(store: LabStore, typed: DataTyped, { directory, clock }: MeasureOutside): Promise<Begun> {
  const { createDataProbe, DATA_SETTINGS } = await import('@sente/training/data');
  const probe = createDataProbe();
  const absolute = (path: string): string => resolve(directory, path);
  const seen: DataTyped = {
    ...typed,
    ...(typed.data !== undefined && { data: absolute(typed.data) }),
    ...(typed.out !== undefined && { out: absolute(typed.out) }),
  };
  if (typed.resume === undefined) {
    const settings = beginSettings(seen, DATA_SETTINGS, probe);
    checkPriced(typed);
    const taken = store.list().map(({ id }) => id);
    return { run: store.create(dataHead(settings, taken, clock())), settings };
  }
  // Runs of `measure` lie in the same file.
  const id = findRun(store, typed.resume, isDataRun);
  if (id === 'last') throw new UsageError('There is no run of sente train data yet.');
  const settings = resumeSettings(store.read(id).head, seen, probe);
  checkPriced({ budget: typed.budget, prices: settings.prices });
  return { run: store.open(id), settings };
}

async function play(
  store: LabStore,
  { run, settings }: Begun,
  typed: DataTyped,
  outside: MeasureOutside,
  signal: AbortSignal,
): Promise<DataRan> {
  const { createDataProbe, DATA_PROBE, dataTasks, writeData } = await import('@sente/training/data');
  const { id } = run.head;
  const { model, seed, margin, data, cases: count } = settings;
  const pocket = isPocket(model);
  const directory = settings.out ?? join(dirname(store.file), id);
  const { cases, inputs } = dataTasks({ seed, cases: count, settings: settings.settings, isPocket: pocket, data });
  const user = settings.user ?? model;
  const judge = settings.judge ?? user;
  // Shoppers of the pocket model's shop follow rules, and their reward is computed.
  const isRuled = pocket && data === undefined;
  const models = isRuled ? { model } : { model, user, judge };
  const means = { ...typed, ...(settings.prices && { prices: settings.prices }) };
  const shaping = { seed, ...models };
  const place = openPlace(store, run, shaping, await namedModels(shaping), means, signal);
  const probe = createDataProbe(cases);
  const agents = roster(true).filter(({ name }) => name === 'bare');
  const playing: ReadyProbe = (watch, { execute, run: kept, name, cost }) =>
    measureProbe(probe as never, { seed, agents, execute: execute(agents, shaping), run: kept, name, cost, ...watch });
  const { stopped } = await runPlans([{ name: DATA_PROBE, play: playing }], place, outside, signal);
  if (stopped) return { run: id, directory, stopped };
  const card = writeData({
    directory,
    rows: store.read(id).rows(DATA_PROBE),
    cases,
    run: place.name,
    seed,
    models: isRuled ? { assistant: model } : { assistant: model, user, judge },
    isPocket: isRuled,
    settings: settings.settings,
    margin,
    inputs,
    ...(settings.prices && { prices: settings.prices }),
  });
  return { run: id, directory, card };
}
