import { expect, test } from 'vitest';
import { type Ending, failureTurns, hdcg, RECOMMEND_METRICS } from './scoring.ts';

// By hand: log₂2 = 1, log₂3 = 1.5849625, log₂4 = 2, log₂5 = 2.3219281, log₂8 = 3, log₂11 = 3.4594316, log₂16 = 4, log₂17 = 4.0874628.
test.each([
  // First turn, first place: 1/log₂3 + (1 − 1/log₂3) / 1 = 1.
  [1, 1, 1],
  // First turn, third place: halfway between 1/log₂3 and 1, for log₂4 = 2.
  [1, 3, 0.6309298 + (1 - 0.6309298) / 2],
  // Third turn, first place: 1/log₂4.
  [3, 1, 0.5],
  // Third turn, tenth place: 1/log₂5 + (1/2 − 1/log₂5) / log₂11.
  [3, 10, 0.4306766 + (0.5 - 0.4306766) / 3.4594316],
  // Last of 15 turns, seventh place: 1/log₂17 + (1/4 − 1/log₂17) / 3.
  [15, 7, 0.2446505 + (0.25 - 0.2446505) / 3],
])('the gain at turn %d and rank %d', (turn, rank, gain) => {
  expect(hdcg({ turn, rank })).toBeCloseTo(gain, 6);
});

test('a failure gains nothing; sooner and higher gain more, and any rank of a turn more than the next turn', () => {
  expect(hdcg(undefined)).toBe(0);
  for (let turn = 1; turn < 15; turn++) {
    for (let rank = 1; rank < 10; rank++) {
      expect(hdcg({ turn, rank })).toBeGreaterThan(hdcg({ turn, rank: rank + 1 }));
    }
    expect(hdcg({ turn, rank: 10 })).toBeGreaterThan(hdcg({ turn: turn + 1, rank: 1 }));
  }
});

test('a failure counts 15 turns, whether 14 or 15 are played', () => {
  expect(failureTurns(14)).toBe(15);
  expect(failureTurns(15)).toBe(15);
  expect(failureTurns(5)).toBe(6);
  expect(failureTurns(20)).toBe(20);
  expect(RECOMMEND_METRICS.at(undefined, 14)).toBe(15);
  expect(RECOMMEND_METRICS.at({ turn: 4, rank: 9 }, 14)).toBe(4);
});

test('success counts from the turn in which it came', () => {
  const at = (turn: number): Ending => ({ turn, rank: 2 });
  const rates = (ending: Ending): number[] =>
    ['sr@5', 'sr@10', 'sr@15'].map((metric) => RECOMMEND_METRICS[metric](ending, 15));
  expect(rates(at(5))).toEqual([1, 1, 1]);
  expect(rates(at(6))).toEqual([0, 1, 1]);
  expect(rates(at(11))).toEqual([0, 0, 1]);
  expect(rates(undefined)).toEqual([0, 0, 0]);
});
