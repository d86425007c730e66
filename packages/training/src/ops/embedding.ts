/**
 * Rows of a table by number.
 *
 *   y_i = E[t_i]         ∂E[t] = Σ_{i: t_i = t} ∂y_i
 *
 * The sum over rows is the one gradient that is not taken in the graph: `ScatterND` with a sum loses additions when two
 * threads meet in a row, and a product with a one-hot matrix costs a tenth of a training step.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** Table [size, width], numbers [n] of int64: [n, width], at which the graph's gradient ends. */
export function embedding(tape: Tape, table: Value, numbers: Value): Value {
  return tape.op('Gather', [table, numbers], [numbers.shape[0], table.shape[1]], { axis: 0 });
}

/** Adds the gradient of the rows [n, width] that were looked up to the table's, in place. */
export function addRows(table: Float32Array, numbers: ArrayLike<number>, rows: Float32Array): void {
  const width = rows.length / numbers.length;
  for (let row = 0; row < numbers.length; row++) {
    const from = row * width;
    const to = numbers[row] * width;
    for (let i = 0; i < width; i++) table[to + i] += rows[from + i];
  }
}
