/**
 * Products of matrices.
 *
 *   Y = A B      ∂A = ∂Y Bᵀ,  ∂B = Aᵀ ∂Y
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { permuted, type Tape } from './tape.ts';

/** [n, k] · [k, m] */
export function matmul(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('MatMul', [a, b], [a.shape[0], b.shape[1]]), (gradient) => {
    tape.add(a, tape.op('Gemm', [gradient, b], a.shape, { transB: 1 }));
    tape.add(b, tape.op('Gemm', [a, gradient], b.shape, { transA: 1 }));
  });
}

/** [n, k] · [m, k]ᵀ */
export function matmulTransposed(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('Gemm', [a, b], [a.shape[0], b.shape[0]], { transB: 1 }), (gradient) => {
    tape.add(a, tape.op('MatMul', [gradient, b], a.shape));
    tape.add(b, tape.op('Gemm', [gradient, a], b.shape, { transA: 1 }));
  });
}

/** Many products at once: [c, n, k] · [c, k, m] */
export function batchedMatmul(tape: Tape, a: Value, b: Value): Value {
  return tape.differentiate(tape.op('MatMul', [a, b], [a.shape[0], a.shape[1], b.shape[2]]), (gradient) => {
    tape.add(a, tape.op('MatMul', [gradient, permuted(tape, b, [0, 2, 1])], a.shape));
    tape.add(b, tape.op('MatMul', [permuted(tape, a, [0, 2, 1]), gradient], b.shape));
  });
}

/** Many products at once: [c, n, k] · [c, m, k]ᵀ */
export function batchedMatmulTransposed(tape: Tape, a: Value, b: Value): Value {
  const product = tape.op('MatMul', [a, permuted(tape, b, [0, 2, 1])], [a.shape[0], a.shape[1], b.shape[1]]);
  return tape.differentiate(product, (gradient) => {
    tape.add(a, tape.op('MatMul', [gradient, b], a.shape));
    tape.add(b, tape.op('MatMul', [permuted(tape, gradient, [0, 2, 1]), a], b.shape));
  });
}
