/**
 * Runs steps of the model: graphs of all sizes that were needed so far, and the weights that they are given.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { runtime } from '../net/runtime.ts';
import { throwIfStopped } from '../net/stop.ts';
import type { Cache } from './cache.ts';
import { fold, foldedShapes } from './fold.ts';
import { type StepSize, stepGraph } from './step-graph.ts';
import type { Behind } from './text.ts';

/** New tokens of some texts: slot by slot, all with the same number of places. */
export interface Feed {
  /** [slots·tokens] */
  readonly tokens: Int32Array;
  /** [slots·tokens] */
  readonly positions: Int32Array;
  /** Row of each text's last token, [slots]. */
  readonly last: Int32Array;
}

/** What a step found. */
export interface Step {
  /** Rows of [layers, 3, heads, d]: queries, keys, values. */
  readonly projected: Float32Array;
  behind(slot: number): Behind;
}

/** The model, ready to take steps. */
export interface StepRuns {
  load(weights: Weights): void;
  /** Without a cache the tokens are the first of their texts. */
  run(feed: Feed, slots: number, cache?: Cache): Promise<Step>;
  /** Chances are given at this temperature; at 0 they are those of 1. */
  heat(temperature: number): void;
  close(): Promise<void>;
}

/** Makes it ready. */
export async function createStepRuns(shape: ModelShape, threads: number): Promise<StepRuns> {
  const { layers, width, heads, vocabulary } = shape;
  const d = width / heads;
  const ort = await runtime();
  const sessions = new Map<string, Promise<InferenceSession>>();
  const session = (size: StepSize): Promise<InferenceSession> => {
    const key = Object.values(size).join();
    const made = sessions.get(key) ?? open(size);
    sessions.set(key, made);
    return made;
  };
  const open = (size: StepSize): Promise<InferenceSession> =>
    ort.InferenceSession.create(stepGraph(shape, size), { intraOpNumThreads: threads, interOpNumThreads: 1 });
  const floats = (data: Float32Array, sizes: readonly number[]): Tensor => {
    const size = sizes.reduce((product, one) => product * one, 1);
    return new ort.Tensor('float32', data.length === size ? data : data.subarray(0, size), sizes);
  };
  const whole = (data: Int32Array): Tensor => new ort.Tensor('int32', data, [data.length]);
  const sharpness = Float32Array.of(1);
  let loaded: Record<string, Tensor> = {};
  return {
    load(weights) {
      const folded = fold(shape, weights);
      loaded = Object.fromEntries(
        Object.entries(foldedShapes(shape)).map(([name, sizes]) => [name, floats(folded[name], sizes)]),
      );
    },
    heat(temperature) {
      sharpness[0] = temperature === 0 ? 1 : 1 / temperature;
    },
    async run({ tokens, positions, last }, slots, cache) {
      const count = tokens.length / slots;
      const feeds: Record<string, Tensor> = {
        ...loaded,
        tokens: whole(tokens),
        positions: whole(positions),
        sharpness: floats(sharpness, [1]),
      };
      if (count > 1) feeds.last = whole(last);
      if (cache) {
        const { span } = cache;
        feeds.mask = floats(cache.mask, [slots, 1, 1, span]);
        for (let layer = 0; layer < layers; layer++) {
          feeds[`keys${layer}`] = floats(cache.keys[layer], [slots, heads, span, d]);
          feeds[`values${layer}`] = floats(cache.values[layer], [slots, heads, span, d]);
        }
      }
      const prepared = await session({ slots, tokens: count, span: cache?.span ?? 0 });
      throwIfStopped();
      const out = await prepared.run(feeds);
      const [projected, logProbabilities, chances] = ['projected', 'logProbabilities', 'chances'].map(
        (name) => out[name].data as Float32Array,
      );
      const view = (array: Float32Array, slot: number): Float32Array =>
        array.subarray(slot * vocabulary, (slot + 1) * vocabulary);
      return {
        projected,
        behind: (slot) => ({ logProbabilities: view(logProbabilities, slot), chances: view(chances, slot) }),
      };
    },
    async close() {
      for (const made of sessions.values()) await (await made).release();
      sessions.clear();
    },
  };
}
