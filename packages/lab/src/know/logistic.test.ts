import { expect, it } from 'vitest';
import { fitLogistic, logisticChance } from './logistic.ts';

it('finds the weights that gradient ascent finds', () => {
  const rows = [
    [1, 2],
    [2, 1],
    [3, 5],
    [4, 3],
    [5, 8],
    [6, 2],
    [7, 7],
    [8, 1],
  ];
  const outcomes = [0, 0, 1, 0, 1, 1, 1, 0].map(Boolean);
  const model = fitLogistic(rows, outcomes, 2);
  // 200,000 steps of plain gradient ascent on the same objective, worked out apart from this code.
  expect(model.weights).toEqual(
    [0.025274004290197, 0.27507203228641, 0.74920469811155].map((weight) => expect.closeTo(weight, 8)),
  );
  expect(logisticChance(model, [4, 6])).toBeCloseTo(0.6601609615820633, 8);
});

it('gives the base rate where nothing differs', () => {
  const model = fitLogistic([[3], [3], [3], [3]], [true, false, true, true], 1);
  expect(logisticChance(model, [3])).toBeCloseTo(0.75, 8);
});
