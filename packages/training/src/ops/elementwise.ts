/**
 * Sums, scaling and the squared ReLU, number by number.
 *
 *   y = a + b            ∂a = ∂y,  ∂b = ∂y, summed over what was broadcast
 *   y = c x              ∂x = c ∂y
 *   y = relu(x)²         ∂x = 2 relu(x) ∂y        (So et al. 2021, arXiv 2109.08668)
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { summed, type Tape } from './tape.ts';

/** Sum; `b` may lack leading axes of `a`, over which it is then repeated. */
export function add(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('Add', [a, b], a.shape), (gradient) => {
    tape.add(a, gradient);
    const extra = a.shape.length - b.shape.length;
    const axes = Array.from({ length: extra }, (_, axis) => axis);
    tape.add(b, extra === 0 ? gradient : summed(tape, gradient, axes));
  });
}

/** A fixed array added, such as a mask: it has no gradient. */
export function addFixed(tape: Tape, a: Value, fixed: Value): Value {
  return tape.differentiate(tape.op('Add', [a, fixed], a.shape), (gradient) => tape.add(a, gradient));
}

/** Every number times `factor`. */
export function scale(tape: Tape, x: Value, factor: number): Value {
  const by = tape.graph.scalar(factor);
  return tape.differentiate(tape.op('Mul', [x, by], x.shape), (gradient) => {
    tape.add(x, tape.op('Mul', [gradient, by], x.shape));
  });
}

/** relu(x)² */
export function squaredRelu(tape: Tape, x: Value): Value {
  const open = tape.op('Relu', [x], x.shape);
  return tape.differentiate(tape.op('Mul', [open, open], x.shape), (gradient) => {
    const twice = tape.op('Mul', [open, tape.graph.scalar(2)], x.shape);
    tape.add(x, tape.op('Mul', [gradient, twice], x.shape));
  });
}
