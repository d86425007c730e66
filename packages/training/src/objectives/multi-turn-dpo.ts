/**
 * Multi-turn DPO: of several replies to one context, the best and the worst by the reward of the conversation played on
 * are a preference.
 *
 *   L = −log σ(β [log π(y⁺|x)/π₀(y⁺|x) − log π(y⁻|x)/π₀(y⁻|x)])        π₀ the base
 *   ∇L = −β σ(−z) [∇ log π(y⁺|x) − ∇ log π(y⁻|x)],  z = β [ … ]
 *
 * Source: Rafailov et al. 2023, "Direct Preference Optimization", arXiv 2305.18290, equation 7 and its gradient; candidates
 * are drawn anew from the model in each step, as in the online form of Wu et al. 2025, arXiv 2502.00640.
 * @module
 */
import type { Evaluator } from '../net/evaluator.ts';
import { batchOf, type Weighted } from './batch.ts';
import type { Learner, Spent } from './learner.ts';
import { onGroups } from './on-groups.ts';
import type { Trial } from './trial.ts';

/** Settings of the training. */
export interface MultiTurnDpoOptions {
  readonly horizon: number;
  readonly steps: number;
  /** Contexts of a step; the trainer's and the reference's batch hold two rows for each. */
  readonly groups: number;
  /** Candidates for each context. */
  readonly group: number;
  readonly rate: number;
  /** How closely the model is held to the base. */
  readonly beta: number;
  /** The base's log-probabilities. */
  readonly reference: Evaluator;
}

/** Trains. */
export function multiTurnDpo(learner: Learner, options: MultiTurnDpoOptions): Promise<Spent> {
  const { beta, reference } = options;
  return onGroups(learner, options, async (groups) => {
    const pairs = groups.map(pairOf).filter((pair) => pair !== undefined);
    if (pairs.length === 0) return undefined;
    const under = await referenceSums(pairs.flat(), reference);
    const rows = pairs.flatMap(([best, worst], at): Weighted[] => {
      const z = beta * (total(best) - under[2 * at] - (total(worst) - under[2 * at + 1]));
      const pull = beta / (1 + Math.exp(z));
      return [
        { context: best.context, reply: best.reply, weight: 2 * pull },
        { context: worst.context, reply: worst.reply, weight: -2 * pull },
      ];
    });
    return batchOf(rows, learner.trainer);
  });
}

/** The best and the worst of a group; none when all are worth the same. The first of equals. */
export function pairOf(trials: readonly Trial[]): readonly [Trial, Trial] | undefined {
  const best = trials.reduce((a, b) => (b.reward > a.reward ? b : a));
  const worst = trials.reduce((a, b) => (b.reward < a.reward ? b : a));
  return best.reward > worst.reward ? [best, worst] : undefined;
}

const total = ({ logProbabilities }: Trial): number => logProbabilities.reduce((sum, one) => sum + one, 0);

/** log π₀ of each reply. */
async function referenceSums(trials: readonly Trial[], reference: Evaluator): Promise<number[]> {
  const batch = batchOf(
    trials.map(({ context, reply }) => ({ context, reply, weight: 1 })),
    reference,
  );
  const { logProbabilities } = await reference.run(batch.tokens, batch.targets);
  return trials.map((_, row) => {
    let sum = 0;
    for (let at = row * reference.length; at < (row + 1) * reference.length; at++) {
      if (batch.weights[at] !== 0) sum += logProbabilities[at];
    }
    return sum;
  });
}
