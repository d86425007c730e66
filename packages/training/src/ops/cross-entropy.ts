/**
 * The weighted log-likelihood of tokens, which serves cross-entropy and policy gradients alike.
 *
 *   L = Σ_i w_i (−log p_i[t_i]),  p_i = softmax(z_i)        ∂z_i = w_i (p_i − onehot(t_i))
 *
 * Source: Williams 1992, "Simple statistical gradient-following algorithms", for w_i an advantage.
 * @module
 */
import type { Value } from '../graph/graph.ts';
import type { Tape } from './tape.ts';

/** What comes of it. */
export interface LogLikelihood {
  /** log p_i[t_i], in nats: [n]. */
  readonly logProbabilities: Value;
  /** log p_i of the whole vocabulary: [n, vocabulary]. */
  readonly all: Value;
}

/**
 * Logits [n, vocabulary], targets [n] of int64, weights [n]. The last operator of a graph: it starts the gradient of L,
 * which itself is not computed.
 */
export function logLikelihood(tape: Tape, logits: Value, targets: Value, weights?: Value): LogLikelihood {
  const [count] = logits.shape;
  const all = tape.op('LogSoftmax', [logits], logits.shape, { axis: 1 });
  const column = tape.graph.node('Reshape', [targets, tape.graph.list([count, 1])], {
    shape: [count, 1],
    element: 'int64',
  });
  const found = tape.op('GatherElements', [all, column], [count, 1], { axis: 1 });
  const logProbabilities = tape.op('Reshape', [found, tape.graph.list([count])], [count]);
  if (weights) {
    // w p everywhere, then w (p − 1) in the one place of each row that is the target's: no array of zeros and ones is made.
    const each = tape.op('Reshape', [weights, tape.graph.list([count, 1])], [count, 1]);
    const everywhere = tape.op('Mul', [tape.op('Exp', [all], logits.shape), each], logits.shape);
    const less = tape.op('Sub', [tape.op('Exp', [found], [count, 1]), tape.graph.scalar(1)], [count, 1]);
    const there = tape.op('Mul', [less, each], [count, 1]);
    tape.add(logits, tape.op('ScatterElements', [everywhere, column, there], logits.shape, { axis: 1 }));
  }
  return { logProbabilities, all };
}
