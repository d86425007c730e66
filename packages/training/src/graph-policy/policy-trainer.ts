/**
 * Fits the policy network to values: a graph gives Q and the gradient of its squared error, then AdamW takes a step.
 *
 *   L = Σ w e² / 2 + λ Σ w (e − ē)² / 2,   e = Q − y, of a state with mean ē; beyond an error of 1 in a straight line (Huber 1964)
 * @module
 */
import { type Cells, type GraphPolicyShape, policyWeightShapes, STATISTICS, type Weights } from '@sente/pocket';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Value } from '../graph/graph.ts';
import { Descent } from '../net/descent.ts';
import { runtime } from '../net/runtime.ts';
import { throwIfStopped } from '../net/stop.ts';
import { copied } from '../net/tensors.ts';
import { policyNetwork } from './policy-graph.ts';
import { layOut, type RecordSize } from './records.ts';

/** What a step found, before the weights were changed. */
export interface PolicyStep {
  /** Q of every act, states · acts. */
  readonly values: Float32Array;
  readonly gradientNorm: number;
}

/** A policy in training. */
export interface PolicyTrainer extends RecordSize {
  /** States of a batch. */
  readonly states: number;
  /** One step; throws DivergedError. `targets` and `counts` (how much each counts, 0: not at all) have states · acts numbers. */
  step(states: readonly Cells[], targets: Float32Array, counts: Float32Array, rate: number): Promise<PolicyStep>;
  /** Q of every act of at most so many states as a batch holds, by the trainer's weights unless others are given. */
  values(states: readonly Cells[], weights?: Weights): Promise<Float32Array>;
  /** A copy. */
  weights(): Weights;
  close(): Promise<void>;
}

/** Settings. */
export interface PolicyTrainerOptions {
  readonly shape: GraphPolicyShape;
  readonly size: RecordSize;
  readonly states: number;
}

const DECAY = 1e-4;
/** λ: how much more it counts that acts of a state are told apart. */
const APART = 4;
const CLIP = 1;

/** Opens a trainer on one thread. */
export async function createPolicyTrainer(options: PolicyTrainerOptions, weights: Weights): Promise<PolicyTrainer> {
  const { shape, size, states: batch } = options;
  const ort = await runtime();
  const shapes = policyWeightShapes(shape);
  const names = Object.keys(shapes);
  const open = (graph: Uint8Array): Promise<InferenceSession> =>
    ort.InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const [training, reading] = await Promise.all([
    open(trainingGraph(shape, batch, size)),
    open(readingGraph(shape, batch, size)),
  ]);
  const descent = new Descent(weights, { decay: DECAY, clip: CLIP });
  const feeds = (states: readonly Cells[], given: Weights): Record<string, Tensor> => {
    const { statistics, shares, chances, now } = layOut(states, size, batch);
    const rows = batch * size.cells;
    return {
      statistics: new ort.Tensor('float32', statistics, [rows, STATISTICS]),
      shares: new ort.Tensor('float32', shares, [rows, size.neighbours]),
      chances: new ort.Tensor('float32', chances, [batch, size.acts, size.cells]),
      now: new ort.Tensor('float32', now, [batch, size.acts]),
      ...Object.fromEntries(
        names.map((name) => [name, new ort.Tensor('float32', given[name].data, [...shapes[name]])]),
      ),
    };
  };
  return {
    ...size,
    states: batch,
    weights: () => copied(descent.weights),
    async step(states, targets, counts, rate) {
      if (states.length !== batch) throw new RangeError(`${states.length} states, where a batch holds ${batch}`);
      throwIfStopped();
      const wide = [batch, size.acts];
      const out = await training.run({
        ...feeds(states, descent.weights),
        targets: new ort.Tensor('float32', targets, wide),
        counts: new ort.Tensor('float32', counts, wide),
      });
      const gradients = Object.fromEntries(names.map((name) => [name, out[`gradient/${name}`].data as Float32Array]));
      const gradientNorm = descent.step(gradients, rate);
      return { values: out.values.data as Float32Array, gradientNorm };
    },
    async values(states, given = descent.weights) {
      const out = await reading.run(feeds(states, given));
      return (out.values.data as Float32Array).subarray(0, states.length * size.acts);
    },
    async close() {
      await Promise.all([training.release(), reading.release()]);
    },
  };
}

/** Outputs: `values`, and `gradient/…` of every weight; further inputs `targets` and `counts`. */
function trainingGraph(shape: GraphPolicyShape, states: number, size: RecordSize): Uint8Array {
  const { tape, values, weights } = policyNetwork(shape, states, size);
  const { graph } = tape;
  const targets = graph.input('targets', values.shape);
  const counts = graph.input('counts', values.shape);
  const error = tape.op('Sub', [values, targets], values.shape);
  const bounded = tape.op('Clip', [error, graph.scalar(-1), graph.scalar(1)], values.shape);
  // What all acts of a state are off by alike changes no choice; what they are off by from each other does.
  const sumOf = (value: Value): Value => tape.op('ReduceSum', [value, graph.list([1])], [states, 1], { keepdims: 1 });
  const total = tape.op('Max', [sumOf(counts), graph.scalar(1e-9)], [states, 1]);
  const mean = tape.op('Div', [sumOf(tape.op('Mul', [bounded, counts], values.shape)), total], [states, 1]);
  const apart = tape.op('Mul', [tape.op('Sub', [bounded, mean], values.shape), graph.scalar(APART)], values.shape);
  const both = tape.op('Add', [bounded, apart], values.shape);
  tape.add(values, tape.op('Mul', [both, counts], values.shape));
  tape.backward();
  graph.output('values', values);
  for (const [name, value] of Object.entries(weights)) graph.output(`gradient/${name}`, tape.gradient(value));
  return graph.toBytes();
}

function readingGraph(shape: GraphPolicyShape, states: number, size: RecordSize): Uint8Array {
  const { tape, values } = policyNetwork(shape, states, size);
  tape.graph.output('values', values);
  return tape.graph.toBytes();
}
