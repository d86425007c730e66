import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRandom } from '@sente/engine';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { drawCases } from './draw-cases.ts';
import { measureRecommend, type RecommendOptions } from './measure.ts';
import { prepareRecommend } from './play.ts';
import { plainTemperament, RECOMMEND_TEMPERAMENTS } from './temperament.ts';
import { RecommendUser } from './user.ts';
import { openWorld, UnknownSplitError } from './world.ts';

const ITEMS = 120;
const TAGS = 8;
const USERS = 30;
let data = '';

/** A made data set in the layout of LastFM: users have a favourite tag and take items that have it. */
async function make(directory: string): Promise<void> {
  const random = createRandom(5);
  const put = async (name: string, content: unknown): Promise<void> => {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), JSON.stringify(content));
  };
  const tags = Array.from({ length: ITEMS }, () => {
    const own = new Set([random.integer(TAGS), random.integer(TAGS)]);
    if (random.next() < 0.5) own.add(random.integer(TAGS));
    return [...own];
  });
  const parts = { train: {}, valid: {}, test: {} } as Record<string, Record<number, number[]>>;
  for (let user = 0; user < USERS; user++) {
    const liked = tags.flatMap((own, item) => (own.includes(user % TAGS) || random.next() < 0.1 ? [item] : []));
    const order = liked.map((item) => ({ item, mark: random.next() })).sort((a, b) => a.mark - b.mark);
    const items = order.map(({ item }) => item);
    parts.test[user] = items.splice(0, 2);
    parts.valid[user] = items.splice(0, 4);
    parts.train[user] = items;
  }
  const entries = <T>(count: number, make: (n: number) => T): Record<number, T> =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [n, make(n)]));
  await put(
    'Graph_generate_data/item_dict.json',
    entries(ITEMS, (item) => ({ feature_index: tags[item] })),
  );
  await put(
    'Graph_generate_data/merged_tag_map.json',
    entries(TAGS, (tag) => tag),
  );
  await put(
    'ID_map_info/tag_reverse_map.json',
    entries(TAGS, (tag) => ({ real_id: [tag], real_name: [`tag ${tag}`] })),
  );
  await put(
    'ID_map_info/item_reverse_map.json',
    entries(ITEMS, (item) => ({ real_id: [item], real_name: [`artist ${item}`] })),
  );
  for (const [name, part] of Object.entries(parts)) await put(`UI_Interaction_data/review_dict_${name}.json`, part);
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'sente-recommend-'));
  await make(data);
});
afterAll(() => rm(data, { recursive: true }));

const figures = async (options: RecommendOptions): Promise<unknown> => {
  const { agents, comparisons, cases } = await measureRecommend({ data, turns: 8, workers: 1, ...options });
  return { agents, comparisons, cases };
};

