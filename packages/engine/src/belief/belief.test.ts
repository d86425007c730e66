import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import {
  createBelief,
  draw,
  effectiveSize,
  entropy,
  expectation,
  ImpossibleEvidenceError,
  probability,
  prune,
  resample,
  reweigh,
} from './belief.ts';

const chance = fc.double({ min: 0.001, max: 1, noNaN: true });
const prior = fc.array(chance, { minLength: 1, maxLength: 8 });

describe('a belief', () => {
  it('equals brute-force Bayes after any evidence', () => {
    fc.assert(
      fc.property(
        prior,
        fc.array(fc.array(chance, { minLength: 8, maxLength: 8 }), { maxLength: 6 }),
        (weights, said) => {
          const start = createBelief([...weights.keys()], weights);
          const after = said.reduce((belief, likelihood) => reweigh(belief, (intent) => likelihood[intent]), start);
          const joint = weights.map((weight, i) => said.reduce((p, likelihood) => p * likelihood[i], weight));
          const total = joint.reduce((sum, p) => sum + p, 0);
          joint.forEach((p, i) => {
            expect(after.weights[i]).toBeCloseTo(p / total, 10);
          });
        },
      ),
    );
  });

  it('sums to one, even from the smallest and the greatest numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e300, noNaN: true }), { minLength: 1 }), (weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const belief = createBelief(weights, weights);
        expect(belief.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }),
    );
    expect([...createBelief(['a', 'b'], [5e-324, 5e-324]).weights]).toEqual([0.5, 0.5]);
  });

  it('does not depend on the order of the evidence, nor change the belief it came from', () => {
    fc.assert(
      fc.property(prior, fc.array(chance, { minLength: 8, maxLength: 8 }), (weights, likelihood) => {
        const start = createBelief([...weights.keys()], weights);
        const before = [...start.weights];
        const one = reweigh(
          reweigh(start, (i) => likelihood[i]),
          (i) => likelihood[7 - i],
        );
        const other = reweigh(
          reweigh(start, (i) => likelihood[7 - i]),
          (i) => likelihood[i],
        );
        one.weights.forEach((weight, i) => {
          expect(weight).toBeCloseTo(other.weights[i], 10);
        });
        expect([...start.weights]).toEqual(before);
      }),
    );
  });

  it('measures uncertainty: entropy in bits and effective size agree on uniform beliefs', () => {
    const uniform = createBelief([1, 2, 3, 4]);
    expect(entropy(uniform)).toBeCloseTo(2);
    expect(effectiveSize(uniform)).toBeCloseTo(4);
    const certain = createBelief([1, 2], [0, 3]);
    expect(entropy(certain)).toBe(0);
    expect(effectiveSize(certain)).toBe(1);
  });

  it('never has more entropy than its effective size allows', () => {
    fc.assert(
      fc.property(prior, (weights) => {
        const belief = createBelief(weights, weights);
        // Rényi entropies fall with their order: the second is log₂ of the effective size.
        expect(Math.log2(effectiveSize(belief))).toBeLessThanOrEqual(entropy(belief) + 1e-9);
        expect(entropy(belief)).toBeLessThanOrEqual(Math.log2(weights.length) + 1e-9);
      }),
    );
  });

  it('resamples each intent as often as its weight says, give or take one', () => {
    fc.assert(
      fc.property(prior, fc.integer({ min: 1, max: 200 }), fc.integer(), (weights, count, seed) => {
        const belief = createBelief([...weights.keys()], weights);
        const drawn = resample(belief, count, createRandom(seed));
        expect(drawn.intents).toHaveLength(count);
        belief.weights.forEach((weight, intent) => {
          const times = drawn.intents.filter((other) => other === intent).length;
          expect(Math.abs(times - weight * count)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });

  it('prunes to the likeliest, in order, and sums to one again', () => {
    const pruned = prune(createBelief(['a', 'b', 'c', 'd'], [1, 4, 0, 3]), 2);
    expect(pruned.intents).toEqual(['b', 'd']);
    expect(pruned.weights[0]).toBeCloseTo(4 / 7);
    expect(prune(createBelief(['a', 'b'], [1, 0]), 5).intents).toEqual(['a']);
  });

  it('takes expectations and draws by weight', () => {
    const belief = createBelief([10, 20], [1, 3]);
    expect(probability(belief, (intent) => intent === 20)).toBeCloseTo(0.75);
    expect(expectation(belief, (intent) => intent)).toBeCloseTo(17.5);
    const random = createRandom(1);
    const draws = Array.from({ length: 4000 }, () => draw(belief, random));
    expect(draws.filter((intent) => intent === 20).length / 4000).toBeCloseTo(0.75, 1);
  });

  it('refuses impossible evidence and weights that are none', () => {
    const belief = createBelief(['a', 'b']);
    expect(() => reweigh(belief, () => 0)).toThrow(ImpossibleEvidenceError);
    expect(() => reweigh(belief, () => Number.NaN)).toThrow(RangeError);
    expect(() => createBelief(['a'], [-1])).toThrow(RangeError);
    expect(() => createBelief(['a'], [1, 2])).toThrow(RangeError);
  });
});
