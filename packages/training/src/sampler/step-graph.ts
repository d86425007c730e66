/**
 * One decoding step of the pocket transformer as a graph: a few new tokens of each text are read over what is cached of
 * the tokens before them; only the new keys and values come back, since every output is copied.
 *
 * Equations: `@sente/pocket`, model/shape.ts.
 * @module
 */
import { type ModelShape, NORM_EPSILON, weightShapes } from '@sente/pocket';
import { Graph, type Value } from '../graph/graph.ts';

/** Sizes of a step. */
export interface StepSize {
  /** Texts. */
  readonly slots: number;
  /** New tokens of each text. */
  readonly tokens: number;
}

/**
 * Inputs: `tokens` and `positions` [slots·tokens], `mask` [slots, 1, tokens, context + tokens] (0 or −1e9, added to the
 * scores: cached places first, then the new ones), `keys{l}` [slots, heads, d, context], `values{l}` [slots, heads,
 * context, d], the weights, and with several tokens `last` [slots], the row of each text's last token among all new ones.
 * Outputs: `logits` [slots, vocabulary], `newKeys{l}` and `newValues{l}` [slots, heads, tokens, d].
 */
export function stepGraph(shape: ModelShape, { slots, tokens: count }: StepSize): Uint8Array {
  const { layers, width, heads, context, vocabulary } = shape;
  const d = width / heads;
  const rows = slots * count;
  const graph = new Graph();
  const tokens = graph.input('tokens', [rows], 'int64');
  const positions = graph.input('positions', [rows], 'int64');
  const mask = graph.input('mask', [slots, 1, count, context + count]);
  const weight = Object.fromEntries(
    Object.entries(weightShapes(shape)).map(([name, sizes]) => [name, graph.input(name, sizes)]),
  );
  const op = (operator: string, inputs: readonly Value[], sizes: readonly number[], attributes = {}): Value =>
    graph.node(operator, inputs, { shape: sizes }, attributes);
  const multiply = (a: Value, b: Value): Value => op('MatMul', [a, b], [...a.shape.slice(0, -1), b.shape.at(-1) ?? 1]);
  const reshape = (a: Value, sizes: readonly number[]): Value => op('Reshape', [a, graph.list(sizes)], sizes);
  const transpose = (a: Value, perm: readonly number[]): Value =>
    op(
      'Transpose',
      [a],
      perm.map((axis) => a.shape[axis]),
      { perm },
    );
  const norm = (x: Value, gain: Value): Value => {
    const column = [x.shape[0], 1];
    const square = op('ReduceMean', [op('Mul', [x, x], x.shape)], column, { axes: [1], keepdims: 1 });
    const root = op('Sqrt', [op('Add', [square, graph.scalar(NORM_EPSILON)], column)], column);
    return op('Mul', [op('Div', [x, root], x.shape), gain], x.shape);
  };

  let x = op(
    'Add',
    [
      op('Gather', [weight.embedding, tokens], [rows, width], { axis: 0 }),
      op('Gather', [weight.position, positions], [rows, width], { axis: 0 }),
    ],
    [rows, width],
  );
  for (let layer = 0; layer < layers; layer++) {
    const at = `layer${layer}`;
    const projected = multiply(norm(x, weight[`${at}.attention.norm`]), weight[`${at}.attention.in`]);
    const parts = transpose(reshape(projected, [slots, count, 3, heads, d]), [2, 0, 3, 1, 4]);
    const part = { shape: [1, slots, heads, count, d] };
    const [q, k, v] = graph
      .nodes('Split', [parts], [part, part, part], { axis: 0 })
      .map((one) => reshape(one, [slots, heads, count, d]));
    const queries = op('Mul', [q, graph.scalar(1 / Math.sqrt(d))], q.shape);
    const keys = graph.input(`keys${layer}`, [slots, heads, d, context]);
    const values = graph.input(`values${layer}`, [slots, heads, context, d]);
    const all = [slots, heads, count, context + count];
    const scores = op('Concat', [multiply(queries, keys), multiply(queries, transpose(k, [0, 1, 3, 2]))], all, {
      axis: 3,
    });
    const attention = op('Softmax', [op('Add', [scores, mask], all)], all, { axis: 3 });
    const [old, own] = graph.nodes(
      'Split',
      [attention, graph.list([context, count])],
      [{ shape: [slots, heads, count, context] }, { shape: [slots, heads, count, count] }],
      { axis: 3 },
    );
    const mixed = op('Add', [multiply(old, values), multiply(own, v)], [slots, heads, count, d]);
    const joined = reshape(transpose(mixed, [0, 2, 1, 3]), [rows, width]);
    x = op('Add', [x, multiply(joined, weight[`${at}.attention.out`])], x.shape);
    const up = multiply(norm(x, weight[`${at}.feed.norm`]), weight[`${at}.feed.up`]);
    const open = op('Relu', [up], up.shape);
    x = op('Add', [x, multiply(op('Mul', [open, open], open.shape), weight[`${at}.feed.down`])], x.shape);
    graph.output(`newKeys${layer}`, k);
    graph.output(`newValues${layer}`, v);
  }
  const last = count === 1 ? x : op('Gather', [x, graph.input('last', [slots], 'int64')], [slots, width], { axis: 0 });
  graph.output('logits', op('Gemm', [norm(last, weight.norm), weight.embedding], [slots, vocabulary], { transB: 1 }));
  return graph.toBytes();
}
