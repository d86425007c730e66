import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRandom } from '@sente/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataWorlds, type PolicyWorlds } from './worlds.ts';

const ITEMS = 60;
const TAGS = 6;
const USERS = 24;
/** Items from this one on nobody took. */
const NEW = 45;

let folder: string;
let worlds: PolicyWorlds;

/** Recommender data with a train split and nothing else. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sente-worlds-'));
  const random = createRandom(3);
  const put = (name: string, content: readonly unknown[]): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(Object.fromEntries(content.entries())));
  };
  const of = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));
  put(
    'Graph_generate_data/item_dict.json',
    of(ITEMS, (item) => ({ feature_index: [item % TAGS] })),
  );
  put(
    'Graph_generate_data/merged_tag_map.json',
    of(TAGS, (tag) => tag),
  );
  put(
    'ID_map_info/tag_reverse_map.json',
    of(TAGS, (tag) => ({ real_id: [tag], real_name: [`tag ${tag}`] })),
  );
  put(
    'ID_map_info/item_reverse_map.json',
    of(ITEMS, (item) => ({ real_id: [item], real_name: [`artist ${item}`] })),
  );
  put(
    'UI_Interaction_data/review_dict_train.json',
    of(USERS, (user) => [...Array(NEW).keys()].filter((item) => item % TAGS === user % TAGS || random.next() < 0.2)),
  );
  worlds = await dataWorlds(folder, 1);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("training's people of a recommender's past", () => {
  it('want in training what the belief says that they may want, as often as it says', () => {
    const { train } = worlds;
    const draws = 20_000;
    const wanted = new Float64Array(ITEMS);
    const expected = new Float64Array(ITEMS);
    for (let n = 0; n < draws; n++) {
      const { user, target } = train.draw(createRandom(n));
      const belief = train.prior(user);
      const total = belief.reduce((sum, weight) => sum + weight, 0);
      expect(belief[target]).toBeGreaterThan(0);
      wanted[target]++;
      belief.forEach((weight, item) => {
        expected[item] += weight / total;
      });
    }
    // What nobody took yet is wanted too: the belief does not rule it out.
    expect(wanted.subarray(NEW).every((count) => count > 0)).toBe(true);
    wanted.forEach((count, item) => {
      expect(Math.abs(count - expected[item])).toBeLessThan(5 * Math.sqrt(expected[item] + 1));
    });
    expect(train.draw(createRandom('same'))).toEqual(train.draw(createRandom('same')));
  });

  it('judge by what they really took, and nobody believes there that they want what nobody took', () => {
    const { choose } = worlds;
    for (let n = 0; n < 500; n++) {
      const { user, target } = choose.draw(createRandom(n));
      const belief = choose.prior(user);
      expect(target).toBeLessThan(NEW);
      expect(belief[target]).toBeGreaterThan(0);
      expect(belief.subarray(NEW).every((weight) => weight === 0)).toBe(true);
    }
  });
});
