/**
 * The pocket model: a decoder-only transformer of words, small enough to read.
 *
 *   x⁰ᵢ = E[tᵢ] + P[i]
 *   x ← x + Attention(norm(x)·Wqkv)·Wo      causal, `heads` heads, scores scaled by 1/√(width/heads)
 *   x ← x + relu(norm(x)·Wup)²·Wdown        (So et al. 2021, "Primer", arXiv 2109.08668: squared ReLU)
 *   logits = norm(x)·Eᵀ                     embedding and output share E (Press & Wolf 2017, arXiv 1608.05859)
 *   norm(x) = g ⊙ x / √(mean(x²) + 1e-5)    (Zhang & Sennrich 2019, arXiv 1910.07467)
 *
 * No biases. A matrix is stored row by row as [in, out].
 * @module
 */

/** Sizes of a model. */
export interface ModelShape {
  readonly layers: number;
  /** Divisible by `heads`. */
  readonly width: number;
  readonly heads: number;
  /** Most tokens of a text. */
  readonly context: number;
  readonly vocabulary: number;
}

/** One array of numbers. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** All weights by name; `weightShapes` lists the names. */
export type Weights = Readonly<Record<string, Tensor>>;

/** Inside of the feed-forward layer, in widths. */
export const EXPANSION = 4;

/** Added to the mean square in `norm`. */
export const NORM_EPSILON = 1e-5;

/** Names and shapes of a model's weights, in the order in which they are stored. */
export function weightShapes({ layers, width, context, vocabulary }: ModelShape): Record<string, readonly number[]> {
  const shapes: Record<string, readonly number[]> = { embedding: [vocabulary, width], position: [context, width] };
  for (let layer = 0; layer < layers; layer++) {
    const at = `layer${layer}`;
    shapes[`${at}.attention.norm`] = [width];
    shapes[`${at}.attention.in`] = [width, 3 * width]; // queries, keys, values; within each, head after head
    shapes[`${at}.attention.out`] = [width, width];
    shapes[`${at}.feed.norm`] = [width];
    shapes[`${at}.feed.up`] = [width, EXPANSION * width];
    shapes[`${at}.feed.down`] = [EXPANSION * width, width];
  }
  shapes.norm = [width];
  return shapes;
}

/** Number of weights. */
export function parameterCount(shape: ModelShape): number {
  return Object.values(weightShapes(shape)).reduce((sum, sizes) => sum + sizes.reduce((a, b) => a * b, 1), 0);
}
