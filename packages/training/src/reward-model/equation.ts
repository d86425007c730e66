/**
 * The reward of a finished conversation, and how rewards of several become one.
 *
 *     R = success + w · interactivity − min(λ · tokens, 1) − c · turns
 *
 * Source: Wu et al. 2025 (CollabLLM), arXiv 2502.00640: task metric, less the tokens at a price of λ with at most 1 taken
 * off, and a judge's word on interactivity; the value of a reply is the mean over continuations of `horizon` user turns.
 * The cost of turns is Sente's (R* counts the user's effort). `w` and `c` are 0 unless set.
 * @module
 */
import type { Rollout, Scored } from './item.ts';

/** What the equation takes from a conversation. */
export type Outcome = Pick<Rollout, 'success' | 'interactivity' | 'assistantTokens' | 'userTurns'>;

/** What it takes from the settings. */
export interface Weights {
  /** λ, a token. */
  readonly tokenPrice: number;
  /** c, a user turn. */
  readonly turnCost: number;
  /** w. */
  readonly interactivity: number;
}

/** R of one conversation, not clipped. */
export function rewardOf(outcome: Outcome, { tokenPrice, turnCost, interactivity }: Weights): number {
  return (
    outcome.success +
    interactivity * (outcome.interactivity ?? 0) -
    Math.min(tokenPrice * outcome.assistantTokens, 1) -
    turnCost * outcome.userTurns
  );
}

/** The mean, clipped to the range, and whether that changed it. */
export function meanReward(
  rollouts: readonly Pick<Rollout, 'reward'>[],
  [low, high]: readonly [low: number, high: number],
): Pick<Scored, 'reward' | 'clipped'> {
  const mean = rollouts.reduce((sum, { reward }) => sum + reward, 0) / rollouts.length;
  const reward = Math.min(high, Math.max(low, mean));
  return { reward, clipped: reward !== mean };
}
