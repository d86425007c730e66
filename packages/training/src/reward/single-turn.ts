/**
 * The reward of a reply judged by itself, fixed before anything was trained: the way today's preference tuning judges.
 *
 *   1  if the reply gives the user something that was asked for and that fits all that was said so far:
 *      a bag, when one is looked for, that fits the wishes said and was not turned down before;
 *      the right price, when one was asked for
 *   0  else: a question, handing over, a bag that does not fit, no sense
 *
 * It never looks at what the user has in mind. Source of the contrast: Wu et al. 2025, "CollabLLM", arXiv 2502.00640,
 * section 1, on rewards of the next turn.
 * @module
 */
import { priceOf, type ReplyMeaning } from '@sente/pocket';
import { isPossible, type Known } from '../world/known.ts';

/** 0 or 1. `known` is the state before the reply. */
export function singleTurnReward(known: Known, reply: ReplyMeaning): number {
  if (known.priceOf !== undefined) return Number(reply.act === 'answer' && reply.price === priceOf(known.priceOf));
  return Number(reply.act === 'recommend' && isPossible(reply.bag, known));
}
