/**
 * How a policy did beside planning when it was judged, from the figures of its card.
 * @module
 */
import type { PolicyCard } from './policy-card.ts';

/** Mean R\* over the kinds of people that a policy was judged by. */
export interface AgainstPlanning {
  readonly learned: number;
  /** Planning's, with the same people. */
  readonly planned: number;
}

/**
 * A policy with less than this share of planning's R\* did clearly worse. The preset `quick` judges by 200 conversations with
 * each of three kinds of people, the same for both; the standard error of the share is then some 0.005 to 0.01. So a policy
 * that is as good as planning hardly ever comes out below, and one that gives away 5% hardly ever above.
 */
const CLEARLY = 0.97;

/** Undefined where the card has no kind of people by whom both were judged. */
export function againstPlanning({ figures = {} }: PolicyCard): AgainstPlanning | undefined {
  const kinds = Object.keys(figures)
    .map((name) => /^learned@(.+)$/.exec(name)?.[1])
    .filter((kind) => kind !== undefined && figures[`planned@${kind}`] !== undefined);
  if (kinds.length === 0) return undefined;
  const mean = (who: string): number => kinds.reduce((sum, kind) => sum + figures[`${who}@${kind}`], 0) / kinds.length;
  return { learned: mean('learned'), planned: mean('planned') };
}

/** How it did, if that was clearly worse than planning. */
export function worseThanPlanning(card: PolicyCard): AgainstPlanning | undefined {
  const found = againstPlanning(card);
  return found && found.learned < CLEARLY * found.planned ? found : undefined;
}
