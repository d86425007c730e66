import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random/random.ts';
import { ANSWER_NOTHING } from './conformal.ts';
import { createForecaster, fitForecaster } from './forecaster.ts';
import { NoForecastsError, type ResolvedForecast } from './resolved.ts';
import { brierScore } from './scores.ts';

/** Stated at p, right with p². */
const draw = (random: Random, size: number): ResolvedForecast[] =>
  Array.from({ length: size }, () => {
    const probability = random.next();
    return { probability, outcome: random.next() < probability ** 2 };
  });

describe('a forecaster', () => {
  it('calibrates, and abstains below its threshold', () => {
    const { forecast, shouldAbstain } = createForecaster({
      scaling: { kind: 'platt', slope: 1, intercept: -1 },
      threshold: 0.5,
    });
    expect(forecast(0.5)).toBeCloseTo(1 / (1 + Math.E));
    expect([0.7, 0.75].map(shouldAbstain)).toEqual([true, false]);
  });

  it('is plain JSON, and comes back from it', () => {
    const forecaster = fitForecaster(draw(createRandom(1), 300), createRandom(2), {
      promise: { among: 'all', risk: 0.1 },
    });
    const stored = JSON.stringify(forecaster);
    expect(Object.keys(JSON.parse(stored))).toEqual(['scaling', 'threshold']);
    const back = createForecaster(JSON.parse(stored));
    for (const p of [0, 0.3, 0.9, 1]) {
      expect(back.forecast(p)).toBe(forecaster.forecast(p));
      expect(back.shouldAbstain(p)).toBe(forecaster.shouldAbstain(p));
    }
  });

  it('forecasts better than what was stated', () => {
    const { forecast, shouldAbstain } = fitForecaster(draw(createRandom(1), 1000), createRandom(2));
    const later = draw(createRandom(3), 1000);
    const calibrated = later.map((pair) => ({ ...pair, probability: forecast(pair.probability) }));
    expect(brierScore(calibrated)).toBeLessThan(brierScore(later) - 0.01);
    expect(shouldAbstain(0)).toBe(false);
  });

  it('keeps either promise, its scaling fitted to other cases than its threshold', () => {
    const later = draw(createRandom('later'), 20_000);
    const runs = 150;
    let [wrongOfAll, broken] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const data = draw(createRandom(`run ${run}`), 300);
      const all = fitForecaster(data, createRandom(run), { kinds: ['platt'], promise: { among: 'all', risk: 0.1 } });
      wrongOfAll += later.filter((pair) => !pair.outcome && !all.shouldAbstain(pair.probability)).length / later.length;
      const some = fitForecaster(data, createRandom(run), {
        kinds: ['platt'],
        promise: { among: 'answered', risk: 0.3, failure: 0.2 },
      });
      const answered = later.filter((pair) => !some.shouldAbstain(pair.probability));
      if (answered.filter((pair) => !pair.outcome).length > 0.3 * answered.length) broken++;
    }
    expect(wrongOfAll / runs).toBeLessThanOrEqual(0.11);
    expect(wrongOfAll / runs).toBeGreaterThan(0.08);
    expect(broken / runs).toBeLessThanOrEqual(0.2 + 3 * Math.sqrt((0.2 * 0.8) / runs));
  });

  it('says when there is too little to go by', () => {
    const one = [{ probability: 0.5, outcome: true }];
    expect(() => fitForecaster(one, createRandom(1), { promise: { among: 'all', risk: 0.1 } })).toThrow(
      NoForecastsError,
    );
    const few = draw(createRandom(1), 10);
    expect(fitForecaster(few, createRandom(1), { promise: { among: 'all', risk: 0.1 } }).threshold).toBe(
      ANSWER_NOTHING,
    );
  });
});
