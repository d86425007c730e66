/**
 * The policy network with its derivatives, as one graph over a batch of states. Equations: `@sente/pocket`,
 * policy/graph-policy.ts.
 * @module
 */
import { type GraphPolicyShape, LISTING, policyWeightShapes, STATISTICS } from '@sente/pocket';
import type { Value } from '../graph/graph.ts';
import { add, multiply } from '../ops/elementwise.ts';
import { reshape } from '../ops/layout.ts';
import { matmul } from '../ops/matmul.ts';
import { relu } from '../ops/relu.ts';
import { sideBySide, sum } from '../ops/sum.ts';
import { Tape } from '../ops/tape.ts';
import type { RecordSize } from './records.ts';

/** The graph, before anything is declared an output. */
export interface PolicyNetwork {
  readonly tape: Tape;
  /** Q of every act, [states, acts]. */
  readonly values: Value;
  readonly weights: Readonly<Record<string, Value>>;
}

/** Inputs: the arrays of a `RecordBatch` by name, and the weights by theirs. */
export function policyNetwork(shape: GraphPolicyShape, states: number, size: RecordSize): PolicyNetwork {
  const { acts, cells, neighbours } = size;
  const rows = states * cells;
  const tape = new Tape();
  const { graph } = tape;
  const statistics = graph.input('statistics', [rows, STATISTICS]);
  const shares = graph.input('shares', [rows, neighbours]);
  const chances = graph.input('chances', [states, acts, cells]);
  const now = graph.input('now', [states, acts]);
  const weights = Object.fromEntries(
    Object.entries(policyWeightShapes(shape)).map(([name, sizes]) => [name, graph.input(name, sizes)]),
  );
  // 4 s (1 − s)
  const square = tape.op('Mul', [shares, shares], shares.shape);
  const even = tape.op('Mul', [tape.op('Sub', [shares, square], shares.shape), graph.scalar(4)], shares.shape);
  const column = (value: Value): Value =>
    tape.op('Reshape', [value, graph.list([rows * neighbours, 1])], [rows * neighbours, 1]);
  const pairs = tape.op('Concat', [column(shares), column(even)], [rows * neighbours, 2], { axis: 1 });
  const sent = relu(tape, matmul(tape, pairs, weights.message));
  const heard = sum(tape, reshape(tape, sent, [rows, neighbours, shape.message]), 1);
  const hidden = relu(
    tape,
    add(tape, matmul(tape, sideBySide(tape, statistics, heard), weights.first), weights['first.bias']),
  );
  const inner = relu(tape, add(tape, matmul(tape, hidden, weights.second), weights['second.bias']));
  const more = add(tape, matmul(tape, inner, weights.out), weights['out.bias']);
  const bounds = [LISTING, LISTING + 1, 1].map((one) => graph.list([one]));
  const listing = tape.op('Slice', [statistics, ...bounds], [rows, 1]);
  const worth = reshape(tape, add(tape, more, listing), [states, 1, cells]);
  const values = add(tape, sum(tape, multiply(tape, chances, worth), 2), now);
  return { tape, values, weights };
}
