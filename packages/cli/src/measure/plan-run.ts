/**
 * What a run will be, new or taken up again; nothing is kept of it before it begins.
 * @module
 */
import type { LabStore, OpenRun, RunHead } from '@sente/lab';
import { findRun } from '../settings/find-run.ts';
import { openExistingStore } from '../settings/run-store.ts';
import { isDataRun } from '../train/data-settings.ts';
import { choose, type Plan } from './choose.ts';
import type { Typed } from './measure.ts';
import type { MeasureOutside } from './outside.ts';
import { type MeasureSettings, UsageError } from './probe.ts';
import { PROBES } from './probes.ts';
import { resumedSettings, runHead, runSettings } from './run-head.ts';

/** A run that has not begun. */
interface PlannedRun {
  readonly plans: readonly Plan[];
  readonly settings: MeasureSettings;
  readonly notes: readonly string[];
  /** One probe was named. */
  readonly isOne: boolean;
  /** Begins it, or takes it up. Throws RunInUseError. */
  begin(store: LabStore): OpenRun;
}

/** Options that say how a run is played and told, not what it measures: they may differ when it is taken up again. */
const MEANS: readonly string[] = [
  'workers',
  'atOnce',
  'budget',
  'prices',
  'queue',
  'resume',
  'store',
  'power',
  'failIf',
  'json',
];

/** Throws UsageError, UnknownRunError and the store's own errors. */
export function planRun(named: readonly string[], typed: Typed, outside: MeasureOutside): PlannedRun {
  const shaping = Object.entries(typed).filter(([name]) => !MEANS.includes(name));
  const means = typed.workers === undefined ? {} : { workers: typed.workers };
  if (typed.resume !== undefined) {
    const again = [...named, ...shaping.map(([name]) => `--${name}`)];
    if (again.length > 0) {
      throw new UsageError(
        `--resume takes a run up with the settings it was begun with: leave out ${again.join(', ')}`,
      );
    }
    const head = stoppedRun(typed.resume, typed.store, outside.directory);
    const {
      probes,
      versions: _,
      ...kept
    } = resumedSettings(head, (name) => PROBES.find((p) => p.name === name)?.version);
    const settings = { ...kept, ...means };
    const { plans, notes } = choose(probes, settings);
    return { plans, settings, notes, isOne: probes.length === 1, begin: (store) => store.open(head.id) };
  }
  const settings = { seed: 1, ...Object.fromEntries(shaping), ...means } as MeasureSettings;
  const { plans, notes } = choose(named, settings);
  return {
    plans,
    settings,
    notes,
    isOne: new Set(named).size === 1,
    begin(store) {
      const taken = store.list().map(({ id }) => id);
      return store.create(runHead(runSettings(named, plans, settings), taken, outside.clock()));
    },
  };
}

function stoppedRun(named: string, file: string | undefined, directory: string): RunHead {
  const store = openExistingStore(file, directory);
  try {
    // Runs of `train data` lie in the same file.
    const id = findRun(store, named, (listed) => !isDataRun(listed));
    if (id === 'last') throw new UsageError('There is no run of sente measure yet.');
    const { head } = store.read(id);
    if (isDataRun(head)) throw new UsageError(`${id} is a run of sente train data: sente train data --resume ${id}`);
    return head;
  } finally {
    store.close();
  }
}
