import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { itemFeatures } from '../domain/item-features.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { fitTemperature, type HeldChoice } from './temperature.ts';

const features = itemFeatures(indexCatalog(smallCatalog({ items: 60, categories: [3], lists: [5], seed: 2 })));

/** Users who choose by the prior raised to `exponent`. */
function choices(exponent: number, users: number): HeldChoice[] {
  const random = createRandom(6);
  return Array.from({ length: users }, () => {
    const prior = Float64Array.from({ length: 60 }, () => Math.exp(4 * random.next()));
    return { prior, target: random.weighted(prior.map((weight) => weight ** exponent)) };
  });
}

test.each([0.6, 0.8, 1])('the exponent %d by which users chose is found', (exponent) => {
  const found = fitTemperature(features, choices(exponent, 4_000), createRandom(1));
  expect(Math.abs(found - exponent)).toBeLessThanOrEqual(0.05 + 1e-9);
});

test('the scale of the weights is nothing to it', () => {
  const some = choices(0.7, 500);
  const scaled = some.map(({ prior, target }) => ({ prior: prior.map((weight) => weight * 1e-6), target }));
  expect(fitTemperature(features, scaled, createRandom(1))).toBe(fitTemperature(features, some, createRandom(1)));
});
