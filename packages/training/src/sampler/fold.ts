/**
 * A model's weights as the sampler's graphs take them: what can be multiplied once is multiplied here and not at each step.
 *
 *   (g ⊙ x̂)·W = x̂·(diag(g)·W)          the gain of a norm goes into the matrix behind it
 *   (s·q)·kᵀ,  s = 1/√(width/heads)     goes into the columns of the queries
 * @module
 */
import { type ModelShape, type Weights, weightShapes } from '@sente/pocket';

/** Names and shapes of what a graph takes. */
export function foldedShapes(shape: ModelShape): Record<string, readonly number[]> {
  const matrices = Object.entries(weightShapes(shape)).filter(([, sizes]) => sizes.length > 1);
  return { ...Object.fromEntries(matrices), output: [shape.width, shape.vocabulary] };
}

/** Folds; later changes of `weights` are not seen. `output` is the embedding again, turned, with the last gain in it. */
export function fold(shape: ModelShape, weights: Weights): Record<string, Float32Array> {
  const { layers, width, heads, vocabulary } = shape;
  const folded = Object.fromEntries(
    Object.keys(foldedShapes(shape))
      .filter((name) => name !== 'output')
      .map((name) => [name, weights[name].data.slice()]),
  );
  const scaleRows = (matrix: Float32Array, gains: Float32Array): void => {
    const columns = matrix.length / width;
    for (let at = 0; at < matrix.length; at++) matrix[at] *= gains[Math.floor(at / columns)];
  };
  const scale = 1 / Math.sqrt(width / heads);
  for (let layer = 0; layer < layers; layer++) {
    const at = `layer${layer}`;
    const into = folded[`${at}.attention.in`];
    scaleRows(into, weights[`${at}.attention.norm`].data);
    for (let row = 0; row < width; row++) {
      for (let column = 0; column < width; column++) into[row * 3 * width + column] *= scale;
    }
    scaleRows(folded[`${at}.feed.up`], weights[`${at}.feed.norm`].data);
  }
  const output = new Float32Array(width * vocabulary);
  for (let token = 0; token < vocabulary; token++) {
    for (let at = 0; at < width; at++) {
      output[at * vocabulary + token] = weights.embedding.data[token * width + at] * weights.norm.data[at];
    }
  }
  return { ...folded, output };
}
