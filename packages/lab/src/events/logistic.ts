/**
 * Logistic regression with a ridge, by Newton's method: for a handful of numbers and a few dozen examples.
 *
 * Source: Hastie, Tibshirani & Friedman 2009, "The Elements of Statistical Learning", sections 4.4.1 and 4.4.4; le Cessie
 * & van Houwelingen 1992 for the ridge. The bias carries no penalty worth speaking of.
 * @module
 */

/** Keeps the bias finite where all examples have one label. */
const BIAS_RIDGE = 1e-3;

/** One example. */
export interface Example {
  /** As many numbers as every other example has. */
  readonly signs: ArrayLike<number>;
  readonly isWelcome: boolean;
}

/** Weights, then the bias: minimises Σ log loss + ridge/2 · |weights|². `width`: numbers in an example. */
export function fitLogistic(examples: readonly Example[], width: number, ridge: number, steps = 25): Float64Array {
  const size = width + 1;
  const theta = new Float64Array(size);
  const row = new Float64Array(size).fill(1);
  for (let step = 0; step < steps; step++) {
    const gradient = Float64Array.from(theta, (value, j) => value * (j < width ? ridge : BIAS_RIDGE));
    const hessian = Array.from({ length: size }, (_, j) => {
      const line = new Float64Array(size);
      line[j] = j < width ? ridge : BIAS_RIDGE;
      return line;
    });
    for (const { signs, isWelcome } of examples) {
      row.set(signs);
      let odds = 0;
      for (let j = 0; j < size; j++) odds += theta[j] * row[j];
      const chance = 1 / (1 + Math.exp(-odds));
      const off = chance - Number(isWelcome);
      const spread = chance * (1 - chance);
      for (let j = 0; j < size; j++) {
        gradient[j] += off * row[j];
        for (let k = 0; k < size; k++) hessian[j][k] += spread * row[j] * row[k];
      }
    }
    const move = solve(hessian, gradient);
    for (let j = 0; j < size; j++) theta[j] -= move[j];
    if (move.every((value) => Math.abs(value) < 1e-9)) break;
  }
  return theta;
}

/** Solves A x = b for a positive definite A, by elimination; A is used up. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  const size = x.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column < size; column++) matrix[row][column] -= factor * matrix[pivot][column];
      x[row] -= factor * x[pivot];
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) x[row] -= matrix[row][column] * x[column];
    x[row] /= matrix[row][row];
  }
  return x;
}
