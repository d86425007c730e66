import { createRandom } from '@sente/engine';
import type { ModelShape } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluator.ts';
import { initialWeights } from './initial-weights.ts';

const shape: ModelShape = { layers: 1, width: 8, heads: 2, context: 6, vocabulary: 5 };

describe('evaluator', () => {
  it('gives chances that sum to 1, their entropy, and the likeliest, whatever follows', async () => {
    const evaluator = await createEvaluator({ shape, batch: 5, length: 3 }, initialWeights(shape, createRandom(1)));
    // One text five times, each with another last target; what differs behind a place must not show at it.
    const tokens = Int32Array.from({ length: 15 }, (_, at) => [1, 2, 3][at % 3]);
    const targets = Int32Array.from({ length: 15 }, (_, at) => (at % 3 === 1 ? Math.floor(at / 3) : 4));
    tokens[14] = 4;
    const { logProbabilities, entropies, likeliest } = await evaluator.run(tokens, targets);
    const chances = Array.from({ length: 5 }, (_, text) => Math.exp(logProbabilities[3 * text + 1]));
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
    const entropy = -chances.reduce((sum, one) => sum + one * Math.log(one), 0);
    for (let text = 0; text < 5; text++) {
      expect(entropies[3 * text + 1]).toBeCloseTo(entropy, 5);
      expect(likeliest[3 * text + 1]).toBe(chances.indexOf(Math.max(...chances)));
    }
    expect(logProbabilities[14]).not.toBeCloseTo(logProbabilities[2], 4);
    await evaluator.close();
  });

  it('takes other weights, and copies them', async () => {
    const [one, other] = [1, 2].map((seed) => initialWeights(shape, createRandom(seed)));
    const evaluator = await createEvaluator({ shape, batch: 1, length: 2 }, one);
    const run = async (): Promise<number> =>
      (await evaluator.run(Int32Array.of(1, 2), Int32Array.of(3, 4))).logProbabilities[1];
    const first = await run();
    evaluator.load(other);
    const second = await run();
    other.embedding.data.fill(0);
    expect(second).not.toBe(first);
    expect(await run()).toBe(second);
    await evaluator.close();
  });
});
