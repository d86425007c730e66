/**
 * The figures of event traces, over all events of all traces together, and what a reader should know of them.
 * @module
 */
import type { Group, Metric, ProbeCase, Reference } from '../probe/probe.ts';
import type { EventCase } from './event-cases.ts';
import { type EventScores, scoreEvents } from './event-scores.ts';

/** Scores over all events of a draw. Called a thousand times an agent and metric: a loop, and nothing made on the way. */
function pooled(groups: readonly Group[]): EventScores {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const group of groups) {
    for (const { cell, figures } of group) {
      if (cell !== 'events') continue;
      tp += figures.tp;
      fp += figures.fp;
      fn += figures.fn;
      tn += figures.tn;
    }
  }
  return scoreEvents({ tp, fp, fn, tn });
}

const metric = (
  name: string,
  label: string,
  better: Metric['better'],
  pick: (scores: EventScores) => number,
): Metric => ({
  name: `${name}@events`,
  label,
  better,
  unit: 'share',
  cell: 'events',
  of: (groups) => pick(pooled(groups)),
});

/** `precision@events` and its like. */
export const EVENT_METRICS: readonly Metric[] = [
  { ...metric('f1', 'F1 of speaking at events', 'higher', ({ f1 }) => f1), isHeadline: true },
  metric('false-alarms', 'share of proposals that were not wanted', 'lower', ({ falseAlarms }) => falseAlarms),
  metric('precision', 'share of proposals that were wanted', 'higher', ({ precision }) => precision),
  metric('recall', 'share of events where help was wanted at which it came', 'higher', ({ recall }) => recall),
  metric('accuracy', 'share of events with the right choice', 'higher', ({ accuracy }) => accuracy),
];

/** Published figures; other events, other judge, so to be read with care. */
export const EVENT_REFERENCES: readonly Reference[] = [
  {
    metric: 'f1@events',
    who: 'best published (Qwen2-7B-Proactive)',
    value: 0.665,
    source: 'Lu et al. 2024, arXiv 2410.12361, test set of 227 events, judged by a reward model',
  },
  {
    metric: 'false-alarms@events',
    who: 'best published (Qwen2-7B-Proactive)',
    value: 0.502,
    source: 'Lu et al. 2024, arXiv 2410.12361, test set of 227 events, judged by a reward model',
  },
];

/** How the classes stand. */
export function eventNotes(cases: readonly ProbeCase[]): readonly string[] {
  const traces = cases.filter((one): one is EventCase => one.cell === 'events').map(({ trace }) => trace);
  const events = traces.flatMap((trace) => trace.events);
  if (events.length === 0) return [];
  const wanted = events.filter(({ isWelcome }) => isWelcome).length;
  const share = wanted / events.length;
  return [
    `events: a proposal was wanted at ${wanted} of ${events.length} events (${Math.round(100 * share)}%) of ${traces.length} traces; always speaking has F1 ${((2 * share) / (1 + share)).toFixed(3)} and ${Math.round(100 * (1 - share))}% false alarms, never speaking F1 0`,
  ];
}
