/**
 * Weights before any training: normal numbers of deviation 1/(2√width), those that write into the residual stream smaller
 * by the square root of how many of them there are; gains of 1.
 *
 * Source: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", section 2.3, whose .02 is about half of
 * 1/√width at its width of 768; at a width of 64 it would be too small to learn from.
 * @module
 */
import type { Random } from '@sente/engine';
import { type ModelShape, type Tensor, type Weights, weightShapes } from '@sente/pocket';

/** Draws them. */
export function initialWeights(shape: ModelShape, random: Random): Weights {
  const usual = 0.5 / Math.sqrt(shape.width);
  const residual = usual / Math.sqrt(2 * shape.layers);
  return Object.fromEntries(
    Object.entries(weightShapes(shape)).map(([name, sizes]): [string, Tensor] => {
      const count = sizes.reduce((product, size) => product * size, 1);
      const dice = random.split(name);
      if (sizes.length === 1) return [name, { shape: sizes, data: new Float32Array(count).fill(1) }];
      const deviation = name.endsWith('.out') || name.endsWith('.down') ? residual : usual;
      return [name, { shape: sizes, data: Float32Array.from({ length: count }, () => deviation * normal(dice)) }];
    }),
  );
}

/** One draw of a standard normal (Box & Muller 1958). */
function normal(dice: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - dice.next()));
  return radius * Math.cos(2 * Math.PI * dice.next());
}
