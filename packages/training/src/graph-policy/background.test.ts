import { type Catalog, makeCatalog, NONE } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import type { LearnedPolicy } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { type BackgroundOptions, PolicyTrainingError, trainInBackground } from './background.ts';
import { fewerAnswers, plainCatalog, sampleItems } from './background-table.ts';
import { NothingToLearnError } from './nothing-to-learn.ts';
import type { PolicyBudget } from './presets.ts';
import { trainPolicy } from './train-policy.ts';
import { catalogWorlds } from './worlds.ts';

/** Items with a colour, lists of tags, and a number; some popular. */
function madeCatalog(size: number): Catalog {
  const random = createRandom('made');
  const lists = Array.from({ length: size }, () => [0, 1, 2, 3, 4, 5].filter(() => random.next() < 0.4));
  const offsets = new Uint32Array(size + 1);
  lists.forEach((list, n) => {
    offsets[n + 1] = offsets[n] + list.length;
  });
  const numbers = Float64Array.from({ length: size }, (_, item) => item % 9);
  return makeCatalog({
    name: 'made',
    attributes: [
      { key: 'colour', type: 'category', values: ['red', 'blue', 'green'] },
      { key: 'tag', type: 'list', values: ['a', 'b', 'c', 'd', 'e', 'f'] },
      { key: 'size', type: 'number', values: ['small', 'large'], edges: [4] },
    ],
    columns: [
      { codes: Uint32Array.from({ length: size }, (_, item) => (item % 4 === 3 ? NONE : item % 4)) },
      { codes: Uint32Array.from(lists.flat()), offsets },
      { codes: Uint32Array.from(numbers, (number) => Number(number >= 4)), numbers },
    ],
    popularity: Float64Array.from({ length: size }, (_, item) => 1 + (item % 10)),
  });
}

const budget: PolicyBudget = {
  turns: 8,
  iterations: 2,
  states: 60,
  steps: 10,
  batch: 8,
  rate: 3e-3,
  questions: 4,
  labelled: 3,
  explore: 0.15,
  judged: 10,
};

/** Runs one, and what it told. */
function start(catalog: Catalog, options: Partial<BackgroundOptions> = {}) {
  const progress: { readonly share: number; readonly iteration: number; readonly of: number }[] = [];
  const policies: LearnedPolicy[] = [];
  const training = trainInBackground(catalog, {
    source: 'made',
    seed: 3,
    budget,
    onProgress: (one) => progress.push(one),
    onPolicy: (policy) => policies.push(policy),
    ...options,
  });
  return { training, progress, policies };
}

describe('training in the background', () => {
  it('gives the weights that the same seed gives in the foreground, while the host goes on, and tells how it goes', async () => {
    const catalog = madeCatalog(60);
    const { training, progress, policies } = start(catalog);
    expect(training.iterations).toBe(2);
    let isDone = false;
    let turnsOfHost = 0;
    const host = (async () => {
      for (; !isDone; turnsOfHost++) await new Promise((resume) => setImmediate(resume));
    })();
    const policy = await training.done;
    isDone = true;
    await host;
    expect(turnsOfHost).toBeGreaterThan(1_000);
    const { policy: expected } = await trainPolicy({ worlds: catalogWorlds(catalog), source: 'made', budget, seed: 3 });
    expect(policy).toEqual(expected);
    expect(policies.at(-1)).toEqual(expected);
    const shares = progress.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0] < 0.1, shares.at(-1)]).toEqual([true, 1]);
    expect([...new Set(progress.map(({ iteration, of }) => `${iteration} of ${of}`))]).toEqual(['1 of 2', '2 of 2']);
  });

  it('takes a sample of a larger table, the same for the same seed', async () => {
    const catalog = madeCatalog(200);
    const policy = await start(catalog, { items: 40 }).training.done;
    const sample = { ...sampleItems(plainCatalog(catalog), 40, createRandom('policy/3/items')), view: catalog.view };
    const { policy: expected } = await trainPolicy({ worlds: catalogWorlds(sample), source: 'made', budget, seed: 3 });
    expect(policy).toEqual(expected);
    expect(policy?.card.trainedOn.items).toBe(40);
  });

  it('can be stopped, in the middle and when it is over', async () => {
    const long = { ...budget, iterations: 50, states: 5_000 };
    const first = Promise.withResolvers<void>();
    const { training, policies } = start(madeCatalog(60), { budget: long, onProgress: () => first.resolve() });
    await first.promise;
    await training.stop();
    expect(await training.done).toBeUndefined();
    expect(policies).toEqual([]);
    await training.stop();
    const over = start(madeCatalog(60));
    await over.training.done;
    await over.training.stop();
  });

  it('says that it fell over, and what happened there', async () => {
    const broken = { ...budget, iterations: 0 };
    const error = await start(madeCatalog(60), { budget: broken }).training.done.catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PolicyTrainingError);
    expect(String(error.cause)).toContain('a training without iterations');
  });

  it('says when there is nothing to learn', async () => {
    const small = start(madeCatalog(10)).training;
    await expect(small.done).rejects.toThrow(NothingToLearnError);
    await small.stop();
    const { attributes, ...rest } = madeCatalog(60);
    const mute = { ...rest, attributes: attributes.map((attribute) => ({ ...attribute, askable: false })) };
    await expect(start(mute).training.done).rejects.toThrow('no column can be asked about');
  });
});

