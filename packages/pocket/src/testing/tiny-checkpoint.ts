/**
 * A checkpoint with random weights: it speaks nonsense, quickly. For tests.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { Checkpoint, CheckpointCard } from '../checkpoint/checkpoint.ts';
import { type ModelShape, type Tensor, weightShapes } from '../model/shape.ts';
import { SPECIAL_TOKENS } from '../model/special.ts';
import { SHOP_WORDS } from '../shop/words.ts';

/** Makes one; the same seed gives the same weights. */
export function tinyCheckpoint(
  seed = 1,
  sizes: Partial<Omit<ModelShape, 'vocabulary'>> = {},
  words: readonly string[] = SHOP_WORDS,
): Checkpoint {
  const vocabulary = SPECIAL_TOKENS.length + words.length;
  const shape: ModelShape = { layers: 2, width: 16, heads: 2, context: 96, ...sizes, vocabulary };
  const random = createRandom(seed);
  const weights: Record<string, Tensor> = {};
  for (const [name, dimensions] of Object.entries(weightShapes(shape))) {
    const gain = name.endsWith('norm');
    const count = dimensions.reduce((product, size) => product * size, 1);
    const scale = dimensions.length === 2 ? 1.5 / Math.sqrt(shape.width) : 0.2;
    const data = Float32Array.from({ length: count }, () => (gain ? 1 : 0) + scale * (2 * random.next() - 1));
    weights[name] = { shape: dimensions, data };
  }
  const card: CheckpointCard = {
    format: 'sente-pocket/1',
    name: 'tiny',
    description: 'Random weights.',
    shape,
    words,
    objective: 'none',
    corpus: 0,
    seed,
    trained: 0,
    license: 'MIT',
  };
  return { card, weights };
}
