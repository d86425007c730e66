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

/** [n] of int64: [n, size], 1 in the place of the number. */
export function oneHot(tape: Tape, numbers: Value, size: number): Value {
  const values = tape.graph.constant(Float32Array.of(0, 1), [2]);
  return tape.op('OneHot', [numbers, tape.graph.list([size]), values], [numbers.shape[0], size], { axis: 1 });
}
