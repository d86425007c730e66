/**
 * Conditional logit (McFadden 1974): the chance that a user picks item i out of a set is exp(θ·x_i) / Σ exp(θ·x_j).
 * Fitted by maximum likelihood with a small ridge, by Newton's method on standardised numbers; the problem is concave.
 * @module
 */

/** One user's choices. */
export interface ChoiceSet {
  /** Numbers of the items to choose from, `width` per item. */
  readonly numbers: Float64Array;
  /** Positions, among those items, of what was chosen. */
  readonly chosen: readonly number[];
}

/** Fits θ. Deterministic. `ridge` is per choice, on standardised numbers. A number that is the same everywhere weighs 0; so do all, without a choice. */
export function fitConditionalLogit(sets: readonly ChoiceSet[], width: number, ridge = 1e-4, steps = 25): Float64Array {
  let theta = new Float64Array(width);
  let total = 0;
  for (const { chosen } of sets) total += chosen.length;
  if (total === 0) return theta;
  const scale = deviations(sets, width);
  for (let step = 0; step < steps; step++) {
    const { gradient, hessian } = derivatives(sets, width, theta, scale);
    for (let a = 0; a < width; a++) {
      gradient[a] -= ridge * total * theta[a];
      hessian[a * width + a] += ridge * total;
    }
    const move = solve(hessian, gradient);
    // A Newton step of more than one standard deviation in any number is shortened: far off, curvature misleads.
    const longest = move.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    const length = Math.min(1, 1 / longest);
    theta = theta.map((value, a) => value + length * move[a]);
    if (longest < 1e-6) break;
  }
  return theta.map((value, a) => value / scale[a]);
}

/** Standard deviation of each number; infinity for one that is the same everywhere, up to rounding. */
function deviations(sets: readonly ChoiceSet[], width: number): Float64Array {
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  let count = 0;
  for (const { numbers } of sets) {
    count += numbers.length / width;
    for (let k = 0; k < numbers.length; k++) {
      mean[k % width] += numbers[k];
      square[k % width] += numbers[k] * numbers[k];
    }
  }
  return mean.map((sum, a) => {
    const variance = square[a] / count - (sum / count) ** 2;
    return variance > (1e-9 * square[a]) / count ? Math.sqrt(variance) : Number.POSITIVE_INFINITY;
  });
}

/** Gradient of the log-likelihood and negative Hessian, in standardised units. */
function derivatives(
  sets: readonly ChoiceSet[],
  width: number,
  theta: Float64Array,
  scale: Float64Array,
): { gradient: Float64Array; hessian: Float64Array } {
  const gradient = new Float64Array(width);
  const hessian = new Float64Array(width * width);
  const first = new Float64Array(width);
  const second = new Float64Array(width * width);
  for (const { numbers, chosen } of sets) {
    const items = numbers.length / width;
    first.fill(0);
    second.fill(0);
    const logits = new Float64Array(items);
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < items; i++) {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += (theta[a] * numbers[i * width + a]) / scale[a];
      logits[i] = sum;
      highest = Math.max(highest, sum);
    }
    let total = 0;
    for (let i = 0; i < items; i++) {
      const weight = Math.exp(logits[i] - highest);
      total += weight;
      for (let a = 0; a < width; a++) {
        const x = (weight * numbers[i * width + a]) / scale[a];
        first[a] += x;
        for (let b = 0; b <= a; b++) second[a * width + b] += (x * numbers[i * width + b]) / scale[b];
      }
    }
    const n = chosen.length;
    for (let a = 0; a < width; a++) {
      for (const i of chosen) gradient[a] += numbers[i * width + a] / scale[a];
      gradient[a] -= (n * first[a]) / total;
      for (let b = 0; b <= a; b++) {
        const curve = n * (second[a * width + b] / total - (first[a] * first[b]) / total / total);
        hessian[a * width + b] += curve;
        if (a !== b) hessian[b * width + a] += curve;
      }
    }
  }
  return { gradient, hessian };
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const a = matrix.slice();
  const x = right.slice();
  for (let k = 0; k < n; k++) {
    for (let row = k + 1; row < n; row++) {
      const factor = a[row * n + k] / a[k * n + k];
      for (let column = k; column < n; column++) a[row * n + column] -= factor * a[k * n + column];
      x[row] -= factor * x[k];
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let column = k + 1; column < n; column++) x[k] -= a[k * n + column] * x[column];
    x[k] /= a[k * n + k];
  }
  return x;
}
