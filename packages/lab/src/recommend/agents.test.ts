import { type Catalog, indexCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { createAgents } from './agents.ts';

const ITEMS = 30;

/**
 * Items 0 … 29 with features by hand: 0 on the even items (a half), 1 on every third (a third), 2 on item 0 alone. All have 3,
 * so that nobody is without a feature.
 */
const codes: number[] = [];
const offsets = Uint32Array.from({ length: ITEMS + 1 }, (_, item) => {
  if (item > 0) {
    const own = item - 1;
    if (own % 2 === 0) codes.push(0);
    if (own % 3 === 0) codes.push(1);
    if (own === 0) codes.push(2);
    codes.push(3);
  }
  return codes.length;
});
const catalog: Catalog = {
  name: 'by hand',
  noun: { one: 'thing', many: 'things' },
  size: ITEMS,
  attributes: [{ key: 't', label: 't', type: 'list', values: ['even', 'third', 'first', 'all'], askable: true }],
  columns: [{ codes: Uint32Array.from(codes), offsets }],
  view: (item) => ({ item, id: `${item}`, name: `thing ${item}`, facts: [] }),
};
const setting = { index: indexCatalog(catalog), turns: 15, noise: 0, unknown: 0, questions: 1 };
const { domain, agents } = createAgents(setting);
const random = createRandom(1);
const equal = new Float64Array(ITEMS).fill(1);
const firstTen = { items: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };

test('bare shows the ten likeliest items at once, and the next ten after', () => {
  const state = domain.start(equal);
  expect(agents.bare(state, random)).toEqual(firstTen);
  const after = domain.refused(state, firstTen.items);
  expect(agents.bare(after, random)).toEqual({ items: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] });
});

test('fresh, which starts again from all that was said, shows what bare shows: the belief has lost nothing', () => {
  const state = domain.refused(domain.answered(domain.start(equal), 1, false), [1, 2]);
  expect(agents.fresh(state, random)).toEqual(agents.bare(state, random));
  expect(agents.fresh(state, random)).toEqual({ items: [4, 5, 7, 8, 10, 11, 13, 14, 16, 17] });
});

test('max-entropy asks the question nearest to a half until what is left fits into one list', () => {
  const state = domain.start(equal);
  expect(agents['max-entropy'](state, random)).toEqual({ ask: 0 });
  const even = domain.answered(state, 0, true);
  expect(even.count).toBe(15);
  expect(agents['max-entropy'](even, random)).toEqual({ ask: 1 });
  const rest = domain.answered(even, 1, false);
  expect(agents['max-entropy'](rest, random)).toEqual({ items: [2, 4, 8, 10, 14, 16, 20, 22, 26, 28] });
});

test('in the last turn, and when no answer is open, everybody shows a list', () => {
  const last = { ...domain.start(equal), turn: 15 };
  const spent = { ...domain.start(equal), asked: Uint8Array.of(1, 1, 1, 1) };
  for (const name of ['bare', 'fresh', 'max-entropy', 'rule', 'threshold', 'sente']) {
    expect(agents[name](last, random)).toEqual(firstTen);
    expect(agents[name](spent, random)).toEqual(firstTen);
  }
});

test('rule puts its number of questions, then recommends', () => {
  const state = domain.start(equal);
  expect(agents.rule(state, random)).toEqual({ ask: 0 });
  const next = domain.answered(state, 0, undefined);
  expect(agents.rule(next, random)).toEqual(firstTen);
  const patient = createAgents({ ...setting, questions: 2 }).agents;
  expect(patient.rule(next, random)).toEqual({ ask: 1 });
});

test('threshold recommends as soon as the list holds more than 0.4 of the entropy in bits', () => {
  // The best question is a half: one bit, so the bar is 0.4. Mass `top` on the ten first (five of them even), the rest on the others.
  const weighted = (top: number): Float64Array =>
    Float64Array.from({ length: ITEMS }, (_, item) => (item < 10 ? top / 10 : (1 - top) / 20));
  expect(agents.threshold(domain.start(weighted(0.395)), random)).toEqual({ ask: 0 });
  expect(agents.threshold(domain.start(weighted(0.399)), random)).toEqual({ ask: 0 });
  // In nats the bar would be 0.28: this tells the two apart.
  expect(agents.threshold(domain.start(weighted(0.41)), random)).toEqual(firstTen);
});

test('with wrong answers about, a question has the entropy of the answer, not of the truth', () => {
  // Only feature 2 is open, of an item with 0.02 of the mass; the list, without it, holds 10 · 0.98 / 29 = 0.338.
  const weights = Float64Array.from({ length: ITEMS }, (_, item) => (item === 0 ? 0.02 : 0.98 / 29));
  const act = (noise: number): unknown => {
    const other = createAgents({ ...setting, noise });
    return other.agents.threshold({ ...other.domain.start(weights), asked: Uint8Array.of(1, 1, 0, 1) }, random);
  };
  // 0.4 · H(0.02) = 0.057.
  expect(act(0)).toHaveProperty('items');
  // A yes comes with 0.02 · 0.7 + 0.98 · 0.3 = 0.308, and 0.4 · H(0.308) = 0.356.
  expect(act(0.3)).toEqual({ ask: 2 });
});

test('sente asks where an answer is worth a turn, and recommends where it is not', () => {
  // 30 equal items: three lists show them all, and one question with two lists takes longer on average.
  expect(agents.sente(domain.start(equal), random)).toEqual(firstTen);
  // 256 equal items with eight features, each on a half: a list holds 4% of them.
  const bits = Array.from({ length: 256 }, (_, item) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (item >> bit) & 1));
  const ends = Uint32Array.from({ length: 257 }, (_, item) => bits.slice(0, item).flat().length);
  const wide: Catalog = {
    ...catalog,
    size: 256,
    attributes: [{ ...catalog.attributes[0], values: Array.from({ length: 8 }, (_, bit) => `bit ${bit}`) }],
    columns: [{ codes: Uint32Array.from(bits.flat()), offsets: ends }],
  };
  const { domain: large, agents: others } = createAgents({ ...setting, index: indexCatalog(wide) });
  const weights = new Float64Array(256).fill(1);
  expect(others.sente(large.start(weights), random)).toHaveProperty('ask');
  const sure = weights.map((weight, item) => (item === 77 ? 1e6 : weight));
  expect(others.sente(large.start(sure), random)).toMatchObject({ items: expect.arrayContaining([77]) });
});
