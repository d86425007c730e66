/**
 * Sums and products, number by number.
 *
 *   y = a + b            ∂a = ∂y,  ∂b = ∂y, summed over what was broadcast
 *   y = a ⊙ b            ∂a = b ⊙ ∂y,  ∂b = a ⊙ ∂y, summed likewise
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { reshaped, summed, type Tape } from './tape.ts';

/** Sum; `b` may lack leading axes of `a`, or have size 1 along some, over which it is then repeated. */
export function add(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('Add', [a, b], a.shape), (gradient) => {
    tape.add(a, gradient);
    tape.add(b, gathered(tape, gradient, b));
  });
}

/** Product; `b` may be smaller, as in `add`. */
export function multiply(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('Mul', [a, b], a.shape), (gradient) => {
    tape.add(a, tape.op('Mul', [gradient, b], a.shape));
    tape.add(b, gathered(tape, tape.op('Mul', [gradient, a], a.shape), b));
  });
}

/** Sums over the axes along which `b` was repeated. */
function gathered(tape: Tape, gradient: Value, b: Value): Value {
  const extra = gradient.shape.length - b.shape.length;
  const axes = gradient.shape.flatMap((size, axis) =>
    axis < extra || (b.shape[axis - extra] === 1 && size > 1) ? [axis] : [],
  );
  return axes.length === 0 ? gradient : reshaped(tape, summed(tape, gradient, axes), b.shape);
}
