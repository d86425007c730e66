/**
 * The loop of every objective that learns from replies on trial: play groups, make a batch of them, take a step, speak on
 * with the new weights.
 * @module
 */
import type { CountedBatch } from './batch.ts';
import { curvePoint } from './curve-point.ts';
import { Contexts, playGroups } from './groups.ts';
import { type Learner, rateAt, type Spent } from './learner.ts';
import type { Trial } from './trial.ts';

/** Settings of the loop. */
export interface OnGroupsOptions {
  readonly steps: number;
  /** Contexts of a step. */
  readonly groups: number;
  /** Replies to each context. */
  readonly group: number;
  /** User turns that a reply's reward looks ahead. */
  readonly horizon: number;
  /** Peak step size. */
  readonly rate: number;
}

/** Makes the batch of one step; none where the groups teach nothing. */
export type BatchOf = (
  groups: readonly (readonly Trial[])[],
  step: number,
) => CountedBatch | undefined | Promise<CountedBatch | undefined>;

/** Trains. */
export async function onGroups(learner: Learner, options: OnGroupsOptions, batchOf: BatchOf): Promise<Spent> {
  const { trainer, sampler, onStep, signal } = learner;
  const { steps, groups, group: size, horizon, rate } = options;
  const contexts = new Contexts();
  const longest = trainer.length - 1;
  let trained = 0;
  let sampled = 0;
  for (let step = 0; step < steps; step++) {
    signal?.throwIfAborted();
    const played = await playGroups(learner, contexts, step, { groups, size, horizon, longest });
    const batch = await batchOf(played.groups, step);
    if (batch) {
      await trainer.step(batch, rateAt(step, steps, rate));
      sampler.load(trainer.weights());
      trained += batch.count;
    }
    sampled += played.sampled;
    onStep({ step, tokens: trained + sampled, ...curvePoint(played.groups.flat()) });
  }
  return { trained, sampled };
}
