/**
 * The pocket transformer with its derivatives, as one graph over a batch of texts.
 *
 * Equations: `@sente/pocket`, model/shape.ts.
 * @module
 */
import { type ModelShape, weightShapes } from '@sente/pocket';
import type { Value } from '../graph/graph.ts';
import { causalAttention } from '../ops/attention.ts';
import { type LogLikelihood, logLikelihood } from '../ops/cross-entropy.ts';
import { add, multiply } from '../ops/elementwise.ts';
import { embedding } from '../ops/embedding.ts';
import { squaredReluProduct } from '../ops/feed-forward.ts';
import { reshape, transpose, unstack } from '../ops/layout.ts';
import { matmul, matmulTransposed } from '../ops/matmul.ts';
import { rmsNorm } from '../ops/rms-norm.ts';
import { Tape } from '../ops/tape.ts';

/** Sizes of a batch. */
export interface BatchSize {
  readonly batch: number;
  /** Tokens of a text; at most the model's context. */
  readonly length: number;
}

/** The graph, before anything is declared an output. */
export interface Transformer extends LogLikelihood {
  readonly tape: Tape;
  /** [batch·length, vocabulary] */
  readonly logits: Value;
  /** By name, as in `weightShapes`; of `position` only the first `length` rows. */
  readonly weights: Readonly<Record<string, Value>>;
  /** Rows of the embedding by token, [batch·length, width]: the gradient of the embedding is its own and `addRows` of theirs. */
  readonly words: Value;
}

/** Shapes of the weights as a graph over texts of `length` tokens takes them. */
export function graphWeightShapes(shape: ModelShape, length: number): Record<string, readonly number[]> {
  return { ...weightShapes(shape), position: [length, shape.width] };
}

/**
 * Inputs: `tokens`, `targets` [batch·length] of int64, `weights` [batch·length] when it is to be trained, and the model's
 * weights by name.
 */
export function transformer(shape: ModelShape, size: BatchSize, trained: boolean): Transformer {
  const rows = size.batch * size.length;
  const tape = new Tape();
  const { graph } = tape;
  const tokens = graph.input('tokens', [rows], 'int64');
  const targets = graph.input('targets', [rows], 'int64');
  const each = trained ? graph.input('weights', [rows]) : undefined;
  const weights = Object.fromEntries(
    Object.entries(graphWeightShapes(shape, size.length)).map(([name, sizes]) => [name, graph.input(name, sizes)]),
  );
  const { logits, words } = decoder(tape, shape, size, tokens, weights);
  return { tape, logits, words, weights, ...logLikelihood(tape, logits, targets, each) };
}

/** From tokens [batch·length] of int64 and weights by name. */
export function decoder(
  tape: Tape,
  { layers, width, heads }: ModelShape,
  { batch, length }: BatchSize,
  tokens: Value,
  weights: Transformer['weights'],
): Pick<Transformer, 'logits' | 'words'> {
  const d = width / heads;
  const rows = batch * length;
  /** norm(x)·W, the gain in the matrix. */
  const normed = (x: Value, gain: Value, matrix: Value): Value =>
    matmul(tape, rmsNorm(tape, x), multiply(tape, matrix, reshape(tape, gain, [width, 1])));
  const words = embedding(tape, weights.embedding, tokens);
  const placed = add(tape, reshape(tape, words, [batch, length, width]), weights.position);
  let x = reshape(tape, placed, [rows, width]);
  for (let layer = 0; layer < layers; layer++) {
    const of = (name: string): Value => weights[`layer${layer}.${name}`];
    const projected = normed(x, of('attention.norm'), of('attention.in'));
    const parts = transpose(tape, reshape(tape, projected, [batch, length, 3, heads, d]), [2, 0, 3, 1, 4]);
    const [queries, keys, values] = unstack(tape, reshape(tape, parts, [3, batch * heads, length, d]));
    const mixed = causalAttention(tape, queries, keys, values);
    const joined = transpose(tape, reshape(tape, mixed, [batch, heads, length, d]), [0, 2, 1, 3]);
    x = add(tape, x, matmul(tape, reshape(tape, joined, [rows, width]), of('attention.out')));
    const up = normed(x, of('feed.norm'), of('feed.up'));
    x = add(tape, x, squaredReluProduct(tape, up, of('feed.down')));
  }
  const logits = matmulTransposed(tape, rmsNorm(tape, x), multiply(tape, weights.embedding, weights.norm));
  return { logits, words };
}
