/**
 * AdamW over one array of weights.
 *
 *   m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²
 *   θ ← θ − η (m̂ / (√v̂ + ε) + λθ),   m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
 *
 * Source: Loshchilov & Hutter 2019, "Decoupled Weight Decay Regularization", arXiv 1711.05101, algorithm 2.
 * @module
 */

const BETA_1 = 0.9;
const BETA_2 = 0.95;
const EPSILON = 1e-8;

/** Moments of one array. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** What a step needs beside weights and gradient. */
export interface AdamWStep {
  /** Steps taken, this one included; from 1. */
  readonly step: number;
  /** η */
  readonly rate: number;
  /** λ */
  readonly decay: number;
  /** The gradient is multiplied by this first. */
  readonly scale: number;
}

/** Takes a step: changes weights and moments in place. All arrays have the same length. */
export function adamW(
  weights: Float32Array,
  gradient: Float32Array,
  { first, second }: Moments,
  { step, rate, decay, scale }: AdamWStep,
): void {
  const unbias1 = 1 / (1 - BETA_1 ** step);
  const unbias2 = 1 / (1 - BETA_2 ** step);
  for (let at = 0; at < weights.length; at++) {
    const g = gradient[at] * scale;
    const m = BETA_1 * first[at] + (1 - BETA_1) * g;
    const v = BETA_2 * second[at] + (1 - BETA_2) * g * g;
    first[at] = m;
    second[at] = v;
    weights[at] -= rate * ((m * unbias1) / (Math.sqrt(v * unbias2) + EPSILON) + decay * weights[at]);
  }
}
