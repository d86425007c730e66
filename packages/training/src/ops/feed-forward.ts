/**
 * The inside of the feed-forward layer: a squared ReLU and the product behind it.
 *
 *   y = relu(x)² W       ∂W = (relu(x)²)ᵀ ∂y,   ∂x = relu(x) ⊙ (2 ∂y Wᵀ)
 *
 * They are one operator because the product takes the factor 2 for nothing, and the numbers inside are the model's most.
 *
 * Source: So et al. 2021, "Primer", arXiv 2109.08668, section 4.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** [n, inner] and a matrix [inner, width]: [n, width]. */
export function squaredReluProduct(tape: Tape, x: Value, matrix: Value): Value {
  const open = tape.op('Relu', [x], x.shape);
  const squared = tape.op('Mul', [open, open], x.shape);
  return tape.differentiate(tape.op('MatMul', [squared, matrix], [x.shape[0], matrix.shape[1]]), (gradient) => {
    tape.add(matrix, tape.op('Gemm', [squared, gradient], matrix.shape, { transA: 1 }));
    const twice = tape.op('Gemm', [gradient, matrix], x.shape, { transB: 1, alpha: { float: 2 } });
    tape.add(x, tape.op('Mul', [twice, open], x.shape));
  });
}
