import { checkDomain, type Finding } from '@sente/engine/testing';
import { expect, test } from 'vitest';
import { indexCatalog } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { createItemDomain } from './item-domain.ts';
import { createShopDomain } from './shop-domain.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import { imagineShoppers } from './shoppers.ts';
import { addWish, nextTurn, startState } from './state.ts';

const failed = (findings: readonly Finding[]): readonly Finding[] => findings.filter((finding) => !finding.passed);

test.each([
  { noise: 0, unknown: 0 },
  { noise: 0, unknown: 0.2 },
  { noise: 0.15, unknown: 0 },
  { noise: 0.1, unknown: 0.1 },
])('the item domain keeps what a domain promises: %o', (faults) => {
  const items = 26;
  const index = indexCatalog(smallCatalog({ items, categories: [3], lists: [5], seed: 4 }));
  // Every item is followed: with fewer, the forecast of a noisy user is an approximation, and so no mean of forecasts.
  const domain = createItemDomain(index, { listSize: 3, turns: 5, grain: 0, followed: items, ...faults });
  const weights = Float64Array.from({ length: items }, (_, item) => 1 / (item + 2));
  for (const opening of [undefined, 4]) {
    const findings = checkDomain({ domain, start: domain.start(weights, opening), draws: 400 });
    expect(failed(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toContain('replies move the belief by Bayes');
    expect(findings.map(({ check }) => check)).toContain('estimates are mean forecasts');
  }
});

/*
 * Small enough that the shoppers have every possible item in mind (`standsFor` is 1). Where they are a sample of more
 * items, a recommendation pleases some of them only by chance, and those who stay are counted like those who never were
 * likely to take it: there the belief after a refused list is an approximation.
 */
test.each([true, false])('the shop domain keeps what a domain promises, with offers: %s', (offers) => {
  const index = indexCatalog(smallCatalog({ items: 24, categories: [3, 4], lists: [3], seed: 7 }));
  const state = startState(index);
  const later = nextTurn(addWish(index, state, { kind: 'is', attribute: 0, values: [1] }, 'so'));
  for (const from of [state, later]) {
    const shoppers = imagineShoppers(index, from, { ...SHOPPER_MODEL, offers });
    expect(shoppers.standsFor).toBe(1);
    const domain = createShopDomain(shoppers, from.turns);
    const findings = checkDomain({ domain, start: domain.start, draws: 400 });
    expect(failed(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toContain('replies move the belief by Bayes');
    expect(findings.map(({ check }) => check)).toContain('estimates are mean forecasts');
  }
});
