/**
 * A belief that is taken to be surer, or less sure, than it says.
 *
 *   w_k ← w_k^e / Σ_j w_j^e
 *
 * Source: temperature scaling with e = 1/T, Guo et al. 2017, "On Calibration of Modern Neural Networks", arXiv 1706.04599; there
 * T is chosen by likelihood, here e by R\* of conversations.
 * @module
 */
import type { StateGraph } from './state-graph.ts';

/** The state with its belief raised to `exponent` (above 0); the order of candidates stays. */
export function sharpened(state: StateGraph, exponent: number): StateGraph {
  if (exponent === 1) return state;
  const { weights, count } = state;
  const raised = Float64Array.from({ length: count }, (_, k) => weights[k] ** exponent);
  const total = raised.reduce((sum, weight) => sum + weight, 0);
  return { ...state, weights: raised.map((weight) => weight / total) };
}