describe('the probe on a made data set', () => {
  it('plays every pair of the split, or of a fold of train', async () => {
    const [valid, held, fold] = await Promise.all(
      ['valid', 'test', 'fold'].map((split) => measureRecommend({ data, split, turns: 8, workers: 1 })),
    );
    expect([valid.cases, held.cases]).toEqual([USERS * 4, USERS * 2]);
    expect(fold.cases).toBeGreaterThan(USERS * 4);
    expect(valid.settings).toMatchObject({ split: 'valid', turns: 8, noise: 0, unknown: 0 });
    for (const { agents } of [valid, held, fold]) {
      expect(Object.keys(agents)).toEqual(['bare', 'fresh', 'max-entropy', 'rule', 'threshold', 'sente']);
      for (const metrics of Object.values(agents)) {
        expect(metrics['sr@15'].mean).toBeGreaterThan(0.5);
        expect(metrics['sr@5'].mean).toBeLessThanOrEqual(metrics['sr@10'].mean);
        expect(metrics.at.mean).toBeLessThanOrEqual(9);
      }
    }
  });

  it('has the same figures for one worker and for two, and for a part of the agents', async () => {
    const all = (await figures({ seed: 3 })) as { agents: Record<string, unknown>; comparisons: unknown };
    expect(await figures({ seed: 3, workers: 2 })).toEqual(all);
    const some = (await figures({ seed: 3, agents: ['sente', 'threshold'] })) as typeof all;
    expect(some.agents).toEqual({ threshold: all.agents.threshold, sente: all.agents.sente });
    expect(await figures({ seed: 3, agents: ['threshold', 'sente'] })).toEqual(some);
    expect(((await figures({ seed: 4 })) as typeof all).agents).not.toEqual(all.agents);
  });

  it('loses by users who are wrong, and by users who do not know', async () => {
    const success = async (options: RecommendOptions): Promise<number> => {
      const { agents } = await measureRecommend({ data, workers: 1, turns: 6, agents: ['max-entropy'], ...options });
      return agents['max-entropy']['sr@15'].mean;
    };
    const plain = await success({});
    expect(await success({ noise: 0.3 })).toBeLessThan(plain);
    expect(await success({ unknown: 0.8 })).toBeLessThan(plain);
  });

  it('plays as many cases as asked for', async () => {
    expect(((await figures({ cases: 7, agents: ['bare'] })) as { cases: number }).cases).toBe(7);
  });

  it('names the splits that there are', async () => {
    await expect(measureRecommend({ data, split: 'train' })).rejects.toThrow(UnknownSplitError);
    await expect(measureRecommend({ data, split: 'train' })).rejects.toThrow('it has: fold, valid, test');
    await rm(join(data, 'UI_Interaction_data/review_dict_test.json'));
    await expect(measureRecommend({ data, split: 'test' })).rejects.toThrow("no split 'test'; it has: fold, valid");
  });
});

test('a case comes out the same whoever else is measured, and in whatever order', async () => {
  const world = await openWorld({ data, split: 'valid', seed: 1 });
  const numbers = Uint32Array.from({ length: 40 }, (_, k) => 3 * k);
  const people = [{ temperament: plainTemperament(0.1, 0.1), questions: 2 }];
  const shared = { data, split: 'valid', seed: 1, turns: 8, people, numbers };
  const play = (agents: string[]) => prepareRecommend({ ...shared, agents }, world);
  const [forth, back, alone] = [play(['rule', 'sente', 'bare']), play(['bare', 'sente', 'rule']), play(['sente'])];
  for (let k = 0; k < numbers.length; k++) {
    const [rule, sente, bare] = forth(k);
    expect(back(k)).toEqual([bare, sente, rule]);
    expect(alone(k)).toEqual([sente]);
  }
});

test('every agent meets the same dice', async () => {
  const world = await openWorld({ data, split: 'valid', seed: 1 });
  const said = new Map<RecommendUser, string[]>();
  const { answer, opening } = RecommendUser.prototype;
  const log = (user: RecommendUser, words: string): void => {
    said.set(user, [...(said.get(user) ?? []), words]);
  };
  RecommendUser.prototype.opening = function () {
    const feature = opening.call(this);
    log(this, `opening: ${feature}`);
    return feature;
  };
  RecommendUser.prototype.answer = function (feature) {
    const reply = answer.call(this, feature);
    log(this, `${feature}: ${reply}`);
    return reply;
  };
  try {
    const numbers = Uint32Array.from({ length: 30 }, (_, k) => 4 * k);
    const agents = ['max-entropy', 'rule', 'threshold', 'sente'];
    const game = { turns: 8, people: [{ temperament: plainTemperament(0.3, 0.3), questions: 5 }] };
    const play = prepareRecommend({ data, split: 'valid', seed: 2, ...game, agents, numbers }, world);
    let faults = 0;
    for (let k = 0; k < numbers.length; k++) {
      said.clear();
      play(k);
      const { target } = world.cases[numbers[k]];
      const replies = new Map<string, string>();
      expect(said.size).toBe(agents.length);
      for (const words of said.values()) {
        for (const entry of words) {
          const [question, reply] = entry.split(': ');
          // One question, one reply, whoever puts it.
          expect(replies.get(question) ?? reply).toBe(reply);
          replies.set(question, reply);
          const has = (feature: string): boolean => world.features.has[Number(feature) * ITEMS + target] === 1;
          if (question === 'opening') expect(has(reply)).toBe(true);
          else if (reply !== String(has(question))) faults++;
        }
      }
    }
    expect(faults).toBeGreaterThan(30);
  } finally {
    Object.assign(RecommendUser.prototype, { answer, opening });
  }
});

