import { type Catalog, createItemDomain, type ItemDomain, type ItemState, indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import type { RecommendAct, RecommendAgent } from './agents.ts';
import { converse } from './conversation.ts';
import type { Habits } from './temperament.ts';
import { RecommendUser } from './user.ts';

/** 64 items: feature b < 6 where bit b of the number is set, and 6 on all of them. */
const ITEMS = 64;
const own = Array.from({ length: ITEMS }, (_, item) => [...[0, 1, 2, 3, 4, 5].filter((bit) => (item >> bit) & 1), 6]);
const catalog: Catalog = {
  name: 'bits',
  noun: { one: 'thing', many: 'things' },
  size: ITEMS,
  attributes: [{ key: 'b', label: 'b', type: 'list', values: ['0', '1', '2', '3', '4', '5', 'all'], askable: true }],
  columns: [
    {
      codes: Uint32Array.from(own.flat()),
      offsets: Uint32Array.from({ length: ITEMS + 1 }, (_, item) => own.slice(0, item).flat().length),
    },
  ],
  view: (item) => ({ item, id: `${item}`, name: `thing ${item}`, facts: [] }),
};
const index = indexCatalog(catalog);
const equal = new Float64Array(ITEMS).fill(1);

/** A conversation about `target` that is played by a script, one act a turn; and the states it was in. */
function talk(
  target: number,
  habits: Partial<Habits>,
  act: (state: ItemState) => RecommendAct,
  { turns = 10, seed = 1, domain = createItemDomain(index, { turns }) as ItemDomain } = {},
) {
  const states: ItemState[] = [];
  const agent: RecommendAgent = (state) => {
    states.push(state);
    return act(state);
  };
  const user = new RecommendUser(target, domain.features, { noise: 0, unknown: 0, ...habits }, createRandom(seed));
  const ending = converse(domain, agent, user, equal, turns, createRandom(seed));
  return { ending, states, user };
}

const script =
  (...acts: RecommendAct[]) =>
  (state: ItemState): RecommendAct =>
    acts[state.turn - 1];

test('a user without patience leaves after the first useless question, and not for a yes or a list', () => {
  const bits = { ask: 1 };
  const useful = script(bits, { items: [0, 1] }, { items: [2] }, { ask: 0 }, { items: [63] });
  expect(talk(63, { hazard: 1 }, useful).ending).toEqual({ turn: 5, rank: 1 });
  // Item 62 is without feature 0.
  const { ending, states } = talk(62, { hazard: 1 }, script(bits, { ask: 0 }, { items: [62] }));
  expect(ending).toBeUndefined();
  expect(states).toHaveLength(2);
  expect(talk(62, {}, script(bits, { ask: 0 }, { items: [62] })).ending).toEqual({ turn: 3, rank: 1 });
  // "I don't know" is of as little use.
  expect(talk(63, { hazard: 1, unknown: 1 }, useful).states).toHaveLength(1);
});

test('patience wears off with every useless question', () => {
  const asks = (state: ItemState): RecommendAct => ({ ask: state.turn - 1 });
  let [one, two, three] = [0, 0, 0];
  const people = 1_500;
  for (let seed = 0; seed < people; seed++) {
    // Item 8 has feature 3 alone (and 6): three answers are no before it.
    const { length } = talk(8, { hazard: 0.2 }, asks, { turns: 4, seed }).states;
    if (length === 1) one++;
    else if (length === 2) two++;
    else if (length === 3) three++;
  }
  expect(Math.abs(one / people - 0.2)).toBeLessThan(0.035);
  expect(Math.abs(two / (people - one) - 0.4)).toBeLessThan(0.045);
  expect(Math.abs(three / (people - one - two) - 0.6)).toBeLessThan(0.06);
});

test('what is told beside a yes counts in the same turn', () => {
  let told = 0;
  for (let seed = 0; seed < 20; seed++) {
    const { states, user } = talk(63, { lists: 1 }, script({ ask: 2 }, { items: [63] }), { seed });
    const [before, after] = states;
    expect(after.turn).toBe(2);
    const more = user.besides(2);
    expect(more).toHaveLength(2);
    for (const feature of [2, ...more]) expect(after.asked[feature]).toBe(1);
    const fits = (item: number): boolean =>
      [user.opening() as number, 2, ...more].every((feature) => own[item].includes(feature));
    expect([...after.items].sort((a, b) => a - b)).toEqual(own.flatMap((_, item) => (fits(item) ? [item] : [])));
    if (after.count < before.count / 2) told++;
  }
  expect(told).toBeGreaterThan(10);
  // A no brings nothing.
  const { states } = talk(32, { lists: 1 }, script({ ask: 2 }, { items: [32] }));
  expect([...states[1].asked].reduce((sum, one) => sum + one)).toBe(2);
});

test('somebody easy ends with success at the best place of what will do', () => {
  // Most like 63, with 7 features: those that miss one, the first first: 31, 47.
  expect(talk(63, { acceptable: 3 }, script({ items: [5, 47, 31, 63] })).ending).toEqual({ turn: 1, rank: 2 });
  expect(talk(63, { acceptable: 2 }, script({ items: [5, 47, 31, 63] })).ending).toEqual({ turn: 1, rank: 3 });
  expect(talk(63, {}, script({ items: [5, 47, 31, 63] })).ending).toEqual({ turn: 1, rank: 4 });
});

test('when nothing is left that fits, agents begin again with the opening, without what was shown', () => {
  let began = 0;
  let found = 0;
  for (let seed = 0; seed < 200; seed++) {
    // Asks what is open; shows ten when nothing is. A filter loses who changes to something that was ruled out.
    const act = (state: ItemState): RecommendAct => {
      const open = state.asked.indexOf(0);
      return open >= 0 && state.count > 1 ? { ask: open } : { items: [...state.items.subarray(0, 10)] };
    };
    const { ending, states, user } = talk(42, { changing: 0.3 }, act, { turns: 30, seed });
    states.forEach((state, turn) => {
      expect(state.turn).toBe(turn + 1);
      expect(state.count).toBeGreaterThan(0);
    });
    const again = states.findIndex((state, turn) => turn > 0 && state.count > states[turn - 1].count);
    if (again < 0) continue;
    began++;
    const opening = user.opening() as number;
    const shown = states
      .slice(0, again)
      .flatMap((state) => (state.asked.includes(0) && state.count > 1 ? [] : [...state.items]));
    expect(states[again].asked[opening]).toBe(1);
    expect([...states[again].asked].filter(Boolean)).toHaveLength(1);
    expect([...states[again].items].sort((a, b) => a - b)).toEqual(
      own.flatMap((features, item) => (features.includes(opening) && !shown.includes(item) ? [item] : [])),
    );
    if (ending) found++;
  }
  expect(began).toBeGreaterThan(30);
  expect(found).toBe(began);
});

test('it ends when everything was shown that the opening fits', () => {
  const domain = createItemDomain(index, { turns: 20 });
  const user = new RecommendUser(5, domain.features, { noise: 0, unknown: 0 }, createRandom(1));
  let turns = 0;
  const eager: RecommendAgent = (state) => {
    turns++;
    return { items: [...state.items.subarray(0, 40)] };
  };
  // A prior that rules the target out: it never comes, and nothing is shown twice.
  const without = equal.map((weight, item) => (item === 5 ? 0 : weight));
  expect(converse(domain, eager, user, without, 20, createRandom(1))).toBeUndefined();
  const fitting = own.filter((features, item) => item !== 5 && features.includes(user.opening() as number)).length;
  expect(turns).toBe(Math.ceil(fitting / 40));
});
