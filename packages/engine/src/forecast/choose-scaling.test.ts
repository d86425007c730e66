import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { chooseScaling } from './choose-scaling.ts';
import { logit, sigmoid } from './logit.ts';
import { NoForecastsError, type ResolvedForecast } from './resolved.ts';
import { applyScaling, fitScaling, SCALING_KINDS } from './scaling.ts';
import { brierScore } from './scores.ts';

function made(seed: string, size: number, truth: (p: number) => number): ResolvedForecast[] {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => {
    const probability = random.next();
    return { probability, outcome: random.next() < truth(probability) };
  });
}
const seeds = Array.from({ length: 40 }, (_, seed) => `${seed}`);

describe('choosing a scaling', () => {
  it('does not let isotonic regression win by fitting noise', () => {
    let inSample = 0;
    let chosen = 0;
    for (const seed of seeds) {
      const data = made(seed, 60, (p) => p);
      const own = SCALING_KINDS.map((kind) => {
        const scaling = fitScaling(kind, data);
        return brierScore(data.map((pair) => ({ ...pair, probability: applyScaling(scaling, pair.probability) })));
      });
      if (Math.min(...own) === own[SCALING_KINDS.indexOf('isotonic')]) inSample++;
      if (chooseScaling(data, createRandom(seed)).scaling.kind === 'isotonic') chosen++;
    }
    expect(inSample).toBe(40);
    expect(chosen).toBeLessThanOrEqual(8);
  });

  it('takes isotonic regression where no other curve has the shape', () => {
    const step = made('step', 2000, (p) => (p < 0.3 ? 0.1 : p < 0.8 ? 0.5 : 0.6));
    const { scaling, scores } = chooseScaling(step, createRandom(1));
    expect(scaling.kind).toBe('isotonic');
    expect(Object.keys(scores)).toEqual([...SCALING_KINDS]);
    expect(Math.min(...Object.values(scores))).toBe(scores.isotonic);
  });

  it('takes one that shifts where forecasts are too hopeful throughout', () => {
    const hopeful = made('hopeful', 3000, (p) => sigmoid(0.8 * logit(p) - 1.5));
    expect(chooseScaling(hopeful, createRandom(1), { kinds: ['identity', 'temperature', 'platt'] }).scaling.kind).toBe(
      'platt',
    );
  });

  it('depends on the seed and the data only', () => {
    const data = made('same', 50, (p) => p * p);
    expect(chooseScaling(data, createRandom(7))).toEqual(chooseScaling(data, createRandom(7)));
  });

  it('leaves few forecasts alone, unless told to choose', () => {
    const few = made('few', 49, (p) => sigmoid(logit(p) - 3));
    expect(chooseScaling(few, createRandom(1)).scaling.kind).toBe('identity');
    expect(chooseScaling(few, createRandom(1)).scores.platt).toBeLessThan(brierScore(few));
    expect(chooseScaling(few, createRandom(1), { least: 2 }).scaling.kind).not.toBe('identity');
  });

  it('does with very little', () => {
    expect(chooseScaling([{ probability: 0.3, outcome: true }], createRandom(1))).toEqual({
      scaling: { kind: 'identity' },
      scores: {},
    });
    const two = made('two', 2, () => 0.5);
    expect(Object.values(chooseScaling(two, createRandom(1)).scores).every(Number.isFinite)).toBe(true);
    expect(() => chooseScaling([], createRandom(1))).toThrow(NoForecastsError);
  });
});
