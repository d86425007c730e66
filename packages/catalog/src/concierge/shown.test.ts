import { expect, test } from 'vitest';
import type { CatalogAct } from '../domain/act.ts';
import { addWish, startState } from '../domain/state.ts';
import { indexCatalog } from '../index/catalog-index.ts';
import { DIFFICULTY, DOGS, GUIDED, PRICE, REGION, sampleCatalog } from '../speak/sample.test.support.ts';
import { mindOf } from './mind.ts';
import { labelOf, showDecision, showItems } from './shown.ts';

const index = indexCatalog(sampleCatalog());
const start = startState(index);
const suggest = { kind: 'suggest', attribute: GUIDED, value: 0, count: 29, of: 60 } as const;

test.each<[string, CatalogAct]>([
  ['ask for the region', { kind: 'ask', id: 'a', attribute: REGION, facts: [] }],
  ['ask about dogs allowed', { kind: 'ask', id: 'a', attribute: DOGS, facts: [] }],
  ['ask whether Tatra', { kind: 'ask', id: 'a', attribute: REGION, value: 1, facts: [] }],
  ['ask for the price; suggest guided', { kind: 'ask', id: 'a', attribute: PRICE, facts: [suggest] }],
  ['recommend 1 trip', { kind: 'recommend', id: 'r', items: [1], facts: [] }],
  ['say that nothing fits', { kind: 'abstain', id: 'x', facts: [] }],
])('an act reads “%s”', (label, act) => {
  expect(labelOf(index, start, act)).toBe(label);
});

test('a decision speaks of acts in words, also where one id begins another', () => {
  const ask = (id: string, attribute: number): CatalogAct => ({ kind: 'ask', id, attribute, facts: [] });
  const acts = [ask('ask:1', DIFFICULTY), { ...ask('ask:1+suggest:4', DIFFICULTY), facts: [suggest] }];
  const shown = showDecision(
    index,
    start,
    {
      policy: 'planned',
      horizon: 2,
      chosen: acts[1],
      candidates: acts.map((act, i) => ({ act, value: 1 - i, error: 0, samples: 0 })),
      why: 'Looking ahead, ask:1+suggest:4 is worth 0.7, 0.1 more than ask:1.',
      cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
    },
    { act: acts[1] },
  );
  expect(shown.why).toBe(
    'Looking ahead, “ask for the difficulty; suggest guided” is worth 0.7, 0.1 more than “ask for the difficulty”.',
  );
  expect(shown.chosen).toBe('ask:1+suggest:4');
});

test('items come with the wishes they meet as reasons, and their probability', () => {
  const state = addWish(index, start, { kind: 'is', attribute: GUIDED, values: [0] }, 'guided');
  const [item] = state.belief.items;
  const [shown] = showItems(index, state, [item]);
  expect(shown.reasons).toEqual(['is guided']);
  expect(shown.probability).toBeCloseTo(1 / state.belief.items.length);
  expect(shown.facts.length).toBeGreaterThan(3);
});

test('the mind counts, weighs and names', () => {
  const state = addWish(index, start, { kind: 'is', attribute: GUIDED, values: [0] }, 'with a guide');
  const mind = mindOf(index, state);
  expect(mind).toMatchObject({ left: 29, total: 60 });
  expect(mind.bits).toBeCloseTo(Math.log2(29));
  expect(mind.wishes).toEqual([{ attribute: 'guided', meaning: 'yes', words: 'with a guide' }]);
  expect(mind.attributes[GUIDED].state).toBe('wished');
  const region = mind.attributes[REGION].values;
  expect(region.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  expect(region.reduce((sum, { count }) => sum + count, 0)).toBe(29);
  expect(mind.attributes[PRICE].values.map(({ value }) => value)[0]).toBe('under €400');
});
