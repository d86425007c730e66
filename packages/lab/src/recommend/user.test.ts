import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { RecommendUser } from './user.ts';

const user = (seed: number, noise = 0, unknown = 0): RecommendUser =>
  new RecommendUser(7, [1, 4, 5], { noise, unknown }, createRandom(seed));

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
  expect(new RecommendUser(0, [], { noise: 0, unknown: 0 }, createRandom(1)).opening()).toBeUndefined();
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
