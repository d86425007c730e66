/**
 * A learned policy with random weights: it chooses nonsense, quickly. For tests.
 * @module
 */
import { createRandom } from '@sente/engine';
import { STATISTICS } from '../policy/cells.ts';
import { GRAPH_POLICY, policyWeightShapes } from '../policy/graph-policy.ts';
import type { LearnedPolicy, PolicyCard } from '../policy/policy-card.ts';

/** Makes one; the same seed gives the same weights. `about`: what its card tells in place of the usual. */
export function madePolicy(seed: number | string = 1, about: Partial<PolicyCard> = {}): LearnedPolicy {
  const random = createRandom(seed);
  return {
    weights: Object.fromEntries(
      Object.entries(policyWeightShapes(GRAPH_POLICY)).map(([name, shape]) => {
        const count = shape.reduce((product, one) => product * one, 1);
        return [name, { shape, data: Float32Array.from({ length: count }, () => 0.6 * (random.next() - 0.5)) }];
      }),
    ),
    card: {
      format: 'sente-policy/1',
      name: 'made',
      description: 'Random weights.',
      shape: GRAPH_POLICY,
      statistics: STATISTICS,
      method: 'none',
      trainedOn: { source: 'made', items: 1, answers: 1 },
      states: 0,
      steps: 0,
      seed: 1,
      license: 'MIT',
      ...about,
    },
  };
}
