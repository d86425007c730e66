/**
 * Samples many texts at once with a key-value cache, new ones taking the places of finished ones.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import { Cache } from './cache.ts';
import { play } from './play.ts';
import type { Row, Sampled, SampleOptions } from './row.ts';
import { createStepRuns } from './step-runs.ts';
import { Text } from './text.ts';

export type { Reply, Row, Sampled, SampleOptions } from './row.ts';

/** A model that speaks. */
export interface Sampler {
  readonly shape: ModelShape;
  load(weights: Weights): void;
  /** Plays all rows to their ends. Throws when it still plays others. */
  sample(rows: readonly Row[], options: SampleOptions): Promise<Sampled>;
  close(): Promise<void>;
}

/** Sizes of a sampler. */
export interface SamplerOptions {
  readonly shape: ModelShape;
  /** Texts at once; 96 unless given. */
  readonly slots?: number;
  /** Threads of the runtime; 1 unless given. */
  readonly threads?: number;
}

/** Opens a sampler. Throws RangeError for no slots. */
export async function createSampler(options: SamplerOptions, weights: Weights): Promise<Sampler> {
  const { shape, slots = 96, threads = 1 } = options;
  if (!(Number.isInteger(slots) && slots >= 1)) throw new RangeError(`${slots} slots; at least one is needed`);
  const runs = await createStepRuns(shape, threads);
  runs.load(weights);
  const cache = new Cache(shape, slots);
  let isPlaying = false;
  return {
    shape,
    load: (given) => runs.load(given),
    async sample(rows, how) {
      if (isPlaying) throw new Error('the sampler still plays other rows: wait for them, or open another one');
      isPlaying = true;
      try {
        runs.heat(how.temperature);
        const texts = rows.map((row) => new Text(row, how, shape.context));
        await play(texts, { shape, slots, runs, cache });
        const sum = (of: (text: Text) => number): number => texts.reduce((all, text) => all + of(text), 0);
        return { read: sum(({ read }) => read), sampled: sum(({ sampled }) => sampled) };
      } finally {
        isPlaying = false;
      }
    },
    close: () => runs.close(),
  };
}