test('cases are drawn without repetition, evenly, and by the seed', () => {
  expect([...drawCases(5, 9, 1)]).toEqual([0, 1, 2, 3, 4]);
  const times = new Array<number>(20).fill(0);
  for (let seed = 0; seed < 2_000; seed++) {
    const drawn = [...drawCases(20, 6, seed)];
    expect(new Set(drawn).size).toBe(6);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    for (const k of drawn) times[k]++;
  }
  // 600 expected; the standard deviation is about 20.
  for (const count of times) expect(Math.abs(count - 600)).toBeLessThan(90);
  expect(drawCases(100, 5, 1)).toEqual(drawCases(100, 5, 1));
  expect(drawCases(100, 5, 1)).not.toEqual(drawCases(100, 5, 2));
});

test('all temperaments are measured side by side, the plain figures being their mean', async () => {
  const result = await measureRecommend({ data, cases: 20, turns: 8, temperament: 'all', agents: ['rule', 'planned'] });
  const names = Object.keys(RECOMMEND_TEMPERAMENTS);
  expect(result.cases).toBe(20 * names.length);
  for (const figures of Object.values(result.agents)) {
    const each = names.map((name) => figures[`at@${name}`].mean);
    expect(figures.at.mean).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / names.length, 9);
    // A case is one person, however often it is met.
    expect([figures['sr@15@oracle'].n, figures.at.n]).toEqual([20, 20]);
  }
  // Two of three will do: lists hit sooner.
  const { planned } = result.agents;
  expect(planned['at@easy'].mean).toBeLessThan(planned['at@oracle'].mean);
  expect(new Set(names.map((name) => planned[`hdcg@${name}`].mean)).size).toBeGreaterThan(2);
  expect(result.notes).toHaveLength(names.length);
  expect(result.cells).toEqual(names.map((name) => ({ name })));
  const described = new Map(result.metrics?.map((metric) => [metric.name, metric]));
  for (const metric of Object.keys(planned)) expect(described.has(metric)).toBe(true);
  expect(described.get('at@noisy')).toMatchObject({ better: 'lower', unit: 'turns', cell: 'noisy' });
  expect([...described.values()].flatMap(({ name, isHeadline }) => (isHeadline ? [name] : []))).toEqual([
    'sr@15',
    'at',
  ]);
  for (const name of names) expect(result.settings[`questions@${name}`]).toBeGreaterThan(0);
  expect(result.settings).not.toHaveProperty('questions');
  const one = await measureRecommend({ data, cases: 20, turns: 8, temperament: 'oracle', agents: ['rule', 'planned'] });
  expect(one.agents.rule.at.mean).toBe(result.agents.rule['at@oracle'].mean);
  expect(one.settings.questions).toBe(result.settings['questions@oracle']);
  await expect(measureRecommend({ data, temperament: 'odd' })).rejects.toThrow('oracle, noisy');
  await expect(measureRecommend({ data, temperament: 'toString' })).rejects.toThrow('oracle, noisy');
});

test('`planned` is `sente` by another name; `learned` needs a policy', async () => {
  const { agents } = await measureRecommend({ data, cases: 25, turns: 8, agents: ['sente', 'planned'] });
  expect(agents.planned).toEqual(agents.sente);
  await expect(measureRecommend({ data, agents: ['learned'] })).rejects.toThrow('sente train policy');
});
