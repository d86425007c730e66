/**
 * A step of the pocket transformer as a graph: a few new tokens of each text are read over what is cached of the tokens
 * before them. Every output is copied when it comes back, so the cache does not: only the new keys and values do.
 *
 * Equations: `@sente/pocket`, model/shape.ts, with weights from `fold`.
 * @module
 */
import { type ModelShape, NORM_EPSILON } from '@sente/pocket';
import { type Attributes, Graph, type Value } from '../graph/graph.ts';
import { foldedShapes } from './fold.ts';

/** Sizes of a step. */
export interface StepSize {
  /** Texts. */
  readonly slots: number;
  /** New tokens of each text. */
  readonly tokens: number;
  /** Places before the new tokens; 0: these are the first ones. */
  readonly span: number;
}

/**
 * Added to the scores of places that are not to be seen: e⁻⁶⁰ ≈ 1e-26 of the others' weight. With minus infinity, or
 * anything near it, exponents end among the subnormal numbers, with which processors are ten times slower.
 */
export const MASKED = -60;

/**
 * Inputs: `tokens` and `positions` [slots·tokens] and, with several tokens, `last` [slots], the row of each text's last token
 * among all new ones, of int32; `sharpness` [1], one over the temperature; the weights; with places before them `mask` [slots, 1,
 * 1, span], 0 or MASKED, `keys{l}` and `values{l}` [slots, heads, span, d].
 * Outputs: `projected` [slots·tokens, layers, 3, heads, d], queries, keys and values of the new tokens; of the token behind
 * each text's last one `logProbabilities` [slots, vocabulary] and, at the temperature, `chances` [slots, vocabulary].
 */
export function stepGraph(shape: ModelShape, size: StepSize): Uint8Array {
  const { layers, width, vocabulary } = shape;
  const rows = size.slots * size.tokens;
  const graph = new Graph();
  const op = (
    operator: string,
    inputs: readonly Value[],
    sizes: readonly number[],
    attributes: Attributes = {},
  ): Value => graph.node(operator, inputs, { shape: sizes }, attributes);
  const multiply = (a: Value, b: Value): Value => op('MatMul', [a, b], [...a.shape.slice(0, -1), b.shape.at(-1) ?? 1]);
  const weight = Object.fromEntries(
    Object.entries(foldedShapes(shape)).map(([name, sizes]) => [name, graph.input(name, sizes)]),
  );
  const ones = graph.constant(new Float32Array(width).fill(1), [width]);
  /** The runtime's own operator for five standard ones, which took three times as long. */
  const normed = (x: Value): Value =>
    op('SimplifiedLayerNormalization', [x, ones], x.shape, { axis: -1, epsilon: { float: NORM_EPSILON } });
  const attend = attention(graph, shape, size);
  const looked = (name: string, indices: string): Value =>
    op('Gather', [weight[name], graph.input(indices, [rows], 'int32')], [rows, width], { axis: 0 });

  let x = op('Add', [looked('embedding', 'tokens'), looked('position', 'positions')], [rows, width]);
  const projected: Value[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const at = `layer${layer}`;
    projected.push(multiply(normed(x), weight[`${at}.attention.in`]));
    x = op('Add', [x, multiply(attend(projected[layer], layer), weight[`${at}.attention.out`])], x.shape);
    const open = op('Relu', [multiply(normed(x), weight[`${at}.feed.up`])], [rows, 4 * width]);
    x = op('Add', [x, multiply(op('Mul', [open, open], open.shape), weight[`${at}.feed.down`])], x.shape);
  }
  graph.output('projected', op('Concat', projected, [rows, layers * 3 * width], { axis: 1 }));
  const isOne = size.tokens === 1;
  const last = isOne
    ? x
    : op('Gather', [x, graph.input('last', [size.slots], 'int32')], [size.slots, width], { axis: 0 });
  const logits = multiply(normed(last), weight.output);
  const sharpened = op('Mul', [logits, graph.input('sharpness', [1])], logits.shape);
  graph.output('logProbabilities', op('LogSoftmax', [logits], [size.slots, vocabulary], { axis: 1 }));
  graph.output('chances', op('Softmax', [sharpened], logits.shape, { axis: 1 }));
  return graph.toBytes();
}

