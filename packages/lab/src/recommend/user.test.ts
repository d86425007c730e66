import type { ItemFeatures } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { mostAlike } from './alike.ts';
import type { Habits } from './temperament.ts';
import { RecommendUser } from './user.ts';

/** Features of ten items, of which number 7 has 1, 4 and 5. */
const features = featuresOf([[], [1], [1, 4], [2], [1, 4, 5, 6], [3], [4, 5], [1, 4, 5], [6], []]);

function featuresOf(items: readonly (readonly number[])[]): ItemFeatures {
  const count = 7;
  const has = new Uint8Array(count * items.length);
  items.forEach((own, item) => {
    for (const feature of own) has[feature * items.length + item] = 1;
  });
  const offsets = Uint32Array.from([0, ...items.map((_, item) => items.slice(0, item + 1).flat().length)]);
  const numbers = new Uint32Array(count);
  return {
    count,
    attributes: numbers,
    values: numbers,
    codes: Uint32Array.from(items.flat()),
    offsets,
    has,
    items: items.length,
  };
}

const user = (seed: number, noise = 0, unknown = 0, habits: Partial<Habits> = {}): RecommendUser =>
  new RecommendUser(7, features, { noise, unknown, ...habits }, createRandom(seed));

test('the opening is one of the target’s features, each about equally often', () => {
  const times = new Map<number, number>();
  for (let seed = 0; seed < 3_000; seed++) {
    const opening = user(seed).opening()!;
    times.set(opening, (times.get(opening) ?? 0) + 1);
  }
  expect([...times.keys()].sort()).toEqual([1, 4, 5]);
  // Three standard deviations of a share of a third in 3,000 draws are 78.
  for (const count of times.values()) expect(Math.abs(count - 1_000)).toBeLessThan(78);
});

test('a user without features opens with nothing', () => {
  expect(new RecommendUser(0, features, { noise: 0, unknown: 0 }, createRandom(1)).opening()).toBeUndefined();
});

test('without faults the answers are the truth', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((feature) => user(1).answer(feature))).toEqual([
    false,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('faults come as often as they should', () => {
  let wrong = 0;
  let silent = 0;
  const asked = 5_000;
  for (let seed = 0; seed < asked; seed++) {
    const answer = user(seed, 0.2, 0.3).answer(4);
    if (answer === undefined) silent++;
    else if (!answer) wrong++;
  }
  expect(silent / asked).toBeCloseTo(0.3, 1);
  expect(Math.abs(silent / asked - 0.3)).toBeLessThan(0.02);
  expect(Math.abs(wrong / (asked - silent) - 0.2)).toBeLessThan(0.02);
});

test('the same question gets the same answer, whenever and after whatever it is put', () => {
  const order = [3, 1, 4, 1, 5, 2, 6];
  for (let seed = 0; seed < 50; seed++) {
    const one = user(seed, 0.5, 0.3);
    const other = user(seed, 0.5, 0.3);
    const answers = order.map((feature) => one.answer(feature));
    other.opening();
    expect([...order].reverse().map((feature) => other.answer(feature))).toEqual(answers.reverse());
  }
});

test('the target is found in a list at its place', () => {
  expect(user(1).placeIn([3, 7, 9])).toBe(2);
  expect(user(1).placeIn([3, 9])).toBe(0);
});

test('items are alike by the share of features in common', () => {
  // 4 has three of four in common, 2 and 6 two of three, 1 one of three.
  expect(mostAlike(features, 7, 10)).toEqual([4, 2, 6, 1]);
  expect(mostAlike(features, 7, 2)).toEqual([4, 2]);
  expect(mostAlike(features, 7, 3, 4)).toEqual([4, 2, 6]);
  // Only those with feature 5, however near the others are.
  expect(mostAlike(features, 7, 2, 5)).toEqual([4, 6]);
  expect(mostAlike(features, 0, 3)).toEqual([]);
});

test('somebody easy takes what is like it, at the first place where it stands', () => {
  const easy = user(1, 0, 0, { acceptable: 3 });
  expect(easy.placeIn([3, 2, 7])).toBe(2);
  expect(easy.placeIn([6, 1])).toBe(0);
});

test('somebody talkative tells more with a yes, true things that were not asked', () => {
  let told = 0;
  for (let seed = 0; seed < 2_000; seed++) {
    const talkative = user(seed, 0, 0, { lists: 0.4 });
    const more = talkative.besides(4);
    if (more.length > 0) told++;
    for (const feature of more) expect([1, 5].filter((one) => one !== talkative.opening())).toContain(feature);
    expect(talkative.besides(4)).toEqual(more);
  }
  expect(Math.abs(told / 2_000 - 0.4)).toBeLessThan(0.04);
  expect(user(1).besides(4)).toEqual([]);
});

test('somebody impatient leaves the sooner the more questions were useless', () => {
  const left = (useless: number): number => {
    let times = 0;
    for (let seed = 0; seed < 3_000; seed++) times += Number(user(seed, 0, 0, { hazard: 0.1 }).leaves(useless));
    return times / 3_000;
  };
  expect(Math.abs(left(1) - 0.1)).toBeLessThan(0.02);
  expect(Math.abs(left(4) - 0.4)).toBeLessThan(0.03);
  expect(user(1).leaves(9)).toBe(false);
});

test('somebody fickle changes to an item that the opening fits, once at most', () => {
  let changed = 0;
  for (let seed = 0; seed < 500; seed++) {
    const fickle = user(seed, 0, 0, { changing: 0.3 });
    const opening = fickle.opening() as number;
    const targets = new Set([fickle.target]);
    for (let turn = 1; turn <= 12; turn++) {
      fickle.passTurn(turn);
      targets.add(fickle.target);
    }
    expect(targets.size).toBeLessThanOrEqual(2);
    if (targets.size === 2) changed++;
    expect(features.has[opening * features.items + fickle.target]).toBe(1);
    expect(fickle.placeIn([fickle.target])).toBe(1);
    expect(fickle.opening()).toBe(opening);
  }
  expect(changed).toBeGreaterThan(400);
});

test('a wish goes to one of the 20 most alike that the opening fits, not of the 20 most alike', () => {
  // Number 0 has features 0 and 1; thirty are as it is but for feature 0, five share feature 0 alone.
  const near = Array.from({ length: 30 }, () => [1]);
  const far = Array.from({ length: 5 }, () => [0, 2, 3]);
  const crowd = featuresOf([[0, 1], ...near, ...far]);
  let opened = 0;
  for (let seed = 0; seed < 60; seed++) {
    const fickle = new RecommendUser(0, crowd, { noise: 0, unknown: 0, changing: 1 }, createRandom(seed));
    fickle.passTurn(1);
    if (fickle.opening() === 0) {
      opened++;
      expect(fickle.target).toBeGreaterThan(30);
    } else {
      expect(fickle.target).toBeGreaterThan(0);
      expect(fickle.target).toBeLessThanOrEqual(20);
    }
  }
  expect(opened).toBeGreaterThan(10);
});
