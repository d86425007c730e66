import { createRandom } from '@sente/engine';
import type { ModelShape } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluator.ts';
import { exportOnnx } from './export-onnx.ts';
import { initialWeights } from './initial-weights.ts';
import { runtime } from './runtime.ts';

const shape: ModelShape = { layers: 2, width: 8, heads: 2, context: 9, vocabulary: 11 };

describe('ONNX export', () => {
  it('is a file that runs by itself and says what the model says', async () => {
    const length = 7;
    const random = createRandom('export');
    const weights = initialWeights(shape, random.split('weights'));
    // Gains that are not 1, so that a lost one shows.
    for (const [name, { data }] of Object.entries(weights))
      if (name.endsWith('norm')) for (let at = 0; at < data.length; at++) data[at] = 0.5 + random.next();
    const tokens = Int32Array.from({ length }, () => 1 + random.integer(10));
    const targets = Int32Array.from({ length }, () => 1 + random.integer(10));
    const ort = await runtime();
    const session = await ort.InferenceSession.create(exportOnnx(shape, weights, length));
    expect(session.inputNames).toEqual(['tokens']);
    const { logits } = await session.run({
      tokens: new ort.Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, length]),
    });
    expect(logits.dims).toEqual([1, length, shape.vocabulary]);
    const evaluator = await createEvaluator({ shape, batch: 1, length }, weights);
    const { logProbabilities, likeliest } = await evaluator.run(tokens, targets);
    await Promise.all([evaluator.close(), session.release()]);
    for (let at = 0; at < length; at++) {
      const row = (logits.data as Float32Array).subarray(at * shape.vocabulary, (at + 1) * shape.vocabulary);
      const total = row.reduce((sum, one) => sum + Math.exp(one), 0);
      expect(row[targets[at]] - Math.log(total)).toBeCloseTo(logProbabilities[at], 4);
      expect(row.indexOf(Math.max(...row))).toBe(likeliest[at]);
    }
  });

  it('refuses texts beyond the context', () => {
    expect(() => exportOnnx(shape, initialWeights(shape, createRandom(1)), 10)).toThrow('context is 9');
  });
});
