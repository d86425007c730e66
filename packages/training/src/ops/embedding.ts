/**
 * Rows of a table by number.
 *
 *   y_i = E[t_i]         ∂E = onehot(t)ᵀ ∂y
 *
 * The gradient is a product with a one-hot matrix: with a vocabulary of a few hundred words it costs little, and it is the
 * same on every run; `ScatterND` with a sum loses additions when two threads meet in a row.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** Table [size, width], numbers [n] of int64: [n, width]. */
export function embedding(tape: Tape, table: Value, numbers: Value): Value {
  const [size, width] = table.shape;
  const rows = tape.op('Gather', [table, numbers], [numbers.shape[0], width], { axis: 0 });
  return tape.differentiate(rows, (gradient) => {
    tape.add(table, tape.op('Gemm', [oneHot(tape, numbers, size), gradient], table.shape, { transA: 1 }));
  });
}

/** [n] of int64: [n, size], 1 in the place of the number. Rows of the identity: `OneHot` itself is four times slower. */
function oneHot(tape: Tape, numbers: Value, size: number): Value {
  const identity = Float32Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  const table = tape.graph.constant(identity, [size, size]);
  return tape.op('Gather', [table, numbers], [numbers.shape[0], size], { axis: 0 });
}
