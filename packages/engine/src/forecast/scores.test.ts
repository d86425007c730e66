import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadProbabilityError, NoForecastsError, type ResolvedForecast, sideCalled } from './resolved.ts';
import {
  areaUnderRiskCoverage,
  baseRate,
  brierScore,
  brierSkillScore,
  expectedCalibrationError,
  forecastBias,
  selectiveAccuracy,
} from './scores.ts';

const pairs = (...list: [number, boolean][]): ResolvedForecast[] =>
  list.map(([probability, outcome]) => ({ probability, outcome }));
const four = pairs([0.9, true], [0.8, false], [0.3, false], [0.2, true]);
const any = fc.array(fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

describe('scores', () => {
  it('agree with sums by hand', () => {
    expect(brierScore(four)).toBeCloseTo((0.01 + 0.64 + 0.09 + 0.64) / 4);
    expect(baseRate(four)).toBe(0.5);
    expect(brierSkillScore(four)).toBeCloseTo(1 - 0.345 / 0.25);
    expect(brierSkillScore(four, 0.9)).toBeCloseTo(1 - 0.345 / 0.41);
    expect(forecastBias(four)).toBeCloseTo(0.05);
    expect(expectedCalibrationError(four, 2)).toBeCloseTo((Math.abs(0.9 + 0.8 - 1) + Math.abs(0.3 + 0.2 - 1)) / 4);
    expect(areaUnderRiskCoverage(four)).toBeCloseTo((0 + 1 / 2 + 2 / 3 + 2 / 4) / 4);
    expect([0, 0.25, 0.5, 0.75, 1].map((coverage) => selectiveAccuracy(four, coverage))).toEqual([
      1,
      1,
      1 / 2,
      1 / 3,
      1 / 2,
    ]);
  });

  it('put forecasts at 0 and 1 into the outer bins', () => {
    expect(expectedCalibrationError(pairs([1, true], [0, false]))).toBe(0);
    expect(expectedCalibrationError(pairs([1, false], [0, true]))).toBe(1);
  });

  it('take equal confidences in random order, in expectation', () => {
    const tied = pairs([0.5, true], [0.5, false], [0.5, false]);
    expect(areaUnderRiskCoverage(tied)).toBeCloseTo(2 / 3);
    expect(areaUnderRiskCoverage([...tied].reverse())).toBeCloseTo(2 / 3);
    expect(selectiveAccuracy(tied, 0.3)).toBeCloseTo(1 / 3);
  });

  it('know a perfect forecast, and one that beats a base rate that is never wrong', () => {
    const perfect = pairs([1, true], [0, false]);
    expect([brierScore(perfect), brierSkillScore(perfect)]).toEqual([0, 1]);
    expect(brierSkillScore(pairs([1, true]))).toBe(0);
    expect(brierSkillScore(pairs([0.9, true]))).toBe(Number.NEGATIVE_INFINITY);
  });

  it('turn a yes-or-no forecast into confidence in the side that it calls', () => {
    expect(sideCalled(pairs([0.25, false], [0.25, true], [0.5, true]))).toEqual(
      pairs([0.75, true], [0.75, false], [0.5, true]),
    );
  });

  it('stay in their ranges and do not mind the order', () => {
    fc.assert(
      fc.property(any, (forecasts) => {
        for (const score of [brierScore, expectedCalibrationError, areaUnderRiskCoverage]) {
          expect(score(forecasts)).toBeGreaterThanOrEqual(0);
          expect(score(forecasts)).toBeLessThanOrEqual(1 + 1e-12);
          expect(score([...forecasts].reverse())).toBeCloseTo(score(forecasts), 10);
        }
        expect(Math.abs(forecastBias(forecasts))).toBeLessThanOrEqual(expectedCalibrationError(forecasts) + 1e-12);
        expect(selectiveAccuracy(forecasts, 1)).toBeCloseTo(baseRate(forecasts), 10);
      }),
    );
  });

  it('refuse an empty list and what is no probability', () => {
    expect(() => brierScore([])).toThrow(NoForecastsError);
    expect(() => areaUnderRiskCoverage([])).toThrow(NoForecastsError);
    for (const bad of [70, -0.1, Number.NaN]) expect(() => brierScore(pairs([bad, true]))).toThrow(BadProbabilityError);
  });
});
