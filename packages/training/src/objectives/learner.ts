/**
 * What every objective works with: a model that is trained, the same model speaking, the words, and the dice.
 * @module
 */
import type { Random } from '@sente/engine';
import { special, type Tokenizer } from '@sente/pocket';
import type { CurvePoint } from '../experiment/results.ts';
import type { Trainer } from '../net/trainer.ts';
import type { SampleOptions, Sampler } from '../sampler/sampler.ts';

/** A model in training. Trainer and sampler hold the same weights whenever an objective samples. */
export interface Learner {
  readonly trainer: Trainer;
  readonly sampler: Sampler;
  readonly tokenizer: Tokenizer;
  readonly random: Random;
  /** Told after each step. */
  onStep(point: CurvePoint): void;
  readonly signal?: AbortSignal;
}

/** Tokens that a training has cost. */
export interface Spent {
  /** Tokens in sequences that gradients were taken on, padding left out. */
  readonly trained: number;
  /** Tokens that the model read or wrote while it was sampled. */
  readonly sampled: number;
}

/** How a reply is sampled while training: as the model has it, 40 tokens at most. */
export const SPEAKING: SampleOptions = { temperature: 1, stop: special('<end>'), limit: 40 };

/** `<user> words <end>` */
export function userTokens(tokenizer: Tokenizer, text: string): number[] {
  return [special('<user>'), ...tokenizer.encode(text), special('<end>')];
}

/**
 * Step size: rises over the first tenth of the steps, then falls in a straight line to a tenth of the peak.
 * @param step from 0
 */
export function rateAt(step: number, steps: number, peak: number): number {
  const warm = Math.max(1, Math.round(steps / 10));
  if (step < warm) return (peak * (step + 1)) / warm;
  return peak * (1 - (0.9 * (step - warm)) / Math.max(1, steps - warm));
}
