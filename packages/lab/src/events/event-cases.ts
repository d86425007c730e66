/**
 * Event traces as cases: the embedded visits to the shop, or a person's own recorded traces, each with a watcher that
 * was chosen and fitted without it.
 * @module
 */
import type { Watcher } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { ProbeCase } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { chooseSettings, fitWatcher } from './choose-watcher.ts';
import type { EventTrace } from './event-trace.ts';
import { readProactiveEvents } from './read-proactive-events.ts';
import { drawVisits } from './visitor-traces.ts';

/** A trace to be watched. */
export interface EventCase extends ProbeCase {
  readonly cell: 'events';
  readonly trace: EventTrace;
  /** For the rule `watcher`; the shop's own unless given. */
  readonly watcher?: Watcher;
}

/** Embedded visits, unless a person says how many. */
export const VISITS = 60;

/** Most parts that traces are left out in: with up to so many traces, each is left out alone. */
const PARTS = 10;

/** Fewest traces that a watcher can be chosen on. */
const FEWEST = 3;

/** The embedded cases. */
export function visitCases(visits: number, random: Random): EventCase[] {
  return drawVisits(hikingShop(), visits, random).map((trace) => ({
    id: trace.id,
    cell: 'events',
    world: 'shop',
    trace,
  }));
}

/** Recorded traces as cases, at most `most` of them. Throws ProbeDataError. */
export async function recordedCases(path: string, most: number = Number.POSITIVE_INFINITY): Promise<EventCase[]> {
  const traces = await readProactiveEvents(path);
  const watchers = watchersFor(traces);
  return traces
    .map(
      (trace, n): EventCase => ({
        id: trace.id,
        cell: 'events',
        world: 'open',
        trace,
        ...(watchers && { watcher: watchers[n] }),
      }),
    )
    .slice(0, most);
}

/** For each trace a watcher that has not seen it, nor the others of its part; undefined when there are too few. */
export function watchersFor(traces: readonly EventTrace[]): Watcher[] | undefined {
  if (traces.length < FEWEST) return undefined;
  const parts = Math.min(PARTS, traces.length);
  const learnt = Array.from({ length: parts }, (_, part) => {
    const others = traces.filter((_, n) => n % parts !== part);
    return fitWatcher(others, chooseSettings(others));
  });
  return traces.map((_, n) => learnt[n % parts]);
}
