/**
 * Multi-turn: policy gradient with group-relative advantages on the reward of the conversation played on.
 *
 *   A_k = (r_k − mean(r₁ … r_G)) / (std(r₁ … r_G) + .1)         G replies to one context
 *   ∇J = 1/N Σ_k Σ_t (A_k − β log π_k,t/π₀_k,t) ∇ log π_k,t,    π_k,t = π(reply_k,t | context, reply_k,<t),  π₀ the base
 *
 * The tie to the base keeps acts from dying out before their worth is known; it is loosened in a straight line, to a tenth.
 *
 * Source: the group-relative advantage of Shao et al. 2024, "DeepSeekMath", arXiv 2402.03300, equation 3, without division
 * by the reply's length, which favours long wrong replies (Liu et al. 2025, arXiv 2503.20783). One step a sample, so there is
 * no ratio to clip. The reward is the multi-turn-aware one of Wu et al. 2025, arXiv 2502.00640.
 *
 * Horizon 0 *is* single-turn training: the same algorithm, contexts and budget, and a reply judged by itself.
 * @module
 */
import type { Evaluator } from '../net/evaluator.ts';
import { batchOf, type CountedBatch, type Weighted } from './batch.ts';
import type { Learner, Spent } from './learner.ts';
import { onGroups } from './on-groups.ts';
import type { Trial } from './trial.ts';

/** Settings of the training. */
export interface MultiTurnOptions {
  /** User turns that the reward looks ahead: 0 (single-turn) … 3 (the whole conversation). */
  readonly horizon: number;
  readonly steps: number;
  /** Replies to each context; the trainer's batch holds a whole number of groups. */
  readonly group: number;
  /** Peak step size. */
  readonly rate: number;
  /** β at the first step. */
  readonly tie: number;
  /** π₀; of the trainer's size. */
  readonly reference: Evaluator;
}

/** Trains. */
export function multiTurn(learner: Learner, options: MultiTurnOptions): Promise<Spent> {
  const { group, steps, tie, reference } = options;
  const { trainer } = learner;
  return onGroups(learner, { ...options, groups: trainer.batch / group }, (groups, step) => {
    const batch = batchOf(groups.flatMap(advantages), trainer);
    return tied(batch, groups.flat(), tieAt(step, steps, tie), reference);
  });
}

/** β at a step. */
export function tieAt(step: number, steps: number, first: number): number {
  return first * (1 - (0.9 * step) / Math.max(1, steps - 1));
}

/** The batch with each token's weight less β log π/π₀; its first rows are the trials. */
export async function tied(
  batch: CountedBatch,
  trials: readonly Trial[],
  beta: number,
  reference: Evaluator,
): Promise<CountedBatch> {
  if (beta === 0) return batch;
  const { logProbabilities } = await reference.run(batch.tokens, batch.targets);
  const weights = batch.weights.slice();
  trials.forEach(({ context, logProbabilities: own }, row) => {
    own.slice(0, reference.length + 1 - context.length).forEach((logProbability, at) => {
      const place = row * reference.length + context.length - 1 + at;
      weights[place] -= (beta * (logProbability - logProbabilities[place])) / trials.length;
    });
  });
  return { ...batch, weights };
}

/** Keeps groups in which all is worth nearly the same from counting as much as others. */
const SOFTENED = 0.1;

/** Replies of one group, weighted by their advantage. */
export function advantages(trials: readonly Trial[]): Weighted[] {
  const mean = trials.reduce((sum, { reward }) => sum + reward, 0) / trials.length;
  const deviation = Math.sqrt(trials.reduce((sum, { reward }) => sum + (reward - mean) ** 2, 0) / trials.length);
  const scale = 1 / (deviation + SOFTENED);
  return trials.map(({ context, reply, reward }) => ({ context, reply, weight: scale * (reward - mean) }));
}
