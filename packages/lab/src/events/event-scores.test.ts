import { expect, it } from 'vitest';
import { addCounts, countEvents, scoreEvents } from './event-scores.ts';

it('scores as worked out by hand', () => {
  // Speaks at 1, 2, 4; wanted at 1, 3, 4, 6.
  const speaks = [true, true, false, true, false, false, false];
  const welcome = [true, false, true, true, false, true, false];
  const counts = countEvents(speaks, welcome);
  expect(counts).toEqual({ tp: 2, fp: 1, fn: 2, tn: 2 });
  const scores = scoreEvents(counts);
  expect(scores.precision).toBeCloseTo(2 / 3, 12);
  expect(scores.falseAlarms).toBeCloseTo(1 / 3, 12);
  expect(scores.recall).toBeCloseTo(1 / 2, 12);
  expect(scores.f1).toBeCloseTo(4 / 7, 12);
  expect(scores.accuracy).toBeCloseTo(4 / 7, 12);
  expect(addCounts([counts, counts])).toEqual({ tp: 4, fp: 2, fn: 4, tn: 4 });
});

it('has no precision for somebody who never speaks', () => {
  const scores = scoreEvents(countEvents([false, false], [true, false]));
  expect(scores).toMatchObject({ precision: Number.NaN, falseAlarms: Number.NaN, f1: 0, recall: 0, accuracy: 0.5 });
});
