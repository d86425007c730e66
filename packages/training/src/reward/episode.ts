/**
 * The reward of a reply by what comes of it: R* of the conversation played on until `horizon` user turns have passed.
 *
 *   r_w(reply) = R*(tally after w user turns)          w = 1, 2, 3
 *
 * Horizon 0 is the reply judged by itself, `singleTurnReward`: nothing that the user does afterwards counts.
 *
 * Source: the multi-turn-aware reward of Wu et al. 2025, "CollabLLM", arXiv 2502.00640, equation 1, one sample of it.
 * @module
 */
import { readReply, rewardOf } from '@sente/pocket';
import type { Episode } from '../world/episode.ts';
import type { TrainingUser } from '../world/user.ts';
import { singleTurnReward } from './single-turn.ts';

/** A reply to a user, and who speaks for the assistant afterwards. */
export interface Continuation {
  readonly episode: Episode;
  /** Stands where the reply is given; hears it and all that follow. */
  readonly user: TrainingUser;
  readonly reply: string;
  /** User turns that are looked ahead, from 0. */
  readonly horizon: number;
  /** The assistant's next reply to what the user said. */
  respond(said: string): string;
}

/** Plays on and gives the reward. With horizon 0 the user hears nothing. */
export function rewardAfter({ episode, user, reply, horizon, respond }: Continuation): number {
  if (horizon === 0) return singleTurnReward(user.known(), readReply(reply));
  let next = reply;
  for (let turn = 1; ; turn++) {
    const said = user.hear(next);
    if (said === undefined || user.over || turn === horizon) break;
    next = respond(said);
  }
  return rewardOf(user.tally(), episode.situation.hurry);
}
