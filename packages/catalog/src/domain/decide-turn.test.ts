import { createRandom, passive } from '@sente/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, indexCatalog, wishForValue } from '../index/catalog-index.ts';
import { smallCatalog } from '../testing/small-catalog.ts';
import { decideTurn } from './decide-turn.ts';
import { INDIFFERENT } from './draw-shoppers.ts';
import { createShopDomain, type ShopState } from './shop-domain.ts';
import { SHOPPER_MODEL } from './shopper-model.ts';
import { imagineShoppers } from './shoppers.ts';
import { addWish, type CatalogState, closeAttribute, dropWish, rejectItems, ruleOut, startState } from './state.ts';

const index = indexCatalog(smallCatalog({ items: 120, categories: [3, 4, 5, 2], lists: [5], numbers: [4], seed: 3 }));
const random = createRandom(1);
const value = (attribute: number, code: number) => wishForValue(index.catalog.attributes[attribute], attribute, code);

/** A state reached by any mixture of steps. */
const states: fc.Arbitrary<CatalogState> = fc
  .array(
    fc.record({ step: fc.integer({ min: 0, max: 4 }), attribute: fc.integer({ min: 0, max: 5 }), code: fc.nat(1) }),
    {
      maxLength: 6,
    },
  )
  .map((steps) =>
    steps.reduce((state, { step, attribute, code }) => {
      if (step <= 1) return addWish(index, state, value(attribute, code), 'so');
      if (step === 2) return closeAttribute(index, state, attribute);
      if (step === 3) return rejectItems(state, Array.from(state.belief.items.slice(0, 2)));
      return dropWish(index, state, attribute);
    }, startState(index)),
  );

