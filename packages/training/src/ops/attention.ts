/**
 * Causal attention: each place mixes the values of itself and the places before it.
 *
 *   p = softmax(q kᵀ / √d),  o = p v
 *   ∂v = pᵀ ∂o,   ∂s = p ⊙ (∂o vᵀ − rowsum(∂o ⊙ o)),   ∂q = ∂s k / √d,   ∂k = ∂sᵀ q / √d
 *
 * The row sum of p ⊙ ∂p, which softmax's derivative asks for, is that of ∂o ⊙ o, which is far smaller.
 *
 * Source: Vaswani et al. 2017, "Attention Is All You Need", equation 1; Dao et al. 2022, "FlashAttention", arXiv
 * 2205.14135, appendix B.2, for the row sum.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import { permuted, type Tape } from './tape.ts';

/**
 * Added to the scores of places still to come, e⁻⁶⁰ ≈ 1e-26 of the others' weight, before their weights are set to 0. With
 * minus infinity, or anything near it, exponents end among the subnormal numbers, with which processors are ten times slower.
 */
const MASKED = -60;

/** Queries, keys and values [n, length, d]: [n, length, d]. */
export function causalAttention(tape: Tape, queries: Value, keys: Value, values: Value): Value {
  const [count, length, d] = queries.shape;
  const square = [count, length, length];
  const swapped = (value: Value): Value => permuted(tape, value, [0, 2, 1]);
  const future = tape.graph.constant(
    Float32Array.from({ length: length * length }, (_, at) => (at % length > Math.floor(at / length) ? MASKED : 0)),
    [length, length],
  );
  const factor = tape.graph.scalar(1 / Math.sqrt(d));
  const scaled = tape.op('Mul', [queries, factor], queries.shape);
  const scores = tape.op('Add', [tape.op('MatMul', [scaled, swapped(keys)], square), future], square);
  const chances = tape.op('Trilu', [tape.op('Softmax', [scores], square, { axis: 2 })], square, { upper: 0 });
  const mixed = tape.op('MatMul', [chances, values], values.shape);
  return tape.differentiate(mixed, (gradient) => {
    tape.add(values, tape.op('MatMul', [swapped(chances), gradient], values.shape));
    const ofChances = tape.op('MatMul', [gradient, swapped(values)], square);
    const along = tape.op(
      'ReduceSum',
      [tape.op('Mul', [gradient, mixed], mixed.shape), tape.graph.list([2])],
      [count, length, 1],
      { keepdims: 1 },
    );
    const ofScores = tape.op('Mul', [chances, tape.op('Sub', [ofChances, along], square)], square);
    tape.add(queries, tape.op('Mul', [tape.op('MatMul', [ofScores, keys], keys.shape), factor], keys.shape));
    tape.add(keys, tape.op('MatMul', [swapped(ofScores), scaled], keys.shape));
  });
}
