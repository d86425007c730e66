/**
 * Trains the pocket transformer: runs of a graph give log-probabilities and gradients, then AdamW takes a step.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import { addRows } from '../ops/embedding.ts';
import { adamW, type Moments } from './adam-w.ts';
import { checkLength, checkSizes, createPartRuns, weightNames } from './part-runs.ts';
import { partsOf, put, taken, usedLengths } from './parts.ts';
import { addTo, copied, squareSum } from './tensors.ts';
import { type BatchSize, transformer } from './transformer.ts';

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
  /** Of the targets, batch·length, in nats; 0 behind the last place of a text that counts, where nothing is run. */
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
  /** One step of AdamW down Σ w · (−log p). Throws RangeError for a batch of another size, and DivergedError. */
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

/** The gradient is no number any more. The weights are still those before the step. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
  constructor(steps: number, gradientNorm: number) {
    super(
      `after ${steps} steps the gradient's norm is ${gradientNorm}: go back to saved weights and take smaller steps`,
    );
  }
}

/** Opens a trainer. Throws RangeError when texts are longer than the model's context. */
export async function createTrainer(options: TrainerOptions, weights: Weights): Promise<Trainer> {
  const { shape, batch, length, threads = 1, decay = 0.01, clip = 1 } = options;
  const size = { batch, length };
  checkLength(shape, size);
  const names = weightNames(shape);
  const runs = await createPartRuns({
    shape,
    ...size,
    threads,
    graph(part) {
      const { tape, logProbabilities, words, weights: inputs } = transformer(shape, part, true);
      tape.backward();
      tape.graph.output('logProbabilities', logProbabilities);
      for (const name of names) tape.graph.output(`gradient/${name}`, tape.gradient(inputs[name]));
      tape.graph.output('gradient/words', tape.gradient(words));
      return tape.graph.toBytes();
    },
  });
  let own = copied(weights);
  let moments: Record<string, Moments> = {};
  let steps = 0;
  const load = (given: Weights): void => {
    own = copied(given);
    steps = 0;
    moments = Object.fromEntries(
      names.map((name) => {
        const count = own[name].data.length;
        return [name, { first: new Float32Array(count), second: new Float32Array(count) }];
      }),
    );
  };
  load(weights);

  return {
    shape,
    batch,
    length,
    load,
    async step(given, rate) {
      checkSizes(size, { tokens: given.tokens, targets: given.targets, weights: given.weights });
      const logProbabilities = new Float32Array(batch * length);
      // Of the positions only those that a text reaches have a gradient; the others stay as they are.
      const gradients = names.map(
        (name) => new Float32Array(name === 'position' ? length * shape.width : own[name].data.length),
      );
      const embedding = gradients[names.indexOf('embedding')];
      const used = usedLengths(size, (place) => given.weights[place] !== 0);
      for (const part of partsOf(used, size)) {
        const out = await runs.run(part, given, own);
        put(logProbabilities, out.logProbabilities.data as Float32Array, part, size, used);
        names.forEach((name, at) => {
          addTo(gradients[at], out[`gradient/${name}`].data as Float32Array);
        });
        addRows(embedding, taken(given.tokens, part, size), out['gradient/words'].data as Float32Array);
      }
      const gradientNorm = Math.sqrt(gradients.reduce((sum, gradient) => sum + squareSum(gradient), 0));
      if (!Number.isFinite(gradientNorm)) throw new DivergedError(steps, gradientNorm);
      steps++;
      names.forEach((name, at) => {
        const isMatrix = own[name].shape.length > 1;
        const count = gradients[at].length;
        const { first, second } = moments[name];
        adamW(
          own[name].data.subarray(0, count),
          gradients[at],
          { first: first.subarray(0, count), second: second.subarray(0, count) },
          { step: steps, rate, decay: isMatrix ? decay : 0, scale: gradientNorm > clip ? clip / gradientNorm : 1 },
        );
      });
      let loss = 0;
      given.weights.forEach((weight, at) => {
        if (weight !== 0) loss -= weight * logProbabilities[at];
      });
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
    close: () => runs.close(),
  };
}
