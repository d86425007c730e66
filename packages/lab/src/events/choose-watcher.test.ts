import { describe, expect, it } from 'vitest';
import { chooseSettings, countTrace, fitWatcher, WATCHER_SETTINGS } from './choose-watcher.ts';
import { watchersFor } from './event-cases.ts';
import { addCounts, scoreEvents } from './event-scores.ts';
import type { EventTrace } from './event-trace.ts';
import { fitLogistic } from './logistic.ts';

/** Traces in which a word is wanted at errors, and at nothing else. */
const trace = (n: number): EventTrace => ({
  id: `t${n}`,
  events: [
    'The cook reads.',
    'The oven shows an error.',
    'The cook types.',
    'The cook reads.',
    'The pan fails.',
    'The cook types.',
  ].map((text, position) => ({ text, after: 5 + n + position, isWelcome: /error|fails/.test(text) })),
});
const traces = [1, 2, 3, 4].map(trace);

describe('choosing a watcher', () => {
  it('finds what can be found: errors', () => {
    const watchers = watchersFor(traces)!;
    const counts = traces.map((one, n) => countTrace(watchers[n], one));
    expect(scoreEvents(addCounts(counts))).toMatchObject({ f1: 1, falseAlarms: 0 });
  });

  it('never looks at the trace that it is measured on', () => {
    const turned: EventTrace = {
      id: 't4',
      events: traces[3].events.map((event) => ({ ...event, isWelcome: !event.isWelcome })),
    };
    expect(watchersFor([...traces.slice(0, 3), turned])![3]).toEqual(watchersFor(traces)![3]);
    expect(watchersFor([...traces.slice(0, 3), turned])![0]).not.toEqual(watchersFor(traces)![0]);
  });

  it('takes the first of equal settings, and none on too few traces', () => {
    const [first] = WATCHER_SETTINGS;
    expect(chooseSettings(traces, [first, first])).toBe(first);
    expect(watchersFor(traces.slice(0, 2))).toBeUndefined();
  });

  it('speaks from the threshold on', () => {
    const { cost } = fitWatcher(traces, { signs: ['trouble'], ridge: 1, threshold: 0.6, rest: 0 });
    expect(cost).toBeCloseTo(1.5, 12);
  });
});

describe('logistic regression', () => {
  it('gives the shares of a table by hand when hardly held back', () => {
    // With the sign 3 of 4 are welcome, without it 1 of 4: log odds ln 3 and −ln 3.
    const examples = [
      ...[true, true, true, false].map((isWelcome) => ({ signs: [1], isWelcome })),
      ...[true, false, false, false].map((isWelcome) => ({ signs: [0], isWelcome })),
    ];
    const [weight, bias] = fitLogistic(examples, 1, 1e-9);
    expect(bias).toBeCloseTo(-Math.log(3), 2);
    expect(weight).toBeCloseTo(2 * Math.log(3), 2);
    expect(Math.abs(fitLogistic(examples, 1, 10)[0])).toBeLessThan(0.4);
  });
});
