/**
 * Fits a watcher to labelled traces, and chooses its settings by leaving each of these out in turn. What is measured on
 * a trace must come from the others: `watchersFor` sees to that.
 * @module
 */
import { EVENT_SIGNS, type EventSign, SignReader, WatchedEvents, type Watcher } from '@sente/catalog';
import { addCounts, countEvents, type EventCounts, scoreEvents } from './event-scores.ts';
import type { EventTrace } from './event-trace.ts';
import { type Example, fitLogistic } from './logistic.ts';

/** Settings that are chosen. */
interface WatcherSettings {
  readonly signs: readonly EventSign[];
  readonly ridge: number;
  /** Least chance at which it speaks. */
  readonly threshold: number;
  readonly rest: number;
}

const KINDS: readonly EventSign[] = ['seeks', 'reads', 'writes', 'switches', 'idles', 'trouble'];
const PURPOSE: readonly EventSign[] = ['first', 'purpose', 'pursues', 'idles'];

/** Sets of signs that are tried. */
const SIGN_SETS: readonly (readonly EventSign[])[] = [
  PURPOSE,
  KINDS,
  [...PURPOSE, 'spoke'],
  [...new Set([...PURPOSE, ...KINDS, 'pause', 'returns'] as const)],
  EVENT_SIGNS,
];

/** All that is tried: 120 settings. */
export const WATCHER_SETTINGS: readonly WatcherSettings[] = SIGN_SETS.flatMap((signs) =>
  [0.3, 1, 3].flatMap((ridge) =>
    [0.3, 0.4, 0.5, 0.6].flatMap((threshold) => [0, 1].map((rest) => ({ signs, ridge, threshold, rest }))),
  ),
);

/** A watcher whose weights are fitted to all of these traces. */
export function fitWatcher(traces: readonly EventTrace[], settings: WatcherSettings): Watcher {
  const { signs, ridge, threshold, rest } = settings;
  const picked = signs.map((sign) => EVENT_SIGNS.indexOf(sign));
  const examples = traces.flatMap(({ events }) => {
    const reader = new SignReader();
    return events.map(({ isWelcome, ...event }, position): Example => {
      // As if it had spoken where it should have: its own decisions are not known before it is fitted.
      const read = reader.read(event, position > 0 && events[position - 1].isWelcome);
      return { signs: picked.map((sign) => read[sign]), isWelcome };
    });
  });
  const theta = fitLogistic(examples, signs.length, ridge);
  return {
    weights: Object.fromEntries(signs.map((sign, position) => [sign, theta[position]])),
    bias: theta[signs.length],
    cost: threshold / (1 - threshold),
    rest,
  };
}

/** What a watcher does on a trace. */
export function watchTrace(watcher: Watcher, { events }: EventTrace): boolean[] {
  const watched = new WatchedEvents(watcher);
  return events.map((event) => watched.notice(event).speaks);
}

/** Counts of a watcher on a trace. */
export function countTrace(watcher: Watcher, trace: EventTrace): EventCounts {
  return countEvents(
    watchTrace(watcher, trace),
    trace.events.map(({ isWelcome }) => isWelcome),
  );
}

/** The settings with the highest F1 over these traces, each watched by what was fitted to the others; the first of equals. */
export function chooseSettings(
  traces: readonly EventTrace[],
  all: readonly WatcherSettings[] = WATCHER_SETTINGS,
): WatcherSettings {
  const f1 = (settings: WatcherSettings): number =>
    scoreEvents(addCounts(traces.map((left) => countTrace(fitWatcher(without(traces, left), settings), left)))).f1;
  let best = all[0];
  let highest = Number.NEGATIVE_INFINITY;
  for (const settings of all) {
    const reached = f1(settings);
    if (reached > highest) [best, highest] = [settings, reached];
  }
  return best;
}

const without = (traces: readonly EventTrace[], left: EventTrace): EventTrace[] =>
  traces.filter(({ id }) => id !== left.id);
