/**
 * Runs parts of batches: one graph for each length of rows, made when it is first needed.
 * @module
 */

import { type ModelShape, type Weights, weightShapes } from '@sente/pocket';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { type Part, taken, textsAtOnce } from './parts.ts';
import { runtime } from './runtime.ts';
import { throwIfStopped } from './stop.ts';
import { asInt64 } from './tensors.ts';
import { type BatchSize, graphWeightShapes } from './transformer.ts';

/** What to run, and how large. */
export interface PartRunsOptions extends BatchSize {
  readonly shape: ModelShape;
  /** Threads of the runtime. */
  readonly threads: number;
  /** The model file for a batch of that size. Its inputs are those of `transformer`. */
  graph(size: BatchSize): Uint8Array;
}

/** Arrays of batch·length numbers. */
export interface PartFeeds {
  readonly tokens: Int32Array;
  readonly targets: Int32Array;
  readonly weights?: Float32Array;
}

/** Graphs that are ready to run. */
export interface PartRuns {
  /** Runs one part with the model's weights: the graph's outputs by name. */
  run(part: Part, feeds: PartFeeds, model: Weights): Promise<Readonly<Record<string, Tensor>>>;
  close(): Promise<void>;
}

/** Makes the graph for rows of full length, and has the others made when they are needed. */
export async function createPartRuns(options: PartRunsOptions): Promise<PartRuns> {
  const { shape, batch, length, threads } = options;
  const ort = await runtime();
  const sessions = new Map<number, Promise<InferenceSession>>();
  const session = (rows: number): Promise<InferenceSession> => {
    const known = sessions.get(rows);
    if (known) return known;
    const made = ort.InferenceSession.create(options.graph({ batch: textsAtOnce(rows, batch), length: rows }), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
    });
    sessions.set(rows, made);
    return made;
  };
  await session(length);
  return {
    async run(part, { tokens, targets, weights }, model) {
      const rows = textsAtOnce(part.length, batch) * part.length;
      const size = { batch, length };
      const feeds: Record<string, Tensor> = {
        tokens: new ort.Tensor('int64', asInt64(taken(tokens, part, size)), [rows]),
        targets: new ort.Tensor('int64', asInt64(taken(targets, part, size)), [rows]),
      };
      if (weights) feeds.weights = new ort.Tensor('float32', taken(weights, part, size), [rows]);
      for (const [name, sizes] of Object.entries(graphWeightShapes(shape, part.length))) {
        const { data } = model[name];
        const reached = name === 'position' ? data.subarray(0, part.length * shape.width) : data;
        feeds[name] = new ort.Tensor('float32', reached, [...sizes]);
      }
      const prepared = await session(part.length);
      throwIfStopped();
      return prepared.run(feeds);
    },
    async close() {
      for (const made of sessions.values()) await (await made).release();
      sessions.clear();
    },
  };
}

/** Throws RangeError unless all arrays have batch·length numbers. */
export function checkSizes({ batch, length }: BatchSize, arrays: Readonly<Record<string, ArrayLike<number>>>): void {
  for (const [name, { length: size }] of Object.entries(arrays)) {
    if (size !== batch * length) throw new RangeError(`${size} ${name}, not ${batch} × ${length}`);
  }
}

/** Throws RangeError when texts are longer than the model's context. */
export function checkLength({ context }: ModelShape, { length }: BatchSize): void {
  if (length > context) throw new RangeError(`texts of ${length} tokens; the model's context is ${context}`);
}

/** Names of all weights, in order. */
export function weightNames(shape: ModelShape): readonly string[] {
  return Object.keys(weightShapes(shape));
}
