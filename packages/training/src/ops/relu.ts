/**
 * What is above 0.
 *
 *   y = max(x, 0)        ∂x = ∂y where x > 0, else 0
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** Number by number. */
export function relu(tape: Tape, x: Value): Value {
  const y = tape.op('Relu', [x], x.shape);
  return tape.differentiate(y, (gradient) => {
    tape.add(x, tape.op('Mul', [gradient, tape.op('Sign', [y], x.shape)], x.shape));
  });
}
