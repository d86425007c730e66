/**
 * Softmax over the last axis.
 *
 *   p = softmax(s)       ∂s = p ⊙ ∂p − p · Σ(p ⊙ ∂p)
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** Any shape; the last axis sums to 1. */
export function softmax(tape: Tape, scores: Value): Value {
  const last = scores.shape.length - 1;
  const chances = tape.op('Softmax', [scores], scores.shape, { axis: last });
  return tape.differentiate(chances, (gradient) => {
    const weighted = tape.op('Mul', [chances, gradient], scores.shape);
    const column = [...scores.shape.slice(0, last), 1];
    const sum = tape.op('ReduceSum', [weighted, tape.graph.list([last])], column, { keepdims: 1 });
    tape.add(scores, tape.op('Sub', [weighted, tape.op('Mul', [chances, sum], scores.shape)], scores.shape));
  });
}
