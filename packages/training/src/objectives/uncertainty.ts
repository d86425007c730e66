/**
 * Uncertainty: the model learns to say how the conversation will end, and to hand over where going on does not pay.
 *
 *   J = E[R*]  +  E[log π(outcome | conversation so far, <outcome>)]
 *
 * The first half is the multi-turn policy gradient over the whole conversation, in which abstaining ends it with what it
 * saves; the second is the log score, a strictly proper rule, on the outcomes of the model's own conversations.
 *
 * Source: Sicilia et al. 2024, "Deal, or no deal (or who knows)?", arXiv 2402.03284 (forecasts of outcomes as tokens, fitted
 * and reinforced); Gneiting & Raftery 2007 (log score).
 * @module
 */
import { PATIENCE, special } from '@sente/pocket';
import type { Evaluator } from '../net/evaluator.ts';
import { batchOf, type Weighted } from './batch.ts';
import type { Learner, Spent } from './learner.ts';
import { advantages, tieAt, tied } from './multi-turn.ts';
import { onGroups } from './on-groups.ts';
import type { Trial } from './trial.ts';

/** Settings of the training. */
export interface UncertaintyOptions {
  readonly steps: number;
  /** Replies to each context; the trainer's batch holds a whole number of groups and two rows more for each. */
  readonly group: number;
  readonly rate: number;
  /** Tie to the base at the first step; as in multi-turn training. */
  readonly tie: number;
  /** The base; of the trainer's size. */
  readonly reference: Evaluator;
}

/** Trains. */
export function uncertainty(learner: Learner, options: UncertaintyOptions): Promise<Spent> {
  const { steps, group, tie, reference } = options;
  const { trainer } = learner;
  const groups = Math.floor(trainer.batch / (group + 2));
  return onGroups(learner, { ...options, groups, horizon: PATIENCE }, (played, step) => {
    const rows = [...played.flatMap(advantages), ...played.flatMap(outcomes)];
    return tied(batchOf(rows, trainer), played.flat(), tieAt(step, steps, tie), reference);
  });
}

/** How the conversations of a group ended, as the token behind `<outcome>`: both, each with the share that ended so. */
export function outcomes(trials: readonly Trial[]): Weighted[] {
  const good = trials.reduce((sum, { succeeded }) => sum + succeeded, 0) / trials.length;
  // The context ends in <assistant>; a forecast is asked for in its place.
  const context = [...trials[0].context.slice(0, -1), special('<outcome>')];
  return [
    { context, reply: [special('<good>')], weight: good * trials.length },
    { context, reply: [special('<bad>')], weight: (1 - good) * trials.length },
  ];
}
