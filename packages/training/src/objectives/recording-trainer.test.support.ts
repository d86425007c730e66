import type { Random } from '@sente/engine';
import { type ModelShape, SHOP_WORDS, SPECIAL_TOKENS, type Tokenizer } from '@sente/pocket';
import type { CurvePoint } from '../experiment/results.ts';
import type { Evaluator } from '../net/evaluator.ts';
import type { TrainBatch, Trainer } from '../net/trainer.ts';
import type { Sampler } from '../sampler/sampler.ts';
import type { Learner } from './learner.ts';

const shape: ModelShape = {
  layers: 1,
  width: 4,
  heads: 1,
  context: 96,
  vocabulary: SPECIAL_TOKENS.length + SHOP_WORDS.length,
};

/** A learner that learns nothing: its batches and step sizes are kept. */
export interface Recorded {
  readonly learner: Learner;
  readonly steps: { readonly batch: TrainBatch; readonly rate: number }[];
  readonly points: CurvePoint[];
}

/** Makes one. */
export function recording(
  size: { batch: number; length: number },
  parts: { sampler: Sampler; tokenizer: Tokenizer; random: Random; signal?: AbortSignal },
): Recorded {
  const steps: Recorded['steps'] = [];
  const points: CurvePoint[] = [];
  const trainer: Partial<Trainer> = {
    ...size,
    shape,
    weights: () => ({}),
    step: async (batch, rate) => {
      steps.push({ batch, rate });
      return { loss: 1, logProbabilities: new Float32Array(size.batch * size.length), gradientNorm: 1 };
    },
  };
  const learner = { ...parts, trainer: trainer as Trainer, onStep: (point: CurvePoint) => points.push(point) };
  return { learner, steps, points };
}

/** An evaluator that finds what it is told at each place. */
export function toldEvaluator(
  size: { batch: number; length: number },
  tell: { logProbability?(place: number): number; entropy?(place: number): number },
): Evaluator {
  const { logProbability = () => -1, entropy = () => 1 } = tell;
  const places = size.batch * size.length;
  return {
    ...size,
    shape,
    load: () => {},
    close: async () => {},
    run: async () => ({
      logProbabilities: Float32Array.from({ length: places }, (_, place) => logProbability(place)),
      entropies: Float32Array.from({ length: places }, (_, place) => entropy(place)),
      likeliest: new Int32Array(places),
    }),
  };
}
