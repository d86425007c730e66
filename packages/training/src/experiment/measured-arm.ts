/**
 * One model with everything that was measured of it, as it is kept until the run is summed up.
 * @module
 */
import type { PlayedRow } from '@sente/lab';
import type { CheckpointCard } from '@sente/pocket';
import type { Arm } from './results.ts';

/** Kept as JSON. */
export interface MeasuredArm {
  readonly arm: Arm;
  readonly card: CheckpointCard;
  /** Rows of the probe `boundary`, without their turns; sampled replies. */
  readonly rows: readonly PlayedRow[];
  /** The same with the likeliest word in each place. */
  readonly greedy: readonly PlayedRow[];
  /** Held-out texts for next-token accuracy: right and counted places by split, text by text. */
  readonly nextToken: readonly TextAccuracy[];
  /** The same when the model thinks first, where it was trained to. */
  readonly thinking?: readonly TextAccuracy[];
}

/** Places of one text by split: how many of how many were predicted. */
export type TextAccuracy = Readonly<Record<'easy' | 'medium' | 'hard', readonly [right: number, places: number]>>;
