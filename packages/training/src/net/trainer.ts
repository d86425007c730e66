/**
 * Trains the pocket transformer: one run of a graph gives log-probabilities and gradients, then AdamW takes a step.
 * @module
 */
import { type ModelShape, type Weights, weightShapes } from '@sente/pocket';
import { adamW, type Moments } from './adam-w.ts';
import { runtime } from './runtime.ts';
import { asInt64, copied } from './tensors.ts';
import { type BatchSize, graphWeightShapes, transformer } from './transformer.ts';

/** A batch: arrays of batch·length numbers, text after text. */
export interface TrainBatch {
  readonly tokens: Int32Array;
  /** The token that follows. */
  readonly targets: Int32Array;
  /** How much each target counts; 0: not at all. Negative ones make it less likely. */
  readonly weights: Float32Array;
}

/** What a step found, before the weights were changed. */
export interface TrainStep {
  /** Σ w · (−log p), in nats. */
  readonly loss: number;
  /** Of the targets, batch·length. */
  readonly logProbabilities: Float32Array;
  /** Of the whole gradient, before clipping. */
  readonly gradientNorm: number;
}

/** What a training needs to go on where it was. */
export interface TrainerState {
  readonly weights: Weights;
  readonly moments: Readonly<Record<string, Moments>>;
  readonly steps: number;
}

/** A model in training. */
export interface Trainer extends Readonly<BatchSize> {
  readonly shape: ModelShape;
  /** One step of AdamW down Σ w · (−log p). */
  step(batch: TrainBatch, rate: number): Promise<TrainStep>;
  /** Copies. */
  weights(): Weights;
  /** Takes other weights, and forgets all moments. */
  load(weights: Weights): void;
  saveState(): TrainerState;
  loadState(state: TrainerState): void;
  close(): Promise<void>;
}

/** Settings. */
export interface TrainerOptions extends BatchSize {
  readonly shape: ModelShape;
  /** Threads of the runtime; 1 unless given. With 1, equal batches give equal weights, byte for byte. */
  readonly threads?: number;
  /** Decoupled weight decay of matrices; .01 unless given. */
  readonly decay?: number;
  /** The gradient's norm is cut down to this; 1 unless given. */
  readonly clip?: number;
}

/** Opens a trainer. Throws RangeError when texts are longer than the model's context. */
export async function createTrainer(options: TrainerOptions, weights: Weights): Promise<Trainer> {
  const { shape, batch, length, threads = 1, decay = 0.01, clip = 1 } = options;
  if (length > shape.context)
    throw new RangeError(`texts of ${length} tokens; the model's context is ${shape.context}`);
  const ort = await runtime();
  const net = transformer(shape, { batch, length }, true);
  net.tape.backward();
  net.tape.graph.output('logProbabilities', net.logProbabilities);
  const names = Object.keys(weightShapes(shape));
  for (const name of names) net.tape.graph.output(`gradient/${name}`, net.tape.gradient(net.weights[name]));
  const session = await ort.InferenceSession.create(net.tape.graph.toBytes(), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  let own = copied(weights);
  let moments: Record<string, Moments> = {};
  let steps = 0;
  const load = (given: Weights): void => {
    own = copied(given);
    steps = 0;
    moments = Object.fromEntries(
      names.map((name) => {
        const { length: size } = own[name].data;
        return [name, { first: new Float32Array(size), second: new Float32Array(size) }];
      }),
    );
  };
  load(weights);
  const sizes = graphWeightShapes(shape, length);

  return {
    shape,
    batch,
    length,
    load,
    async step(given, rate) {
      const rows = batch * length;
      const feeds: Record<string, InstanceType<typeof ort.Tensor>> = {
        tokens: new ort.Tensor('int64', asInt64(given.tokens), [rows]),
        targets: new ort.Tensor('int64', asInt64(given.targets), [rows]),
        weights: new ort.Tensor('float32', given.weights, [rows]),
      };
      for (const name of names) {
        const data = name === 'position' ? own[name].data.subarray(0, length * shape.width) : own[name].data;
        feeds[name] = new ort.Tensor('float32', data, [...sizes[name]]);
      }
      const out = await session.run(feeds);
      const gradients = names.map((name) => out[`gradient/${name}`].data as Float32Array);
      let square = 0;
      for (const gradient of gradients) for (const one of gradient) square += one * one;
      const gradientNorm = Math.sqrt(square);
      steps++;
      names.forEach((name, at) => {
        const isMatrix = own[name].shape.length > 1;
        // Of the positions only those that a text reaches have a gradient; the others stay as they are.
        const count = gradients[at].length;
        const { first, second } = moments[name];
        adamW(
          own[name].data.subarray(0, count),
          gradients[at],
          { first: first.subarray(0, count), second: second.subarray(0, count) },
          { step: steps, rate, decay: isMatrix ? decay : 0, scale: gradientNorm > clip ? clip / gradientNorm : 1 },
        );
      });
      const logProbabilities = out.logProbabilities.data as Float32Array;
      let loss = 0;
      for (let at = 0; at < rows; at++) loss -= given.weights[at] === 0 ? 0 : given.weights[at] * logProbabilities[at];
      return { loss, logProbabilities, gradientNorm };
    },
    weights: () => copied(own),
    saveState: () => ({
      weights: copied(own),
      moments: Object.fromEntries(
        Object.entries(moments).map(([name, { first, second }]) => [
          name,
          { first: first.slice(), second: second.slice() },
        ]),
      ),
      steps,
    }),
    loadState(state) {
      load(state.weights);
      for (const name of names) {
        moments[name].first.set(state.moments[name].first);
        moments[name].second.set(state.moments[name].second);
      }
      steps = state.steps;
    },
    close: () => session.release(),
  };
}
