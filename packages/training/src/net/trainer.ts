/**
 * Trains the pocket transformer: runs of a graph give log-probabilities and gradients, then AdamW takes a step.
 * @module
 */
import type { ModelShape, Weights } from '@sente/pocket';
import { addRows } from '../ops/embedding.ts';
import { Descent, type DescentState } from './descent.ts';
import { checkLength, checkSizes, createPartRuns, weightNames } from './part-runs.ts';
import { partsOf, put, taken, usedLengths } from './parts.ts';
import { addTo, copied } from './tensors.ts';
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

/** A model in training. */
export interface Trainer extends Readonly<BatchSize> {
  readonly shape: ModelShape;
  /** One step of AdamW down Σ w · (−log p). Throws RangeError for a batch of another size, and DivergedError. */
  step(batch: TrainBatch, rate: number): Promise<TrainStep>;
  /** Copies. */
  weights(): Weights;
  /** Takes other weights, and forgets all moments. */
  load(weights: Weights): void;
  saveState(): DescentState;
  loadState(state: DescentState): void;
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
  const descent = new Descent(weights, { decay, clip });

  return {
    shape,
    batch,
    length,
    load: (given) => descent.load(given),
    async step(given, rate) {
      checkSizes(size, { tokens: given.tokens, targets: given.targets, weights: given.weights });
      const logProbabilities = new Float32Array(batch * length);
      // Of the positions only those that a text reaches have a gradient; the others stay as they are.
      const gradients = Object.fromEntries(
        names.map((name) => {
          const count = name === 'position' ? length * shape.width : descent.weights[name].data.length;
          return [name, new Float32Array(count)];
        }),
      );
      const used = usedLengths(size, (place) => given.weights[place] !== 0);
      for (const part of partsOf(used, size)) {
        const out = await runs.run(part, given, descent.weights);
        put(logProbabilities, out.logProbabilities.data as Float32Array, part, size, used);
        for (const name of names) addTo(gradients[name], out[`gradient/${name}`].data as Float32Array);
        addRows(gradients.embedding, taken(given.tokens, part, size), out['gradient/words'].data as Float32Array);
      }
      const gradientNorm = descent.step(gradients, rate);
      let loss = 0;
      given.weights.forEach((weight, at) => {
        if (weight !== 0) loss -= weight * logProbabilities[at];
      });
      return { loss, logProbabilities, gradientNorm };
    },
    weights: () => copied(descent.weights),
    saveState: () => descent.save(),
    loadState: (state) => descent.restore(state),
    close: () => runs.close(),
  };
}
