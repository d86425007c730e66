/**
 * The field's figures of a conversational recommender (Deng et al. 2021, arXiv 2105.09710).
 * @module
 */

/** How one conversation ended: at which agent turn, from 1, and at which place of the list, from 1; or not at all. */
export type Ending = { readonly turn: number; readonly rank: number } | undefined;

/** Turns after which the field counts a conversation as failed. */
const FIELD_TURNS = 15;

/**
 * What a failure counts in average turns: 15 where 15 turns are played, and where 14 are (the field's released code plays
 * 14 and counts 15); in general one more than the turns played, up to 15.
 */
export function failureTurns(turns: number): number {
  return Math.max(turns, Math.min(turns + 1, FIELD_TURNS));
}

/** Discounted gain of one conversation: 1/log₂(t+2) + (1/log₂(t+1) − 1/log₂(t+2)) / log₂(k+1); 0 for a failure. */
export function hdcg(ending: Ending): number {
  if (!ending) return 0;
  const later = 1 / Math.log2(ending.turn + 2);
  return later + (1 / Math.log2(ending.turn + 1) - later) / Math.log2(ending.rank + 1);
}

/** One number per conversation and metric. */
export const RECOMMEND_METRICS: Readonly<Record<string, (ending: Ending, turns: number) => number>> = {
  'sr@5': (ending) => (ending && ending.turn <= 5 ? 1 : 0),
  'sr@10': (ending) => (ending && ending.turn <= 10 ? 1 : 0),
  'sr@15': (ending) => (ending && ending.turn <= 15 ? 1 : 0),
  at: (ending, turns) => ending?.turn ?? failureTurns(turns),
  hdcg,
};