test('the same state gives the same decision; an item breaks a wish only when nothing fits, and only one that its act says may go', () => {
  fc.assert(
    fc.property(states, fc.integer({ min: 0, max: 2 }), (state, horizon) => {
      const decision = decideTurn(index, state, { horizon }, random);
      expect(JSON.stringify(decideTurn(index, state, { horizon }, createRandom(2)))).toBe(JSON.stringify(decision));
      for (const { act } of decision.candidates) {
        if (act.kind !== 'recommend') continue;
        for (const item of act.items) {
          const broken = state.wishes
            .map(({ wish }) => wish)
            .filter((wish) => !fits(index.catalog.columns[wish.attribute], item, wish));
          const changes = act.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact.wishes] : []));
          if (changes.length === 0) expect(broken).toEqual([]);
          else expect(changes).toContainEqual(broken);
          if (broken.length > 0) expect(state.belief.items.length).toBe(0);
          expect(state.rejected).not.toContain(item);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('facts carry the true counts, at most two a turn, never about what was settled', () => {
  fc.assert(
    fc.property(states, (state) => {
      const spoken = [...state.closed, ...state.wishes.map(({ wish }) => wish.attribute)];
      for (const { act } of decideTurn(index, state, {}, random).candidates) {
        expect(act.facts.length).toBeLessThanOrEqual(2);
        for (const fact of act.facts) {
          if (fact.kind !== 'suggest') continue;
          expect(spoken).not.toContain(fact.attribute);
          const having = Array.from(state.belief.items).filter((item) =>
            fits(index.catalog.columns[fact.attribute], item, {
              kind: 'is',
              attribute: fact.attribute,
              values: [fact.value],
            }),
          );
          expect([fact.count, fact.of]).toEqual([having.length, state.belief.items.length]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const keyOf = (state: ShopState): string => `${state.taken} ${state.settled} ${state.alive}`;

test('replies have probabilities that sum to one, agree with the answers of the imagined users, and carry the estimate', () => {
  const domain = createShopDomain(imagineShoppers(index, startState(index), SHOPPER_MODEL), 0);
  for (const act of domain.acts(domain.start)) {
    const outcomes = domain.outcomes!(domain.start, act);
    expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    const mean = outcomes.reduce((sum, { probability, state }) => sum + probability * domain.forecast!(state), 0);
    expect(domain.estimate!(domain.start, act)).toBeCloseTo(mean, 12);
    const seen = new Map<string, number>();
    const draws = 4000;
    const stream = createRandom(act.id);
    for (let n = 0; n < draws; n++) {
      const intent = domain.imagine(domain.start, stream);
      const key = keyOf(domain.respond(domain.start, act, intent, stream));
      seen.set(key, (seen.get(key) ?? 0) + 1 / draws);
    }
    for (const { probability, state } of outcomes) {
      expect(Math.abs((seen.get(keyOf(state)) ?? 0) - probability)).toBeLessThan(0.04);
    }
  }
});

test('at horizon 0 the concierge is the passive policy: it recommends at once', () => {
  const state = startState(index);
  const domain = createShopDomain(imagineShoppers(index, state, SHOPPER_MODEL), 0);
  const expected = passive({ domain }).decide(domain.start, random);
  const decision = decideTurn(index, state, { horizon: 0 }, random);
  expect(decision.chosen.kind).toBe('recommend');
  expect(decision.chosen.id).toBe(expected.chosen.id);
  expect(decision.candidates.map(({ value: v }) => v)).toEqual(expected.candidates.map(({ value: v }) => v));
});

test('with a horizon it asks while much is open, and recommends when little is', () => {
  const large = indexCatalog(smallCatalog({ items: 2000, categories: [6, 6, 6, 6, 6, 6], seed: 4 }));
  let state = startState(large);
  expect(decideTurn(large, state, { horizon: 2 }, random).chosen.kind).toBe('ask');
  for (let attribute = 0; attribute < 4; attribute++) {
    const code = large.catalog.columns[attribute].codes[7];
    state = addWish(large, state, { kind: 'is', attribute, values: [code] }, 'so');
  }
  expect(decideTurn(large, state, { horizon: 2 }, random).chosen.kind).toBe('recommend');
});

test('when nothing fits it shows what a change would bring; told not to offer, it says so', () => {
  let state = startState(index);
  for (let attribute = 0; attribute < 4; attribute++) {
    for (let code = 0; state.belief.items.length > 0 && code < 2; code++) {
      const next = addWish(index, state, value(attribute, code), 'so', false);
      if (next.belief.items.length < state.belief.items.length) state = next;
    }
  }
  state = addWish(index, state, { kind: 'range', attribute: 5, low: 100.5 }, 'over 100.5');
  expect(state.belief.items.length).toBe(0);
  const decision = decideTurn(index, state, { horizon: 2 }, random);
  expect(decision.chosen.kind).toBe('recommend');
  expect(decision.chosen.facts.length).toBeGreaterThan(0);
  expect(decision.candidates.map(({ act }) => act.kind)).toEqual(expect.arrayContaining(['offer', 'abstain']));
  for (const fact of decision.chosen.facts) expect(fact.kind === 'relax' && fact.count > 0).toBe(true);
  expect(decideTurn(index, state, { horizon: 2, model: { offers: false } }, random).chosen.kind).toBe('abstain');
});

test('a shopper whom a rejected item would have pleased is imagined no more', () => {
  const shown = decideTurn(index, startState(index), { horizon: 0 }, random).chosen;
  if (shown.kind !== 'recommend') throw new Error('expected a recommendation');
  const state = rejectItems(startState(index), shown.items);
  const after = imagineShoppers(index, state, SHOPPER_MODEL);
  for (let m = 0; m < after.count; m++) {
    for (const item of shown.items) {
      const pleased = after.open.every((attribute, j) => {
        const reply = after.replies[m * after.open.length + j];
        const { codes, offsets } = index.catalog.columns[attribute];
        if (reply === INDIFFERENT) return true;
        if (!offsets) return codes[item] === reply;
        return codes.slice(offsets[item], offsets[item + 1]).includes(reply);
      });
      expect(pleased).toBe(false);
    }
  }
});

test('an item turned down beside the change that it was shown under is not held against it, unless the wish went too', () => {
  const [first, second] = [value(0, 0), value(1, 1)];
  const state = addWish(index, addWish(index, startState(index), first, 'so'), second, 'so');
  const breaking = Array.from({ length: index.catalog.size }, (_, item) => item).find(
    (item) => fits(index.catalog.columns[0], item, first) && !fits(index.catalog.columns[1], item, second),
  )!;
  expect(rejectItems(state, [breaking]).rejected).toEqual([]);
  expect(rejectItems(closeAttribute(index, state, 1), [breaking]).rejected).toEqual([breaking]);
  expect(ruleOut(state, [breaking]).rejected).toEqual([breaking]);
});

test('a value is suggested only when a third of what the imagined shoppers have in mind has it', () => {
  const wide = indexCatalog(smallCatalog({ items: 600, categories: [12, 12, 2, 2], seed: 5 }));
  const shoppers = imagineShoppers(wide, startState(wide), SHOPPER_MODEL);
  const facts = createShopDomain(shoppers, 0)
    .acts(createShopDomain(shoppers, 0).start)
    .flatMap((act) => act.facts);
  expect(facts.length).toBeGreaterThan(0);
  for (const fact of facts) expect(fact.kind === 'suggest' && fact.count * 3 >= fact.of).toBe(true);
});
