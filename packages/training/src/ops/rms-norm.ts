/**
 * Root-mean-square norm over the last axis, without its gain.
 *
 *   u = x / r,  r = √(mean(x²) + ε)         ∂x = (∂u − u · mean(∂u ⊙ u)) / r
 *
 * The gain g belongs to the matrix behind the norm, (g ⊙ u) W = u (g ⊙ W), whose entries are few beside the numbers that
 * are normed.
 *
 * Source: Zhang & Sennrich 2019, "Root Mean Square Layer Normalization", arXiv 1910.07467, equation 4.
 * @module
 */
import { NORM_EPSILON } from '@sente/pocket';
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** [n, width] */
export function rmsNorm(tape: Tape, x: Value): Value {
  const column = [x.shape[0], 1];
  const mean = (value: Value): Value => tape.op('ReduceMean', [value], column, { axes: [1], keepdims: 1 });
  const square = mean(tape.op('Mul', [x, x], x.shape));
  const root = tape.op('Sqrt', [tape.op('Add', [square, tape.graph.scalar(NORM_EPSILON)], column)], column);
  const inverse = tape.op('Reciprocal', [root], column);
  const unit = tape.op('Mul', [x, inverse], x.shape);
  return tape.differentiate(unit, (gradient) => {
    const along = mean(tape.op('Mul', [gradient, unit], x.shape));
    const across = tape.op('Sub', [gradient, tape.op('Mul', [unit, along], x.shape)], x.shape);
    tape.add(x, tape.op('Mul', [across, inverse], x.shape));
  });
}
