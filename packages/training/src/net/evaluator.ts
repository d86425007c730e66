/**
 * What a model makes of given texts: forward only.
 * @module
 */
import { type ModelShape, type Weights, weightShapes } from '@sente/pocket';
import { runtime } from './runtime.ts';
import { asInt64, copied } from './tensors.ts';
import { type BatchSize, graphWeightShapes, transformer } from './transformer.ts';

/** Found at each of batch·length places. */
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

/** Opens an evaluator. */
export async function createEvaluator(options: EvaluatorOptions, weights: Weights): Promise<Evaluator> {
  const { shape, batch, length, threads = 1 } = options;
  const ort = await runtime();
  const rows = batch * length;
  const net = transformer(shape, { batch, length }, false);
  const { tape } = net;
  const { graph } = tape;
  const chances = tape.op('Exp', [net.all], net.all.shape);
  const sum = tape.op('ReduceSum', [tape.op('Mul', [chances, net.all], net.all.shape), graph.list([1])], [rows], {
    keepdims: 0,
  });
  graph.output('logProbabilities', net.logProbabilities);
  graph.output('entropies', tape.op('Neg', [sum], [rows]));
  graph.output(
    'likeliest',
    graph.node('ArgMax', [net.logits], { shape: [rows], element: 'int64' }, { axis: 1, keepdims: 0 }),
  );
  const session = await ort.InferenceSession.create(graph.toBytes(), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  let own = copied(weights);
  const sizes = graphWeightShapes(shape, length);
  return {
    shape,
    batch,
    length,
    load(given) {
      own = copied(given);
    },
    async run(tokens, targets) {
      const feeds: Record<string, InstanceType<typeof ort.Tensor>> = {
        tokens: new ort.Tensor('int64', asInt64(tokens), [rows]),
        targets: new ort.Tensor('int64', asInt64(targets), [rows]),
      };
      for (const name of Object.keys(weightShapes(shape))) {
        const data = name === 'position' ? own[name].data.subarray(0, length * shape.width) : own[name].data;
        feeds[name] = new ort.Tensor('float32', data, [...sizes[name]]);
      }
      const out = await session.run(feeds);
      return {
        logProbabilities: out.logProbabilities.data as Float32Array,
        entropies: out.entropies.data as Float32Array,
        likeliest: Int32Array.from(out.likeliest.data as BigInt64Array, Number),
      };
    },
    close: () => session.release(),
  };
}