it('draws samples without repeats, in the order of the table, with every column in step', () => {
  const catalog = madeCatalog(200);
  const all = sampleItems(plainCatalog(catalog), 200, createRandom(1));
  expect(all).toEqual(plainCatalog(catalog));
  const sample = makeCatalog({ ...sampleItems(plainCatalog(catalog), 30, createRandom(1)), noun: catalog.noun });
  const words = (of: Catalog, item: number): string => JSON.stringify(of.view(item).facts.map(({ value }) => value));
  const known = Array.from({ length: 200 }, (_, item) => words(catalog, item));
  let from = 0;
  for (let item = 0; item < 30; item++) {
    from = known.indexOf(words(sample, item), from) + 1;
    expect(from).toBeGreaterThan(0);
  }
});

it('leaves out the rarer values of the columns that have most, as if their cells were empty', () => {
  const catalog = madeCatalog(60);
  expect(fewerAnswers(catalog, 11)).toBe(catalog);
  const fewer = fewerAnswers(catalog, 9);
  expect(fewer.attributes.map(({ values }) => values)).toEqual([
    ['red', 'blue', 'green'],
    ['a', 'b', 'c', 'd'],
    ['small', 'large'],
  ]);
  expect([fewer.columns[0], fewer.columns[2]]).toEqual([catalog.columns[0], catalog.columns[2]]);
  const words = ({ view }: Catalog, item: number): string =>
    view(item)
      .facts.map(({ value }) => value)
      .join();
  const shown = makeCatalog({ ...fewer, noun: catalog.noun });
  for (let item = 0; item < 60; item++) {
    const facts = catalog.view(item).facts.map(({ value }) => value.split(', ').filter((word) => !/^[ef]$/.test(word)));
    expect(words(shown, item)).toBe(
      facts
        .filter((list) => list.length > 0)
        .map((list) => list.join(', '))
        .join(),
    );
  }
  const fewest = fewerAnswers(catalog, 1);
  expect(fewest.attributes.map(({ values }) => values.length)).toEqual([2, 2, 2]);
  expect(Math.max(...fewest.columns[0].codes.filter((code) => code !== NONE))).toBe(1);
});

it('draws each item alike', () => {
  const column = { codes: Uint32Array.from({ length: 20 }, (_, item) => item) };
  const values = Array.from(column.codes, String);
  const catalog = makeCatalog({ name: 'n', attributes: [{ key: 'k', type: 'category', values }], columns: [column] });
  const counts = new Array(20).fill(0);
  for (let seed = 0; seed < 4_000; seed++) {
    for (const code of sampleItems(catalog, 5, createRandom(seed)).columns[0].codes) counts[code]++;
  }
  // 1,000 expected, standard deviation 27.
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});
