/**
 * A model as one ONNX file for other programs: only standard operators (set 17), the weights inside.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import { reshaped, Tape } from '../ops/tape.ts';
import { decoder, graphWeightShapes } from './transformer.ts';

/**
 * Input `tokens` [1, length] of int64, a text padded at its end with anything (attention is causal); output `logits`
 * [1, length, vocabulary], of the token that follows each. Throws RangeError when `length` is not 1 to the model's context.
 */
export function exportOnnx(shape: ModelShape, weights: Weights, length: number): Uint8Array {
  if (!(Number.isInteger(length) && length >= 1 && length <= shape.context))
    throw new RangeError(`a length of ${length}; the model's context is ${shape.context}`);
  const tape = new Tape();
  const { graph } = tape;
  const input = graph.input('tokens', [1, length], 'int64');
  const tokens = graph.node('Reshape', [input, graph.list([length])], { shape: [length], element: 'int64' });
  const constants = Object.fromEntries(
    Object.entries(graphWeightShapes(shape, length)).map(([name, sizes]) => {
      const count = sizes.reduce((product, size) => product * size, 1);
      return [name, graph.constant(weights[name].data.subarray(0, count), sizes)];
    }),
  );
  const { logits } = decoder(tape, shape, { batch: 1, length }, tokens, constants);
  graph.output('logits', reshaped(tape, logits, [1, length, shape.vocabulary]));
  return graph.toBytes();
}
