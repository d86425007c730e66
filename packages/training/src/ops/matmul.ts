/**
 * Products of matrices.
 *
 *   Y = A B      ∂A = ∂Y Bᵀ,  ∂B = Aᵀ ∂Y
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

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
