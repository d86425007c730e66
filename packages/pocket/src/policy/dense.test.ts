import { createRandom } from '@sente/engine';
import { expect, it } from 'vitest';
import { dense } from './dense.ts';

/** As the equation says it. */
function plainly(x: Float64Array, weights: Float64Array, bias: Float64Array): number[] {
  return Array.from(bias, (start, m) => {
    let sum = start;
    for (let n = 0; n < x.length; n++) sum += x[n] * weights[n * bias.length + m];
    return Math.max(0, sum);
  });
}

it.each([
  [1, 1],
  [3, 7],
  [30, 8],
  [48, 24],
  [5, 17],
])(
  '%i inputs and %i outputs: to the last digit what the equation gives, zeros among the inputs too',
  (inputs, outputs) => {
    const random = createRandom(`${inputs}/${outputs}`);
    const numbers = (length: number) => Float64Array.from({ length }, () => 2 * random.next() - 1);
    const weights = numbers(inputs * outputs);
    const bias = numbers(outputs);
    const layer = dense(weights, bias);
    for (let trial = 0; trial < 20; trial++) {
      const x = numbers(inputs).map((one) => (random.next() < 0.3 ? 0 : one));
      const given = layer(x);
      expect(Array.from(given)).toEqual(plainly(x, weights, bias));
      expect(given).toHaveLength(outputs);
    }
  },
);
