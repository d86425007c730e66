/**
 * Weights to start a policy network from: uniform, so that numbers keep their size (He et al. 2015, arXiv 1502.01852); the
 * last layer near 0, so that the first policy goes by lists alone.
 * @module
 */
import type { Random } from '@sente/engine';
import { type GraphPolicyShape, policyWeightShapes, type Weights } from '@sente/pocket';

/** Draws them. */
export function initialPolicy(shape: GraphPolicyShape, random: Random): Weights {
  return Object.fromEntries(
    Object.entries(policyWeightShapes(shape)).map(([name, sizes]) => {
      const [fan, width = 0] = sizes;
      const spread = width === 0 ? 0 : name === 'out' ? 0.01 : Math.sqrt(6 / fan);
      const dice = random.split(name);
      const count = sizes.reduce((product, one) => product * one, 1);
      return [name, { shape: sizes, data: Float32Array.from({ length: count }, () => spread * (2 * dice.next() - 1)) }];
    }),
  );
}
