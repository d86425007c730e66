import { conformalThreshold, createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { Group } from '../probe/probe.ts';
import { conformalRisk, leastCalled } from './conformal-risk.ts';
import { LEVELS, SPLITS } from './forecast-log.ts';

function conversations(count: number, seed: number, honest: boolean): Group[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const level = random.integer(LEVELS + 1);
    const chance = honest ? level / LEVELS : 1 - level / LEVELS;
    const detail = { outcome: random.next() < chance, stated: [level], chosen: 0, halves: random.integer(2 ** SPLITS) };
    return [{ case: `${i}`, agent: 'a', repeat: 0, figures: {}, turns: [], loss: 0, detail }];
  });
}

const mean = (of: (seed: number) => number): number =>
  Array.from({ length: 100 }, (_, seed) => of(seed)).reduce((a, b) => a + b, 0) / 100;

describe('conformal risk', () => {
  it.each([true, false])('is kept, whether the forecasts are honest or upside down (%s)', (honest) => {
    // Averaged over 100 draws of 100 conversations and 12 splittings: a standard error of about .003.
    expect(mean((seed) => conformalRisk(conversations(100, seed, honest)).risk)).toBeLessThan(0.1 + 0.006);
  });

  it('lets honest forecasts call more than forecasts that are upside down', () => {
    const called = (honest: boolean): number => mean((seed) => conformalRisk(conversations(100, seed, honest)).called);
    expect(called(true)).toBeGreaterThan(2 * called(false));
    expect(called(true)).toBeGreaterThan(0.3);
  });

  it('promises nothing with too few', () => {
    expect(conformalRisk(conversations(8, 1, true))).toEqual({ risk: 0, called: 0 });
    expect(conformalRisk([]).risk).toBeNaN();
  });

  it.each([1, 2, 3, 4, 5, 6])('sets the threshold that the engine sets (%i)', (seed) => {
    const random = createRandom(seed);
    const calls = Array.from({ length: 20 + random.integer(60) }, () => ({
      k: random.integer(LEVELS / 2 + 1),
      right: random.next() < 0.7,
    }));
    const wrong = new Uint32Array(LEVELS / 2 + 1);
    for (const { k, right } of calls) if (!right) wrong[k]++;
    for (const risk of [0.01, 0.05, 0.1, 0.29, 0.5]) {
      const threshold = conformalThreshold(
        calls.map(({ k, right }) => ({ probability: (LEVELS / 2 + k) / LEVELS, outcome: right })),
        risk,
      );
      const least = leastCalled(wrong, calls.length, risk);
      for (let k = 0; k <= LEVELS / 2; k++) expect((LEVELS / 2 + k) / LEVELS >= threshold).toBe(k >= least);
    }
  });
});
