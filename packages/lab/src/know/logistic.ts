/**
 * Logistic regression with a ridge, by Newton's method: small tables of numbers, fitted in milliseconds.
 *
 * Source: le Cessie & van Houwelingen 1992, "Ridge estimators in logistic regression"; iteration: McCullagh & Nelder 1989,
 * "Generalized linear models", section 2.5.
 * @module
 */

/** A fitted model; numbers are put on one scale before they are weighed. JSON. */
interface Logistic {
  readonly means: readonly number[];
  readonly scales: readonly number[];
  /** The intercept first. */
  readonly weights: readonly number[];
}

/**
 * Fits weights that maximise log-likelihood less ridge/2 · their squares, the intercept left free.
 *
 * @param rows equally long lists of numbers, at least one
 * @param outcomes one for each row
 * @param ridge above 0
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  ridge: number,
): Logistic {
  const width = rows[0].length;
  const mean = (of: (row: readonly number[]) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const means = Array.from({ length: width }, (_, j) => mean((row) => row[j]));
  const scales = means.map((m, j) => Math.sqrt(mean((row) => (row[j] - m) ** 2)) || 1);
  const scaled = rows.map((row) => [1, ...row.map((value, j) => (value - means[j]) / scales[j])]);
  let weights = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight, j) => (j === 0 ? 0 : -ridge * weight));
    const curvature = weights.map((_, j) => weights.map((_, k) => (j === k && j > 0 ? ridge : j === k ? 1e-9 : 0)));
    for (const [i, row] of scaled.entries()) {
      const p = sigmoid(dot(row, weights));
      for (let j = 0; j <= width; j++) {
        gradient[j] += (Number(outcomes[i]) - p) * row[j];
        for (let k = 0; k <= j; k++) curvature[j][k] += p * (1 - p) * row[j] * row[k];
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, j) => weight + step[j]);
    if (step.every((change) => Math.abs(change) < 1e-9)) break;
  }
  return { means, scales, weights };
}

/** The chance of yes, 0 … 1. */
export function logisticChance({ means, scales, weights }: Logistic, row: readonly number[]): number {
  return sigmoid(dot([1, ...row.map((value, j) => (value - means[j]) / scales[j])], weights));
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Solves a symmetric positive definite system of which the lower half is given (Cholesky). */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower: number[][] = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j][k];
      for (let i = 0; i < k; i++) sum -= lower[j][i] * lower[k][i];
      lower[j][k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[k][k];
    }
  }
  const half: number[] = [];
  for (let j = 0; j < n; j++) half[j] = (right[j] - dot(lower[j].slice(0, j), half)) / lower[j][j];
  const solution = new Array<number>(n).fill(0);
  for (let j = n - 1; j >= 0; j--) {
    let sum = half[j];
    for (let k = j + 1; k < n; k++) sum -= lower[k][j] * solution[k];
    solution[j] = sum / lower[j][j];
  }
  return solution;
}
