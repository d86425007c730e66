import {
  areaUnderRiskCoverage,
  baseRate,
  brierScore,
  createRandom,
  expectedCalibrationError,
  forecastBias,
  type ResolvedForecast,
  selectiveAccuracy,
  sideCalled,
} from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Group } from '../probe/probe.ts';
import { LEVELS } from './forecast-log.ts';
import {
  accuracyAt,
  areaUnderRisk,
  bias,
  brier,
  calibrationError,
  countForecasts,
  equalMassBins,
  equalWidthError,
  rate,
  riskCoverage,
} from './pooled.ts';

/** One conversation a forecast. */
function groupsOf(forecasts: readonly (readonly [level: number, outcome: boolean])[]): Group[] {
  return forecasts.map(([level, outcome], i) => [
    {
      case: `${i}`,
      agent: 'a',
      repeat: 0,
      figures: {},
      turns: [],
      loss: 0,
      detail: { outcome, stated: [level], chosen: 0, halves: 0 },
    },
  ]);
}

const STATED = [900, 800, 750, 600, 550, 500, 400, 350, 200, 100, 50, 950];
const CAME = [true, true, false, true, false, true, false, true, false, false, false, true];
const hand = groupsOf(STATED.map((level, i) => [level, CAME[i]] as const));

describe('by hand', () => {
  const counted = countForecasts(hand);

  it('Brier and bias', () => {
    // Squares: .01 .04 .5625 .16 .3025 .25 .16 .4225 .04 .01 .0025 .0025, together 1.9625; half came true.
    expect(brier(counted)).toBeCloseTo(1.9625 / 12, 12);
    expect(rate(counted)).toBe(0.5);
    expect(bias(counted)).toBeCloseTo(0.0125, 12);
  });

  it('risk and coverage', () => {
    // By confidence: six right (.95 .95 .9 .9 .8 .8), .75 wrong, .65 wrong, .6 .6 right, .55 wrong, .5 right.
    expect(areaUnderRisk(counted)).toBeCloseTo((1 / 7 + 2 / 8 + 2 / 9 + 2 / 10 + 3 / 11 + 3 / 12) / 12, 12);
    expect(accuracyAt(counted, 0.5)).toBe(1);
    expect(accuracyAt(counted, 0.8)).toBeCloseTo(8 / 10, 12);
    expect(accuracyAt(counted, 1)).toBeCloseTo(9 / 12, 12);
    expect(riskCoverage(counted).at(-1)).toEqual({ covered: 1, risk: 0.25 });
  });

  it('bins of equal mass', () => {
    // Three bins of four: .05 .1 .2 .35 (one came), .4 .5 .55 .6 (two), .75 .8 .9 .95 (three).
    const bins = equalMassBins(counted, 3);
    expect(bins.map(({ n }) => n)).toEqual([4, 4, 4]);
    expect(bins.map(({ came }) => came)).toEqual([0.25, 0.5, 0.75]);
    expect(bins.map(({ stated }) => stated)).toEqual([0.175, 0.5125, 0.85].map((x) => expect.closeTo(x, 12)));
    expect(bins.reduce((sum, bin) => sum + (bin.n / 12) * Math.abs(bin.stated - bin.came), 0)).toBeCloseTo(
      (0.075 + 0.0125 + 0.1) / 3,
      12,
    );
  });

  it('equal forecasts are never parted, so that a constant has one bin', () => {
    const constant = countForecasts(groupsOf(CAME.map((came) => [300, came] as const)));
    expect(equalMassBins(constant)).toEqual([{ stated: expect.closeTo(0.3, 12), came: 0.5, n: 12 }]);
    expect(calibrationError(constant)).toBeCloseTo(0.2, 12);
  });

  it('has no figure without forecasts', () => {
    expect(brier(countForecasts([]))).toBeNaN();
  });
});

it.each([1, 2, 3, 4])('agrees with the engine on drawn forecasts, ties among them (%i)', (seed) => {
  const random = createRandom(seed);
  const drawn = Array.from({ length: 300 }, () => {
    const level = seed % 2 ? random.integer(LEVELS + 1) : 50 * random.integer(21);
    return [level, random.next() < 0.2 + (0.6 * level) / LEVELS] as const;
  });
  const counted = countForecasts(groupsOf(drawn));
  const resolved: ResolvedForecast[] = drawn.map(([level, outcome]) => ({ probability: level / LEVELS, outcome }));
  // 1 − 0.3 and 0.7 are one confidence, though not one double.
  const called = sideCalled(resolved).map((one) => ({
    ...one,
    probability: Math.round(one.probability * LEVELS) / LEVELS,
  }));
  expect(brier(counted)).toBeCloseTo(brierScore(resolved), 10);
  expect(rate(counted)).toBeCloseTo(baseRate(resolved), 10);
  expect(bias(counted)).toBeCloseTo(forecastBias(resolved), 10);
  expect(equalWidthError(counted)).toBeCloseTo(expectedCalibrationError(resolved), 10);
  expect(areaUnderRisk(counted)).toBeCloseTo(areaUnderRiskCoverage(called), 10);
  for (const coverage of [0.1, 0.5, 0.8, 1]) {
    expect(accuracyAt(counted, coverage)).toBeCloseTo(selectiveAccuracy(called, coverage), 10);
  }
});

it('counts one condition only where one is named', () => {
  const groups: Group[] = hand.map(([row], i) => [{ ...row, cell: i < 3 ? 'shop' : 'casino' }]);
  expect(countForecasts(groups, 'shop').all.reduce((sum, n) => sum + n, 0)).toBe(3);
});