/** Attention of one layer: from queries, keys and values [slots·tokens, 3·width] to [slots·tokens, width]. */
function attention(
  graph: Graph,
  { width, heads }: ModelShape,
  { slots, tokens, span }: StepSize,
): (projected: Value, layer: number) => Value {
  const d = width / heads;
  const op = (
    operator: string,
    inputs: readonly Value[],
    sizes: readonly number[],
    attributes: Attributes = {},
  ): Value => graph.node(operator, inputs, { shape: sizes }, attributes);
  const reshape = (a: Value, sizes: readonly number[]): Value => op('Reshape', [a, graph.list(sizes)], sizes);
  const transpose = (a: Value, perm: readonly number[]): Value =>
    op(
      'Transpose',
      [a],
      perm.map((axis) => a.shape[axis]),
      { perm },
    );
  const perHead = [slots, heads, tokens, d];
  const own = [slots, heads, tokens, tokens];
  const isOne = tokens === 1;
  const mask = span > 0 ? graph.input('mask', [slots, 1, 1, span]) : undefined;
  const future = (): Value =>
    graph.constant(
      Float32Array.from({ length: tokens * tokens }, (_, at) => (at % tokens > Math.floor(at / tokens) ? MASKED : 0)),
      [tokens, tokens],
    );

  const parts = (projected: Value): readonly Value[] => {
    // One token a text: each third of the row is its heads in order already.
    if (isOne) {
      const third = { shape: [slots, width] };
      return graph.nodes('Split', [projected], [third, third, third], { axis: 1 }).map((one) => reshape(one, perHead));
    }
    const turned = transpose(reshape(projected, [slots, tokens, 3, heads, d]), [2, 0, 3, 1, 4]);
    const part = { shape: [1, ...perHead] };
    return graph.nodes('Split', [turned], [part, part, part], { axis: 0 }).map((one) => reshape(one, perHead));
  };
  const joined = (mixed: Value): Value =>
    reshape(isOne ? mixed : transpose(mixed, [0, 2, 1, 3]), [slots * tokens, width]);

  return (projected, layer) => {
    const [queries, keys, values] = parts(projected);
    // A product of single numbers is no work for a matrix product.
    const toOwn = isOne
      ? op('ReduceSum', [op('Mul', [queries, keys], perHead), graph.list([3])], own, { keepdims: 1 })
      : op('Add', [op('MatMul', [queries, transpose(keys, [0, 1, 3, 2])], own), future()], own);
    const ofOwn = (chances: Value): Value => op(isOne ? 'Mul' : 'MatMul', [chances, values], perHead);
    if (!mask) return joined(ofOwn(op('Softmax', [toOwn], own, { axis: 3 })));
    const old = [slots, heads, tokens, span];
    const all = [slots, heads, tokens, span + tokens];
    const oldKeys = graph.input(`keys${layer}`, [slots, heads, span, d]);
    const oldValues = graph.input(`values${layer}`, [slots, heads, span, d]);
    const toOld = op('Add', [op('MatMul', [queries, transpose(oldKeys, [0, 1, 3, 2])], old), mask], old);
    const chances = op('Softmax', [op('Concat', [toOld, toOwn], all, { axis: 3 })], all, { axis: 3 });
    const [before, now] = graph.nodes(
      'Split',
      [chances, graph.list([span, tokens])],
      [{ shape: old }, { shape: own }],
      {
        axis: 3,
      },
    );
    return joined(op('Add', [op('MatMul', [before, oldValues], perHead), ofOwn(now)], perHead));
  };
}
