import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { indexCatalog } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { prospectOf, shares } from './prospects.ts';
import { relaxations } from './relaxations.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import { addWish, type CatalogState, startState } from './state.ts';
import { createStuckDomain } from './stuck-domain.ts';

const index = indexCatalog(smallCatalog({ items: 120, categories: [4, 4, 4, 4], seed: 3 }));

/** The first combination of wishes that nothing fits. */
function stuck(): CatalogState {
  for (let code = 0; ; code++) {
    const codes = [code & 3, (code >> 2) & 3, (code >> 4) & 3, (code >> 6) & 3];
    const state = codes.reduce(
      (before, value, attribute) => addWish(index, before, { kind: 'is', attribute, values: [value] }, 'so'),
      startState(index),
    );
    if (state.belief.items.length === 0) return state;
  }
}

const state = stuck();
const changes = relaxations(
  index,
  state.wishes.map(({ wish }) => wish),
);
const prospects = changes.map((change) => prospectOf(index, state, change, SHOPPER_MODEL));
const domain = createStuckDomain(prospects, 4, 3, 0.5, SHOPPER_MODEL);
const start = domain.start;

test('lists take turns until the room is used up', () => {
  expect(shares([[1, 2, 3], [4]], 3)).toEqual([2, 1]);
  expect(shares([[1], [2, 3, 4]], 3)).toEqual([1, 2]);
  expect(shares([[1], [2]], 3)).toEqual([1, 1]);
  expect(shares([[]], 3)).toEqual([0]);
});

test('a prospect shows what its change brings, the more items the likelier to please', () => {
  for (const { change, items, pleased, turns } of prospects) {
    expect(items.length).toBe(Math.min(SHOPPER_MODEL.listSize, change.count));
    expect(pleased.length).toBe(items.length + 1);
    expect([...pleased].sort((a, b) => a - b)).toEqual(pleased);
    expect(pleased.at(-1)).toBeLessThanOrEqual(1);
    expect(turns).toBeGreaterThanOrEqual(1);
  }
});

test('replies have probabilities that sum to one and agree with the replies of imagined users', () => {
  for (const act of domain.acts(start)) {
    const outcomes = domain.outcomes!(start, act);
    expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    const stream = createRandom(act.id);
    const seen = new Map<string, number>();
    for (let n = 0; n < 3000; n++) {
      const { now, ahead } = domain.respond(start, act, domain.imagine(start, stream), stream);
      seen.set(`${now}/${ahead}`, (seen.get(`${now}/${ahead}`) ?? 0) + 1 / 3000);
    }
    const told = new Map<string, number>();
    for (const {
      probability,
      state: { now, ahead },
    } of outcomes)
      told.set(`${now}/${ahead}`, (told.get(`${now}/${ahead}`) ?? 0) + probability);
    for (const [key, probability] of told) expect(Math.abs((seen.get(key) ?? 0) - probability)).toBeLessThan(0.04);
  }
});

test('with items along, an offer is worth more than without, unless they cost more than the turn that they save', () => {
  const value = (id: string, model = SHOPPER_MODEL): number => {
    const world = createStuckDomain(prospects, 4, 3, 0.5, model);
    const act = world.acts(world.start).find((one) => one.id === id)!;
    return world.outcomes!(world.start, act).reduce(
      (sum, one) => sum + one.probability * world.forecast!(one.state),
      0,
    );
  };
  expect(value('recommend:changed:0')).toBeGreaterThan(value('offer:0'));
  const dear = { ...SHOPPER_MODEL, itemCost: 0.1 };
  expect(value('recommend:changed:0', dear)).toBeLessThan(value('offer:0', dear));
});
