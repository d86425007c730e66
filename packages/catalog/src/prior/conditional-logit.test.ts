import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import { type ChoiceSet, fitConditionalLogit } from './conditional-logit.ts';

/** Users who choose by known weights among items with two numbers each, of different scales. */
function choices(theta: readonly [number, number], users: number, seed: number): ChoiceSet[] {
  const random = createRandom(seed);
  return Array.from({ length: users }, () => {
    const numbers = Float64Array.from({ length: 40 }, (_, k) =>
      k % 2 === 0 ? random.next() * 3 : random.next() * 100,
    );
    const odds = Float64Array.from({ length: 20 }, (_, i) =>
      Math.exp(theta[0] * numbers[2 * i] + theta[1] * numbers[2 * i + 1]),
    );
    return { numbers, chosen: [random.weighted(odds), random.weighted(odds)] };
  });
}

test('known weights are recovered from what was chosen', () => {
  const found = fitConditionalLogit(choices([0.8, -0.03], 2_000, 4), 2);
  expect(Math.abs(found[0] - 0.8)).toBeLessThan(0.06);
  expect(Math.abs(found[1] + 0.03)).toBeLessThan(0.002);
});

test('at the optimum the numbers of what was chosen sum to what the model expects', () => {
  const sets = choices([0.8, -0.03], 60, 9);
  const theta = fitConditionalLogit(sets, 2, 0);
  const gradient = [0, 0];
  for (const { numbers, chosen } of sets) {
    const odds = Array.from({ length: 20 }, (_, i) =>
      Math.exp(theta[0] * numbers[2 * i] + theta[1] * numbers[2 * i + 1]),
    );
    const total = odds.reduce((sum, x) => sum + x, 0);
    for (const a of [0, 1]) {
      for (const i of chosen) gradient[a] += numbers[2 * i + a];
      for (let i = 0; i < 20; i++) gradient[a] -= (chosen.length * odds[i] * numbers[2 * i + a]) / total;
    }
  }
  expect(Math.abs(gradient[0])).toBeLessThan(1e-4);
  expect(Math.abs(gradient[1])).toBeLessThan(1e-2);
});

test('weights that nothing bounds stay finite by the ridge', () => {
  const numbers = Float64Array.of(0, 1, 2, 3);
  const [weight] = fitConditionalLogit([{ numbers, chosen: [3] }], 1);
  expect(weight).toBeGreaterThan(1);
  expect(Number.isFinite(weight)).toBe(true);
});

test('numbers that never differ, and no choices at all, weigh nothing', () => {
  const same = fitConditionalLogit([{ numbers: Float64Array.of(5, 0, 5, 1), chosen: [1] }], 2);
  expect(same[0]).toBeCloseTo(0, 9);
  expect([...fitConditionalLogit([], 2)]).toEqual([0, 0]);
});
