/**
 * What a model makes of given texts: forward only.
 * @module
 */
import { type ModelShape, special, type Weights } from '@sente/pocket';
import { ELEMENT } from '../graph/graph.ts';
import { checkLength, checkSizes, createPartRuns } from './part-runs.ts';
import { partsOf, put, usedLengths } from './parts.ts';
import { copied } from './tensors.ts';
import { type BatchSize, transformer } from './transformer.ts';

const PAD = special('<pad>');

/** Found at each of batch·length places; 0 behind the last target of a text that is not `<pad>`, where nothing is run. */
export interface Evaluation {
  /** Of the target, in nats. */
  readonly logProbabilities: Float32Array;
  /** Of the next token, in nats. */
  readonly entropies: Float32Array;
  /** The likeliest next token. */
  readonly likeliest: Int32Array;
}

/** A model that reads. */
export interface Evaluator extends Readonly<BatchSize> {
  readonly shape: ModelShape;
  /** Arrays of batch·length tokens, text after text; targets are the tokens that follow. */
  run(tokens: Int32Array, targets: Int32Array): Promise<Evaluation>;
  load(weights: Weights): void;
  close(): Promise<void>;
}

/** Settings. */
export interface EvaluatorOptions extends BatchSize {
  readonly shape: ModelShape;
  /** Threads of the runtime; 1 unless given. */
  readonly threads?: number;
}

/** Opens an evaluator. Throws RangeError when texts are longer than the model's context. */
export async function createEvaluator(options: EvaluatorOptions, weights: Weights): Promise<Evaluator> {
  const { shape, batch, length, threads = 1 } = options;
  const size = { batch, length };
  checkLength(shape, size);
  const runs = await createPartRuns({ shape, ...size, threads, graph: (part) => evaluationGraph(shape, part) });
  let own = copied(weights);
  return {
    shape,
    batch,
    length,
    load(given) {
      own = copied(given);
    },
    async run(tokens, targets) {
      checkSizes(size, { tokens, targets });
      const found = {
        logProbabilities: new Float32Array(batch * length),
        entropies: new Float32Array(batch * length),
        likeliest: new Int32Array(batch * length),
      };
      const used = usedLengths(size, (place) => targets[place] !== PAD);
      for (const part of partsOf(used, size)) {
        const out = await runs.run(part, { tokens, targets }, own);
        for (const [name, into] of Object.entries(found))
          put(into, out[name].data as ArrayLike<number>, part, size, used);
      }
      return found;
    },
    close: () => runs.close(),
  };
}

/** Outputs: those of `Evaluation`, by name. */
function evaluationGraph(shape: ModelShape, size: BatchSize): Uint8Array {
  const rows = size.batch * size.length;
  const { tape, logits, all, logProbabilities } = transformer(shape, size, false);
  const { graph } = tape;
  const each = tape.op('Mul', [tape.op('Exp', [all], all.shape), all], all.shape);
  const sum = tape.op('ReduceSum', [each, graph.list([1])], [rows], { keepdims: 0 });
  graph.output('logProbabilities', logProbabilities);
  graph.output('entropies', tape.op('Neg', [sum], [rows]));
  const likeliest = { shape: [rows], element: 'int64' } as const;
  const found = graph.node('ArgMax', [logits], likeliest, { axis: 1, keepdims: 0 });
  graph.output('likeliest', graph.node('Cast', [found], { shape: [rows], element: 'int32' }, { to: ELEMENT.int32 }));
  return graph.toBytes();
}
