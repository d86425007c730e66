/**
 * What the sampled replies of one step were like.
 * @module
 */
import { openness } from '@sente/pocket';
import type { CurvePoint } from '../experiment/results.ts';
import type { Trial } from './trial.ts';

/** Shares among first replies, and the mean reward of all. */
export function curvePoint(trials: readonly Trial[]): Omit<CurvePoint, 'step' | 'tokens'> {
  const first = trials.filter(({ start: { replies, episode } }) => {
    return replies.length === 0 && episode.priceOf === undefined && episode.later.length === 0;
  });
  const open = first.filter(({ start }) => openness(start.episode.wishes) > 1);
  const closed = first.filter(({ start }) => openness(start.episode.wishes) === 1);
  return {
    ...(open.length > 0 && { asksOpen: share(open, 'ask'), abstains: share(open, 'abstain') }),
    ...(closed.length > 0 && { asksClosed: share(closed, 'ask') }),
    reward: trials.reduce((sum, { reward }) => sum + reward, 0) / trials.length,
  };
}

function share(trials: readonly Trial[], act: Trial['meaning']['act']): number {
  return trials.filter(({ meaning }) => meaning.act === act).length / trials.length;
}
