import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { itemFeatures } from '../domain/item-features.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { createInteractionPrior, learnTasteWeights } from './interaction-prior.ts';
import { createTastes, TASTES } from './taste-features.ts';

const ITEMS = 150;
const features = itemFeatures(indexCatalog(smallCatalog({ items: ITEMS, categories: [], lists: [6], seed: 8 })));
const random = createRandom(2);

/** Two camps: even users take items that have feature 0, odd users those that lack it; the last 30 items nobody takes. */
const users = Array.from({ length: 60 }, (_, user) => {
  const some = Array.from({ length: ITEMS - 30 }, (_, item) => item).filter(
    (item) => features.has[item] === (user % 2 === 0 ? 1 : 0) && random.next() < 12 / (item + 20),
  );
  return Uint32Array.from(some);
});
const weights = learnTasteWeights(features, users, createRandom(1));
const priorOf = createInteractionPrior(features, users, weights);

test('no item has weight 0, whatever the user has taken, or nothing at all', () => {
  const odd = [...users.slice(0, 5), new Uint32Array(0), Uint32Array.from({ length: ITEMS }, (_, item) => item)];
  for (const past of [users, odd, [new Uint32Array(0)]]) {
    const of = createInteractionPrior(features, past, weights);
    past.forEach((_, user) => {
      for (const weight of of(user)) expect(weight > 0 && Number.isFinite(weight)).toBe(true);
    });
  }
});

test('items that suit a user’s past are likelier, and those the user has are nearly out', () => {
  for (const user of [0, 1, 10, 11]) {
    const prior = priorOf(user);
    const has = new Set(users[user]);
    const mean = (wanted: number): number => {
      const some = Array.from({ length: ITEMS - 30 }, (_, item) => item).filter(
        (item) => features.has[item] === wanted && !has.has(item),
      );
      return some.reduce((sum, item) => sum + prior[item], 0) / some.length;
    };
    const suits = user % 2 === 0 ? 1 : 0;
    expect(mean(suits)).toBeGreaterThan(2 * mean(1 - suits));
    const all = prior.reduce((sum, weight) => sum + weight, 0);
    expect([...has].reduce((sum, item) => sum + prior[item], 0) / all).toBeLessThan(0.01);
  }
});

test('the same stream learns the same', () => {
  expect(learnTasteWeights(features, users, createRandom(1))).toEqual(weights);
});

test('tastes of a user do not depend on the user’s own support, and cold items have content only', () => {
  const tastes = createTastes(features, users);
  const numbers = tastes.of(0);
  for (let item = ITEMS - 30; item < ITEMS; item++) {
    expect(tastes.counts[item]).toBe(0);
    expect([...numbers.subarray(item * TASTES + 4, (item + 1) * TASTES)]).toEqual([0, 0, 0, 0]);
  }
  // By hand: two users who share one of two items each.
  const two = createTastes(features, [Uint32Array.of(0, 1), Uint32Array.of(1, 2)]);
  const cosine = 3 ** -0.5 / (2 ** -0.5 + 3 ** -0.5);
  const smooth = (0.05 * 2 * cosine) / ITEMS;
  const of = two.of(0);
  expect(of[7]).toBeCloseTo(Math.log(smooth + 1e-12), 9);
  expect(of[2 * TASTES + 7]).toBeCloseTo(Math.log(cosine + smooth + 1e-12), 9);
  expect(of[1 * TASTES + 5]).toBeCloseTo(Math.log(3), 12);
  expect(of[1 * TASTES + 6]).toBeCloseTo(Math.log(3) ** 2, 12);
});
