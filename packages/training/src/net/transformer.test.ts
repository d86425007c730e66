import { createRandom } from '@sente/engine';
import type { ModelShape, Weights } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { addRows } from '../ops/embedding.ts';
import { createEvaluator } from './evaluator.ts';
import { initialWeights } from './initial-weights.ts';
import { runtime } from './runtime.ts';
import { copied } from './tensors.ts';
import { transformer } from './transformer.ts';

const shape: ModelShape = { layers: 2, width: 8, heads: 2, context: 6, vocabulary: 11 };
const size = { batch: 3, length: 5 };
const rows = size.batch * size.length;
const random = createRandom('transformer');

/** Weights large enough for every path to matter. */
function someWeights(): Weights {
  const weights = initialWeights(shape, random.split('weights'));
  for (const { data } of Object.values(weights))
    for (let at = 0; at < data.length; at++) data[at] = data[at] * 12 + 0.3 * (random.next() - 0.5);
  return weights;
}

const tokens = Int32Array.from({ length: rows }, () => random.integer(11));
// None is <pad>, at which an evaluator would stop.
const targets = Int32Array.from({ length: rows }, () => 1 + random.integer(10));
const weights = Float32Array.from({ length: rows }, (_, at) => (at % 4 === 3 ? 0 : random.next() - 0.3));

async function lossOf(model: Weights): Promise<number> {
  const evaluator = await createEvaluator({ shape, ...size }, model);
  const { logProbabilities } = await evaluator.run(tokens, targets);
  await evaluator.close();
  return logProbabilities.reduce((sum, one, at) => sum - one * weights[at], 0);
}

describe('transformer', () => {
  it('has the gradient that finite differences have, for every array of weights', async () => {
    const model = someWeights();
    const ort = await runtime();
    const net = transformer(shape, size, true);
    net.tape.backward();
    for (const [name, value] of Object.entries(net.weights))
      net.tape.graph.output(`gradient/${name}`, net.tape.gradient(value));
    net.tape.graph.output('gradient/words', net.tape.gradient(net.words));
    const session = await ort.InferenceSession.create(net.tape.graph.toBytes());
    const feeds = Object.fromEntries(
      Object.entries(net.weights).map(([name, value]) => {
        const count = value.shape.reduce((a, b) => a * b, 1);
        return [name, new ort.Tensor('float32', model[name].data.subarray(0, count), [...value.shape])];
      }),
    );
    const out = await session.run({
      ...feeds,
      tokens: new ort.Tensor('int64', BigInt64Array.from(tokens, BigInt), [rows]),
      targets: new ort.Tensor('int64', BigInt64Array.from(targets, BigInt), [rows]),
      weights: new ort.Tensor('float32', weights, [rows]),
    });
    for (const name of Object.keys(net.weights)) {
      const gradient = out[`gradient/${name}`].data as Float32Array;
      if (name === 'embedding') addRows(gradient, tokens, out['gradient/words'].data as Float32Array);
      const direction = Float32Array.from(gradient, () => random.next() - 0.5);
      const along = gradient.reduce((sum, one, at) => sum + one * direction[at], 0);
      const moved = async (by: number): Promise<number> => {
        const other = copied(model);
        direction.forEach((one, at) => {
          other[name].data[at] += by * one;
        });
        return lossOf(other);
      };
      const h = 4e-3;
      const numeric = ((await moved(h)) - (await moved(-h))) / (2 * h);
      expect(Math.abs(numeric - along), `${name}: ${along} against ${numeric}`).toBeLessThan(
        0.02 * Math.abs(numeric) + 0.004,
      );
      expect(Math.abs(along), name).toBeGreaterThan(0.005);
    }
  });
});
