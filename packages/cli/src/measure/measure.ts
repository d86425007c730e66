/**
 * Finds out whether what was typed can be measured; then begins a run, plays it, and prints what came of it.
 * @module
 */
import { dirname, resolve } from 'node:path';
import { checkQueueAddress, correctAcross, LEARNED_AGENTS, type ProbeResult, parseBar } from '@sente/lab';
import type { Budget, Prices } from '@sente/language';
import { EXIT } from '../failure.ts';
import { checkPriced } from '../settings/limits.ts';
import { onlyFile } from '../settings/named-policy.ts';
import { hasPolicy, policyPlace } from '../settings/policy-files.ts';
import { openStore, storeFile } from '../settings/run-store.ts';
import type { MeasureOutside } from './outside.ts';
import { namedModels, openPlace, type Place } from './place.ts';
import { planRun } from './plan-run.ts';
import type { MeasureSettings } from './probe.ts';
import { type ReadyPlan, runPlans } from './run-plans.ts';
import { tell, tellStopped } from './tell.ts';

/** As typed. What is absent was not typed. */
export interface Typed extends Partial<MeasureSettings> {
  readonly atOnce?: number;
  readonly budget?: Budget;
  readonly prices?: Prices;
  readonly queue?: string;
  readonly resume?: string;
  readonly store?: string;
  /** True without a number. */
  readonly power?: number | true;
  readonly failIf?: readonly string[];
  readonly json?: boolean;
}

/** Runs what was typed. Throws UsageError, BarSyntaxError, MissingFigureError, and what reads the data throws. */
export async function measure(named: readonly string[], typed: Typed, outside: MeasureOutside): Promise<void> {
  const { failIf = [], json = false, power } = typed;
  const bars = failIf.map(parseBar);
  checkPriced(typed);
  const items = itemsOf(typed, outside);
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  try {
    const policy = policyFor(named, typed, items, outside);
    const wanted = { ...typed, ...items, ...(policy && { policy }) };
    const planned = planRun(named, wanted, outside);
    const { settings } = planned;
    const ready: ReadyPlan[] = [];
    for (const { probe, settings: own } of planned.plans) {
      ready.push({ name: probe.name, play: await probe.prepare(own) });
    }
    const models = await namedModels(settings);
    if (typed.queue !== undefined) checkQueueAddress(typed.queue);
    if (stop.signal.aborted) {
      outside.err.write('Stopped before anything was played.\n');
      return outside.exit(EXIT.stopped);
    }
    for (const note of planned.notes) outside.err.write(`${note}\n`);
    // What is refused leaves nothing behind: only a run that can be played has a file to be kept in.
    const store = openStore(typed.store, outside.directory);
    try {
      const run = planned.begin(store);
      let results: readonly ProbeResult[] | undefined;
      try {
        const place = openPlace(store, run, settings, models, typed, stop.signal);
        results = await play(ready, place, outside, stop.signal);
        if (results) tell(results, { json, isOne: planned.isOne, power, bars }, outside);
      } finally {
        run.close(results ? 'done' : 'stopped');
      }
      if (results && outside.err.isTTY) {
        outside.err.write(`Kept as ${run.head.id}. The report: sente report ${run.head.id}\n`);
      }
    } finally {
      store.close();
    }
  } finally {
    off();
  }
}

/** Plays and keeps; undefined where it was stopped, which is told. */
async function play(
  ready: readonly ReadyPlan[],
  place: Place,
  outside: MeasureOutside,
  signal: AbortSignal,
): Promise<readonly ProbeResult[] | undefined> {
  const { results, stopped } = await runPlans(ready, place, outside, signal);
  const corrected = correctAcross(results);
  for (const result of corrected) place.run.result(result);
  if (!stopped) return corrected;
  tellStopped(stopped, place.run.head.id, corrected, outside);
  return undefined;
}

/** The items that were named, with absolute paths. */
type Items = Pick<MeasureSettings, 'data' | 'catalog'>;

function itemsOf({ data, catalog }: Typed, { directory }: MeasureOutside): Items {
  return {
    ...(data !== undefined && { data: resolve(directory, data) }),
    ...(catalog !== undefined && { catalog: resolve(directory, catalog) }),
  };
}

/** The policy that was named; else, where somebody could play by it, the one that was trained for the same items. */
function policyFor(
  named: readonly string[],
  { policy, agents, store, resume }: Typed,
  items: Items,
  outside: MeasureOutside,
): string | undefined {
  if (policy !== undefined) return resolve(outside.directory, onlyFile(policy));
  const isPlayed = named.includes('recommend') && (agents?.some((name) => LEARNED_AGENTS.includes(name)) ?? true);
  if (!isPlayed || resume !== undefined) return undefined;
  const place = policyPlace(items, dirname(storeFile(store, outside.directory)));
  return hasPolicy(place) ? `${place}.json` : undefined;
}
