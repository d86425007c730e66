/**
 * Reshape, transpose and split: the gradient goes back the way the numbers came.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { permuted, reshaped, type Tape } from './tape.ts';

/** The same numbers in another shape. */
export function reshape(tape: Tape, x: Value, shape: readonly number[]): Value {
  return tape.differentiate(reshaped(tape, x, shape), (gradient) => tape.add(x, reshaped(tape, gradient, x.shape)));
}

/** Axes in another order; the gradient's order is the inverse. */
export function transpose(tape: Tape, x: Value, perm: readonly number[]): Value {
  const inverse = perm.map((_, axis) => perm.indexOf(axis));
  return tape.differentiate(permuted(tape, x, perm), (gradient) => tape.add(x, permuted(tape, gradient, inverse)));
}

/**
 * Parts of equal size along the first axis, which is dropped: [n, …] → n × […]. All parts must be used.
 */
export function unstack(tape: Tape, x: Value): readonly Value[] {
  const [count, ...rest] = x.shape;
  const part = [1, ...rest];
  const parts = tape
    .ops(
      'Split',
      [x],
      Array.from({ length: count }, () => ({ shape: part })),
      { axis: 0 },
    )
    .map((one) => reshaped(tape, one, rest));
  // All users of all parts were added later than this, so their rules have run by then.
  tape.differentiate(parts[0], () => {
    const gradients = parts.map((one) => reshaped(tape, tape.gradient(one), part));
    tape.add(x, tape.op('Concat', gradients, x.shape, { axis: 0 }));
  });
  return parts;
}
