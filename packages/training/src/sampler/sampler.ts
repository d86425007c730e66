/**
 * Samples many texts at once with a key-value cache, new ones taking the places of finished ones.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import { Cache } from './cache.ts';
import { type Begun, readPrompts } from './prompts.ts';
import type { Row, Sampled, SampleOptions } from './row.ts';
import { createStepRuns, type StepRuns } from './step-runs.ts';
import { Text } from './text.ts';

export type { Reply, Row, Sampled, SampleOptions } from './row.ts';

/** A model that speaks. */
export interface Sampler {
  readonly shape: ModelShape;
  load(weights: Weights): void;
  /** Plays all rows to their ends. One call after the other. */
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

/** Tokens of each text that are read at once where there are many to read. */
const CHUNK = 8;
/** Such a step takes as long as so many steps of one token. */
const CHUNK_COST = 4.3;
/** Fewest slots of a step. */
const FEWEST = 8;
/** Texts whose prompts are read before there are slots for them, at most. */
const AHEAD = 256;

/** Opens a sampler. */
export async function createSampler(options: SamplerOptions, weights: Weights): Promise<Sampler> {
  const { shape, slots = 96, threads = 1 } = options;
  const runs = await createStepRuns(shape, threads);
  runs.load(weights);
  const cache = new Cache(shape, slots);
  const sizes = [slots];
  while (sizes[sizes.length - 1] >= 2 * FEWEST) sizes.push(Math.ceil(sizes[sizes.length - 1] / 2));
  return {
    shape,
    load: (given) => runs.load(given),
    async sample(rows, how) {
      runs.heat(how.temperature);
      cache.reset();
      const texts = rows.map((row) => new Text(row, how, shape.context));
      const places: (Text | undefined)[] = Array.from({ length: slots });
      let asked = 0;
      let begun: Begun[] = [];
      for (;;) {
        for (let slot = 0; slot < slots; slot++) {
          if (places[slot]) continue;
          while (begun.length === 0 && asked < texts.length) {
            begun = await readPrompts(texts.slice(asked, asked + AHEAD), runs, shape);
            asked += AHEAD;
          }
          const next = begun.shift();
          if (!next) break;
          places[slot] = next.text;
          cache.clear(slot);
          cache.reach(next.text.length);
          next.keep(cache, slot);
        }
        const live = places.filter((text) => text !== undefined);
        if (live.length === 0) break;
        const size = sizes.findLast((one) => one >= live.length) ?? slots;
        gather(places, size, cache);
        await step(places, size, runs, cache);
      }
      const sum = (of: (text: Text) => number): number => texts.reduce((all, text) => all + of(text), 0);
      return { read: sum(({ read }) => read), sampled: sum(({ sampled }) => sampled) };
    },
    close: () => runs.close(),
  };
}

/** Moves texts to the first `size` places, which are enough for all. */
function gather(places: (Text | undefined)[], size: number, cache: Cache): void {
  let free = 0;
  for (let slot = size; slot < places.length; slot++) {
    if (!places[slot]) continue;
    while (places[free]) free++;
    cache.move(slot, free);
    places[free] = places[slot];
    places[slot] = undefined;
  }
}

/** Has all texts read what waits, one token or a few each, and goes on with those that have read all. */
async function step(places: (Text | undefined)[], slots: number, runs: StepRuns, cache: Cache): Promise<void> {
  const live = places.filter((text) => text !== undefined);
  const chunks = live.reduce((sum, { waiting }) => sum + Math.min(CHUNK, waiting.length), 0);
  const count = chunks > CHUNK_COST * live.length ? CHUNK : 1;
  const tokens = new Int32Array(slots * count);
  const positions = new Int32Array(slots * count);
  const last = Int32Array.from({ length: slots }, (_, slot) => slot * count);
  let longest = 0;
  places.forEach((text, slot) => {
    if (!text) return;
    const taken = Math.min(count, text.waiting.length);
    for (let at = 0; at < taken; at++) {
      tokens[slot * count + at] = text.waiting[at];
      positions[slot * count + at] = text.length + at;
    }
    last[slot] += taken - 1;
    longest = Math.max(longest, text.length + taken);
  });
  cache.reach(longest);
  const { projected, behind } = await runs.run({ tokens, positions, last }, slots, cache);
  places.forEach((text, slot) => {
    if (!text) return;
    const taken = last[slot] - slot * count + 1;
    for (let at = 0; at < taken; at++) cache.write(slot, text.length + at, projected, slot * count + at);
    text.take(taken);
    if (text.waiting.length === 0 && !text.advance(behind(slot))) places[slot] = undefined;
  });
}
