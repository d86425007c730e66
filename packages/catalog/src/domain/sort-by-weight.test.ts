import { createRandom } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByWeight } from './sort-by-weight.ts';

const plain = (weights: Float64Array): number[] =>
  [...weights.keys()].filter((item) => weights[item] > 0).sort((a, b) => weights[b] - weights[a] || a - b);

test('the order is that of a plain sort, whatever the weights', () => {
  const weight = fc.oneof(
    fc.double({ min: 0, noNaN: true }),
    fc.constantFrom(0, 1, 1 + 2 ** -52, 1 - 2 ** -53, 5e-324, 1e300, Number.POSITIVE_INFINITY),
  );
  fc.assert(
    fc.property(fc.array(weight, { maxLength: 60 }), (list) => {
      const weights = Float64Array.from(list);
      expect([...sortByWeight(weights)]).toEqual(plain(weights));
    }),
  );
});

test('weights too close for the quick way are sorted all the same', () => {
  const random = createRandom(3);
  const weights = Float64Array.from({ length: 3_000 }, () => 1 + random.next() * 1e-9);
  expect([...sortByWeight(weights)]).toEqual(plain(weights));
});

test('part of a larger buffer is sorted as itself', () => {
  const weights = Float64Array.of(9, 1, 3, 2, 7).subarray(1, 4);
  expect([...sortByWeight(weights)]).toEqual([1, 2, 0]);
});
