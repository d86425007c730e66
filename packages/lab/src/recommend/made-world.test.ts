import { builtinCatalog, type Catalog, makeCatalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { madePolicy } from '@sente/pocket/testing';
import { describe, expect, it } from 'vitest';
import { drawCases } from './draw-cases.ts';
import { checkTable, MADE_USERS, NothingToMeasureError } from './made-world.ts';
import { measureRecommend, NoPolicyError, type RecommendOptions } from './measure.ts';
import { prepareRecommend } from './play.ts';
import { plainTemperament, RECOMMEND_TEMPERAMENTS } from './temperament.ts';
import { openWorld } from './world.ts';

const SIZE = 300;

/** Lamps with a colour, some of several uses, and a price; the first ten are wanted by many. */
function lamps(size = SIZE): Catalog {
  const random = createRandom(3);
  const uses = Array.from({ length: size }, () => [0, 1, 2, 3].filter(() => random.next() < 0.4));
  const prices = Float64Array.from({ length: size }, () => random.integer(100));
  const offsets = new Uint32Array(size + 1);
  uses.forEach((own, n) => {
    offsets[n + 1] = offsets[n] + own.length;
  });
  return makeCatalog({
    name: 'lamps',
    attributes: [
      { key: 'colour', type: 'category', values: ['red', 'blue', 'green'] },
      { key: 'uses', type: 'list', values: ['desk', 'bed', 'hall', 'shop'] },
      { key: 'price', type: 'number', values: ['under 30', '30 to 60', '60 and up'], edges: [30, 60] },
    ],
    columns: [
      { codes: Uint32Array.from({ length: size }, () => random.integer(3)) },
      { codes: Uint32Array.from(uses.flat()), offsets },
      { codes: Uint32Array.from(prices, (price) => (price < 30 ? 0 : price < 60 ? 1 : 2)), numbers: prices },
    ],
    popularity: Float64Array.from({ length: size }, (_, n) => (n < 10 ? 10 : 1)),
  });
}

const play = (options: RecommendOptions) => measureRecommend({ catalog: lamps(), cases: 60, workers: 1, ...options });

describe('people of a table', () => {
  it('each want one of its items, the popular ones more often, and are others with another seed', async () => {
    const open = (seed: number) => openWorld({ catalog: lamps(), split: 'fold', seed });
    const { cases, index, features } = await open(1);
    expect(cases).toHaveLength(MADE_USERS);
    const popular = cases.filter(({ target }) => target < 10).length / MADE_USERS;
    const expected = index.prior.slice(0, 10).reduce((sum, weight) => sum + weight, 0);
    expect(Math.abs(popular - expected)).toBeLessThan(0.04);
    expect(cases.some(({ target }) => target >= 10)).toBe(true);
    // Every value of every column is a question with yes or no for an answer, of lists and ranges too.
    expect(features.count).toBe(3 + 4 + 3);
    expect((await open(1)).cases).toEqual(cases);
    expect((await open(2)).cases).not.toEqual(cases);
  });

  it('want all items alike where the table knows of no popularity', async () => {
    const { popularity: _, ...plain } = lamps();
    const { cases } = await openWorld({ catalog: plain, split: 'valid', seed: 1 });
    const popular = cases.filter(({ target }) => target < 10).length / MADE_USERS;
    expect(Math.abs(popular - 10 / SIZE)).toBeLessThan(0.04);
  });
});

it('opens the table that ships as it opens one of your own', async () => {
  const own = await openWorld({ catalog: builtinCatalog(), split: 'valid', seed: 1 });
  expect(own.cases).toEqual((await openWorld({ split: 'valid', seed: 1 })).cases);
});

// Threads read the sources first, which takes seconds where others work too.
describe('the probe on a table', { timeout: 120_000 }, () => {
  it('plays on threads as on one, and tells what it was played on', async () => {
    const agents = ['bare', 'planned', 'guided', 'learned'];
    const options = { agents, learned: madePolicy('lamps'), turns: 5, cases: 70 };
    const all = await play(options);
    expect(Object.keys(all.agents)).toEqual(agents);
    expect(all).toMatchObject({ cases: 70, settings: { split: 'table', table: 'lamps', turns: 5 } });
    expect(all.run).toContain('recommend-lamps-1-70');
    expect(all).not.toHaveProperty('references');
    // To ask is worth it: what is popular alone is not enough.
    expect(all.agents.planned.at.mean).toBeLessThan(all.agents.bare.at.mean);
    const two = await play({ ...options, workers: 2 });
    expect({ ...two, seconds: 0 }).toEqual({ ...all, seconds: 0 });
    // Threads play the table that was given, and not the one that ships.
    const world = await openWorld({ catalog: lamps(), split: 'valid', seed: 1 });
    const people = [{ temperament: plainTemperament(0, 0), questions: 0 }];
    const numbers = drawCases(world.cases.length, 70, 1);
    const one = prepareRecommend({ split: 'valid', seed: 1, turns: 5, agents: ['bare'], numbers, people }, world);
    const here = Array.from({ length: 70 }, (_, n) => one(n)[0]?.turn ?? 6);
    expect(all.agents.bare.at.mean).toBeCloseTo(here.reduce((sum, turn) => sum + turn, 0) / 70, 9);
  });

  it('tunes the rule on people who are not measured', async () => {
    const { settings, notes } = await play({ agents: ['rule'], turns: 4 });
    expect([1, 2, 3]).toContain(settings.questions);
    expect(notes?.[0]).toContain('chosen outside the measured cases');
  });

  it('meets users of all temperaments', async () => {
    const { cases, agents } = await play({ agents: ['bare', 'planned'], temperament: 'all', cases: 15, turns: 6 });
    const kinds = Object.keys(RECOMMEND_TEMPERAMENTS);
    expect(cases).toBe(15 * kinds.length);
    for (const kind of kinds) expect(agents.planned[`at@${kind}`].n).toBe(15);
  });

  it('says how a policy for it is made', async () => {
    const failure = await play({ agents: ['learned'] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoPolicyError);
    expect(String(failure)).toContain('`sente train policy --catalog FILE` makes one');
  });

  it('refuses tables in which no agent can be better than another', async () => {
    const noun = { one: 'lamp', many: 'lamps' };
    await expect(play({ catalog: { ...lamps(10), noun } })).rejects.toThrow('lamps has 10 lamps, and a list shows 10');
    await expect(play({ catalog: lamps(1) })).rejects.toThrow(NothingToMeasureError);
    expect(() => checkTable(lamps(11))).not.toThrow();
    const { attributes } = lamps();
    const silent = { ...lamps(), attributes: attributes.map((attribute) => ({ ...attribute, askable: false })) };
    await expect(play({ catalog: silent })).rejects.toThrow('no column that can be asked about');
  });
});
