/**
 * What a policy is worth on people that it was not trained with.
 * @module
 */
import type { Random } from '@sente/engine';
import { type Choose, converse } from './collect.ts';
import type { Game, PolicyWorld } from './game.ts';

/** Means over conversations. */
export interface Judged {
  /** R\* */
  readonly reward: number;
  /** Standard error of the mean. */
  readonly error: number;
  readonly success: number;
  /** Turns; of a failure one more than there are. */
  readonly turns: number;
}

/** How conversations went, one after the other. */
export interface Played {
  /** R\*; 0 of a failure. */
  readonly rewards: Float64Array;
  readonly turns: Float64Array;
}

/** Plays so many conversations; the same people and dice for every policy that is given the same stream. */
export function playPolicy(world: PolicyWorld, game: Game, choose: Choose, count: number, random: Random): Played {
  const rewards = new Float64Array(count);
  const turns = new Float64Array(count).fill(game.setting.turns + 1);
  for (let number = 0; number < count; number++) {
    const last = converse(world, game, choose, random.split(number)).at(-1);
    rewards[number] = last?.ended ?? 0;
    if (last && rewards[number] > 0) turns[number] = last.at.state.turn;
  }
  return { rewards, turns };
}

/** Sums them up. */
export function judged({ rewards, turns }: Played): Judged {
  return {
    reward: mean(rewards),
    error: standardError(rewards),
    success: mean(rewards.map((reward) => Number(reward > 0))),
    turns: mean(turns),
  };
}

/** Mean of numbers. */
export function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Standard error of their mean. */
export function standardError(numbers: Float64Array): number {
  const middle = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0)) / numbers.length;
}
