/**
 * Sums over one axis, and arrays side by side.
 *
 *   y = Σ_k x_k                ∂x_k = ∂y
 *   y = [a, b]                 ∂a, ∂b: their parts of ∂y
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { reshaped, summed, type Tape } from './tape.ts';

/** Sums over an axis, which is left out of the shape. */
export function sum(tape: Tape, x: Value, axis: number): Value {
  return tape.differentiate(summed(tape, x, [axis]), (gradient) => {
    const kept = x.shape.map((size, at) => (at === axis ? 1 : size));
    const shape = tape.graph.list(x.shape);
    tape.add(x, tape.op('Expand', [reshaped(tape, gradient, kept), shape], x.shape));
  });
}

/** [n, a] and [n, b]: [n, a + b]. */
export function sideBySide(tape: Tape, a: Value, b: Value): Value {
  const shape = [a.shape[0], a.shape[1] + b.shape[1]];
  return tape.differentiate(tape.op('Concat', [a, b], shape, { axis: 1 }), (gradient) => {
    const { graph } = tape;
    const part = (from: number, to: number, of: Value): Value =>
      tape.op('Slice', [gradient, graph.list([from]), graph.list([to]), graph.list([1])], of.shape);
    tape.add(a, part(0, a.shape[1], a));
    tape.add(b, part(a.shape[1], shape[1], b));
  });
}
