import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random/random.ts';
import { ANSWER_NOTHING } from './conformal.ts';
import { NoForecastsError, type ResolvedForecast } from './resolved.ts';
import { selectiveThreshold } from './selective-risk.ts';

const draw = (random: Random, size: number): ResolvedForecast[] =>
  Array.from({ length: size }, () => {
    const probability = random.next();
    return { probability, outcome: random.next() < Math.sqrt(probability) };
  });
/** P(wrong | answered) at a threshold, where an answer stated at p is right with √p. */
const trueRisk = (threshold: number): number =>
  threshold >= 1 ? 0 : 1 - ((2 / 3) * (1 - threshold ** 1.5)) / (1 - threshold);
const grid = Array.from({ length: 20 }, (_, i) => i / 20);
/** What one would do without the theory: the lowest threshold whose share of wrong answers fits on the calibration data. */
const plugIn = (calibration: readonly ResolvedForecast[], { risk }: { risk: number }): number =>
  grid.find((threshold) => {
    const answered = calibration.filter(({ probability }) => probability >= threshold);
    return answered.filter(({ outcome }) => !outcome).length <= risk * answered.length;
  }) ?? ANSWER_NOTHING;

describe('selective risk', () => {
  const trials = 2000;
  const risk = 0.15;
  const failure = 0.1;
  const broken = (choose: (data: ResolvedForecast[], options: { risk: number; failure: number }) => number): number => {
    const random = createRandom('selective');
    let count = 0;
    for (let i = 0; i < trials; i++) {
      if (trueRisk(choose(draw(random, 400), { risk, failure })) > risk) count++;
    }
    return count / trials;
  };
  const margin = 3 * Math.sqrt((failure * (1 - failure)) / trials);

  it('breaks its promise in no more draws than stated', () => {
    expect(broken(selectiveThreshold)).toBeLessThanOrEqual(failure + margin);
  });

  it('is needed: taking the share of wrong answers as it was breaks it far more often', () => {
    expect(broken(plugIn)).toBeGreaterThan(3 * failure);
  });

  it('comes near the best threshold when there is much to learn from', () => {
    // At 0.45 the true risk is 0.151, at 0.5 it is 0.138.
    expect(trueRisk(0.45)).toBeGreaterThan(risk);
    expect(selectiveThreshold(draw(createRandom(1), 20_000), { risk })).toBe(0.5);
  });

  it('answers nothing when nothing can be shown', () => {
    expect(selectiveThreshold(draw(createRandom(1), 20), { risk: 0.05 })).toBe(ANSWER_NOTHING);
    expect(() => selectiveThreshold([], { risk })).toThrow(NoForecastsError);
  });

  it('needs as many faultless cases as its docstring says', () => {
    const faultless = (size: number): ResolvedForecast[] =>
      Array.from({ length: size }, () => ({ probability: 0.97, outcome: true }));
    // log(0.1 / 20) / log(0.9) = 50.3
    expect(selectiveThreshold(faultless(51), { risk: 0.1, thresholds: [0.95] })).toBe(0.95);
    expect(selectiveThreshold(faultless(51), { risk: 0.1 })).toBe(0);
    expect(selectiveThreshold(faultless(21), { risk: 0.1 })).toBe(ANSWER_NOTHING);
  });

  it('passes on what a passed test was allowed to err', () => {
    const sure = Array.from({ length: 30 }, () => ({ probability: 0.9, outcome: true }));
    const less = Array.from({ length: 11 }, (_, i) => ({ probability: 0.6, outcome: i > 0 }));
    // 0.9³⁰ = 0.042 passes with 0.1 / 2. One wrong of 41 has 0.074, which passes only with both halves together.
    expect(selectiveThreshold([...sure, ...less], { risk: 0.1, thresholds: [0.5, 0.8] })).toBe(0.5);
    expect(selectiveThreshold([...sure, ...less], { risk: 0.1, thresholds: [0.5, 0.95] })).toBe(ANSWER_NOTHING);
    expect(selectiveThreshold(sure, { risk: 0.1, thresholds: [0.8, 0.5, 0.2] })).toBe(ANSWER_NOTHING);
  });

  it('answers at the threshold itself', () => {
    const at = (size: number): number =>
      selectiveThreshold(
        Array.from({ length: size }, () => ({ probability: 0.5, outcome: true })),
        { risk: 0.1, thresholds: [0.5] },
      );
    // 0.9²² = 0.098
    expect([21, 22].map(at)).toEqual([ANSWER_NOTHING, 0.5]);
  });

  it('counts many cases without losing them to rounding', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ probability: 0.9, outcome: i % 20 !== 0 }));
    expect(selectiveThreshold(many, { risk: 0.06 })).toBe(0);
    expect(selectiveThreshold(many, { risk: 0.05 })).toBe(ANSWER_NOTHING);
  });
});
