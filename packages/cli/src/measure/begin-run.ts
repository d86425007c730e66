/**
 * Begins a run, or takes one up again.
 * @module
 */
import type { LabStore, OpenRun } from '@sente/lab';
import { findRun } from '../settings/find-run.ts';
import { isDataRun } from '../train/data-settings.ts';
import { choose, type Plan } from './choose.ts';
import type { Typed } from './measure-command.ts';
import type { MeasureOutside } from './outside.ts';
import { type MeasureSettings, UsageError } from './probe.ts';
import { PROBES } from './probes.ts';
import { resumedSettings, runHead, runSettings } from './run-head.ts';

/** A run that can go on. */
interface Begun {
  readonly run: OpenRun;
  readonly plans: readonly Plan[];
  readonly settings: MeasureSettings;
  readonly notes: readonly string[];
  /** One probe was named. */
  readonly isOne: boolean;
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

/** Throws UsageError, UnknownRunError and RunInUseError. */
export function beginRun(store: LabStore, named: readonly string[], typed: Typed, outside: MeasureOutside): Begun {
  const shaping = Object.entries(typed).filter(([name]) => !MEANS.includes(name));
  const means = typed.workers === undefined ? {} : { workers: typed.workers };
  if (typed.resume !== undefined) {
    const again = [...named, ...shaping.map(([name]) => `--${name}`)];
    if (again.length > 0) {
      throw new UsageError(
        `--resume takes a run up with the settings it was begun with: leave out ${again.join(', ')}`,
      );
    }
    // Runs of `train data` lie in the same file.
    const id = findRun(store, typed.resume, (listed) => !isDataRun(listed));
    if (id === 'last') throw new UsageError('There is no run of sente measure yet.');
    const { head } = store.read(id);
    if (isDataRun(head)) {
      throw new UsageError(`${id} is a run of sente train data: sente train data --resume ${id}`);
    }
    const {
      probes,
      versions: _,
      ...kept
    } = resumedSettings(head, (name) => PROBES.find((p) => p.name === name)?.version);
    const settings = { ...kept, ...means };
    const { plans, notes } = choose(probes, settings);
    return { run: store.open(head.id), plans, settings, notes, isOne: probes.length === 1 };
  }
  const settings = { seed: 1, ...Object.fromEntries(shaping), ...means } as MeasureSettings;
  const { plans, notes } = choose(named, settings);
  const taken = store.list().map(({ id }) => id);
  const run = store.create(runHead(runSettings(named, plans, settings), taken, outside.clock()));
  return { run, plans, settings, notes, isOne: new Set(named).size === 1 };
}
