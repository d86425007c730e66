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

/** Plays so many conversations; the same people and dice for every policy that is given the same stream. */
export function judgePolicy(world: PolicyWorld, game: Game, choose: Choose, count: number, random: Random): Judged {
  let sum = 0;
  let squares = 0;
  let success = 0;
  let turns = 0;
  for (let number = 0; number < count; number++) {
    const last = converse(world, game, choose, random.split(number)).at(-1);
    const reward = last?.ended ?? 0;
    sum += reward;
    squares += reward * reward;
    success += Number(reward > 0);
    turns += reward > 0 && last ? last.at.state.turn : game.setting.turns + 1;
  }
  const mean = sum / count;
  return {
    reward: mean,
    error: Math.sqrt(Math.max(0, squares / count - mean * mean) / count),
    success: success / count,
    turns: turns / count,
  };
}
