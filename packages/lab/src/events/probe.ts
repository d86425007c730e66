/**
 * Recorded event traces as a probe of its own: what `offer --data DIR` measures. Does it say something when a word is
 * wanted, and keep quiet otherwise? The embedded visits are a cell of the `lead` probe.
 * @module
 */
import { createRandom } from '@sente/engine';
import { defineProbe, type Probe } from '../probe/probe.ts';
import { alwaysSpeak, neverSpeak, watcherAgent } from './event-agents.ts';
import { type EventCase, recordedCases, VISITS, visitCases } from './event-cases.ts';
import { EVENT_METRICS, EVENT_REFERENCES, eventNotes } from './event-metrics.ts';
import { playEvents } from './play-events.ts';

/** The probe: a person's traces with `data`, the embedded visits without. */
export const eventsProbe: Probe<EventCase> = defineProbe<EventCase>({
  name: 'offer',
  version: 'events-1',
  question: 'at events that nobody speaks of: does it say something when a word is wanted, and keep quiet otherwise?',
  source: 'Lu et al. 2024, arXiv 2410.12361',
  rules: [neverSpeak, alwaysSpeak, watcherAgent],
  metrics: EVENT_METRICS,
  radar: { metric: 'f1@events', scale: (f1) => f1 },
  references: EVENT_REFERENCES,
  plays: ({ world, watcher }, agent) => agent !== watcherAgent.name || world === 'shop' || watcher !== undefined,
  cases: async ({ seed, data, cases }) =>
    data === undefined
      ? visitCases(cases ?? VISITS, createRandom(seed).split('lead').split('visits'))
      : recordedCases(data, cases),
  play: playEvents,
  notes: eventNotes,
});
