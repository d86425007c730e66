import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random/random.ts';
import { ANSWER_NOTHING, conformalThreshold } from './conformal.ts';
import { NoForecastsError, type ResolvedForecast } from './resolved.ts';

const draw = (random: Random, size: number): ResolvedForecast[] =>
  Array.from({ length: size }, () => {
    const probability = random.next();
    // Far too confident: an answer stated at p is right with p².
    return { probability, outcome: random.next() < probability ** 2 };
  });
/** P(answered and wrong) at a threshold: the integral of 1 − p² from there to 1. */
const trueLoss = (threshold: number): number => {
  const t = Math.min(1, threshold);
  return 2 / 3 - (t - t ** 3 / 3);
};
/** What one would do without the theory: the lowest threshold whose share of answered-and-wrong fits on the calibration data. */
const plugIn = (calibration: readonly ResolvedForecast[], risk: number): number => {
  const wrong = calibration.filter(({ outcome }) => !outcome).map(({ probability }) => probability);
  wrong.sort((a, b) => b - a);
  return wrong[Math.floor(risk * calibration.length)] ?? 0;
};

describe('conformal risk control', () => {
  const trials = 4000;
  const risk = 0.1;
  const mean = (size: number, choose: typeof conformalThreshold): { mean: number; error: number } => {
    const random = createRandom(`conformal ${size}`);
    const losses = Array.from({ length: trials }, () => trueLoss(choose(draw(random, size), risk)));
    const average = losses.reduce((sum, loss) => sum + loss, 0) / trials;
    const variance = losses.reduce((sum, loss) => sum + (loss - average) ** 2, 0) / (trials - 1);
    return { mean: average, error: Math.sqrt(variance / trials) };
  };

  it.each([19, 50, 200])(
    'keeps its promise over many draws of %i cases, and is no more careful than need be',
    (size) => {
      const held = mean(size, conformalThreshold);
      expect(held.mean).toBeLessThanOrEqual(risk + 3 * held.error);
      // Theorem 2 of the paper: within 2/(n + 1).
      expect(held.mean).toBeGreaterThanOrEqual(risk - 2 / (size + 1) - 3 * held.error);
    },
  );

  it('is needed: the same without the correction breaks the promise', () => {
    const broken = mean(20, plugIn);
    expect(broken.mean).toBeGreaterThan(risk + 3 * broken.error);
  });

  it('answers nothing when there is too little data to promise anything, and everything when nothing went wrong', () => {
    const right = Array.from({ length: 9 }, () => ({ probability: 0.2, outcome: true }));
    expect(conformalThreshold(right.slice(1), 0.1)).toBe(ANSWER_NOTHING);
    expect(conformalThreshold(right, 0.1)).toBe(0);
    expect(() => conformalThreshold([], 0.1)).toThrow(NoForecastsError);
  });

  it('never answers more wrongly on the calibration data than the bound allows, ties or not', () => {
    const probability = fc.constantFrom(0, 0.3, 0.7, 1);
    const data = fc.array(fc.record({ probability, outcome: fc.boolean() }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(data, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (calibration, alpha) => {
        const threshold = conformalThreshold(calibration, alpha);
        const wrong = calibration.filter((pair) => !pair.outcome && pair.probability >= threshold).length;
        if (threshold !== ANSWER_NOTHING)
          expect((wrong + 1) / (calibration.length + 1)).toBeLessThanOrEqual(alpha + 1e-9);
      }),
    );
  });
});
