import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, indexCatalog } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { beliefEntropy, likeliest, marginal, startBelief, withAnswer, withWish } from './item-belief.ts';

const shapes = fc.record({
  items: fc.integer({ min: 2, max: 60 }),
  categories: fc.constant([3, 5]),
  lists: fc.constant([4]),
  numbers: fc.constant([3]),
  missing: fc.constantFrom(0, 0.2),
  seed: fc.integer(),
});
const wishes: fc.Arbitrary<Wish> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('is' as const, 'not' as const),
    attribute: fc.constantFrom(0, 1, 2),
    values: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('range' as const), attribute: fc.constant(3), low: fc.integer({ min: 0, max: 90 }) }),
);
const answers = fc.array(fc.record({ wish: wishes, yes: fc.boolean(), noise: fc.constantFrom(0.05, 0.1, 0.3) }), {
  maxLength: 6,
});

test('the belief sums to one and equals brute-force Bayes', () => {
  fc.assert(
    fc.property(shapes, answers, (shape, said) => {
      const catalog = smallCatalog(shape);
      const index = indexCatalog(catalog);
      let belief = startBelief(index);
      const brute = Array.from(index.prior);
      for (const { wish, yes, noise } of said) {
        belief = withAnswer(index, belief, wish, yes, noise);
        for (let i = 0; i < catalog.size; i++) {
          brute[i] *= fits(catalog.columns[wish.attribute], i, wish) === yes ? 1 - noise : noise;
        }
      }
      const total = brute.reduce((sum, weight) => sum + weight, 0);
      expect(belief.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      belief.items.forEach((item, k) => {
        expect(belief.weights[k]).toBeCloseTo(brute[item] / total, 10);
      });
    }),
  );
});

test('an answer without noise, and a wish, keep exactly the items that fit', () => {
  fc.assert(
    fc.property(shapes, wishes, fc.boolean(), (shape, wish, yes) => {
      const catalog = smallCatalog(shape);
      const index = indexCatalog(catalog);
      const fitting = Array.from(index.everything).filter((i) => fits(catalog.columns[wish.attribute], i, wish));
      expect(Array.from(withWish(index, startBelief(index), wish).items)).toEqual(fitting);
      const kept = withAnswer(index, startBelief(index), wish, yes, 0).items;
      expect(kept.length).toBe(yes ? fitting.length : catalog.size - fitting.length);
    }),
  );
});

test('a user who answers truthfully never loses the target to filtering', () => {
  fc.assert(
    fc.property(shapes, fc.array(wishes, { maxLength: 8 }), fc.nat(), (shape, asked, pick) => {
      const catalog = smallCatalog(shape);
      const index = indexCatalog(catalog);
      const target = pick % catalog.size;
      let belief = startBelief(index);
      for (const wish of asked) {
        belief = withAnswer(index, belief, wish, fits(catalog.columns[wish.attribute], target, wish), 0);
      }
      expect(belief.items).toContain(target);
    }),
  );
});

test('marginals and the likeliest items agree with plain sums', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const catalog = smallCatalog(shape);
      const index = indexCatalog(catalog);
      const belief = startBelief(index);
      catalog.attributes.forEach((attribute, a) => {
        const { mass, counts, missing } = marginal(index, belief, a);
        attribute.values.forEach((_, v) => {
          const wish: Wish = { kind: 'is', attribute: a, values: [v] };
          const holders = Array.from(index.everything).filter((i) => fits(catalog.columns[a], i, wish));
          expect(counts[v]).toBe(holders.length);
          expect(mass[v]).toBeCloseTo(
            holders.reduce((sum, i) => sum + index.prior[i], 0),
            12,
          );
        });
        if (attribute.type !== 'list') expect(counts.reduce((x, y) => x + y, 0) + missing).toBe(catalog.size);
      });
      const best = likeliest(belief, 5).map(({ probability }) => probability);
      expect(best).toEqual(
        Array.from(index.prior)
          .sort((a, b) => b - a)
          .slice(0, 5),
      );
      expect(beliefEntropy(belief)).toBeLessThanOrEqual(Math.log2(catalog.size) + 1e-9);
    }),
  );
});
