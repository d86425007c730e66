import { describe, expect, it } from 'vitest';
import { logLikelihood } from './cross-entropy.ts';
import { checkGradient } from './gradient-check.test.support.ts';

describe('weighted log-likelihood', () => {
  it('starts the gradient of Σ w (−log p), for weights of either sign and of none', async () => {
    const weights = Float32Array.of(0.7, -1.2, 0, 2);
    const { result, given } = await checkGradient({
      inputs: { logits: [4, 5] },
      build: (tape, { logits }) => {
        const targets = tape.graph.constant(BigInt64Array.of(4n, 0n, 2n, 4n), [4]);
        return logLikelihood(tape, logits, targets, tape.graph.constant(weights, [4])).logProbabilities;
      },
      starts: weights.map((one) => -one),
    });
    const row = given.logits.subarray(15, 20);
    const total = row.reduce((sum, one) => sum + Math.exp(one), 0);
    expect(result[3]).toBeCloseTo(row[4] - Math.log(total), 5);
  });
});
