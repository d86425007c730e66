/**
 * Checkpoints of the pocket model as the studio talks to them.
 * @module
 */
import type { PocketSpeaker as Speaker } from '@sente/pocket';

/** One that can be talked to. */
export interface ListedCheckpoint {
  /** `shipped/base`, or the experiment's id, a colon and the model's: `passivity-1:base/corpus-05/seed-1`. */
  readonly id: string;
  /** `shipped`, or the id of the experiment. */
  readonly origin: string;
  /** Name of the kind of training: `base`, `single-turn`, `multi-turn-w2`. */
  readonly kind: string;
  /** Number of weights. */
  readonly parameters?: number;
  /** Share of openings that the corpus asks back, 0 … 1. */
  readonly corpus?: number;
  readonly seed?: number;
}

/** A checkpoint that was opened, as far as the studio needs it. */
export type PocketSpeaker = Pick<Speaker, 'reply' | 'forecast' | 'unknownWords' | 'fits'>;

/** Where checkpoints come from. */
export interface CheckpointSource {
  list(): Promise<readonly ListedCheckpoint[]>;
  /** Throws Problem `unknown-checkpoint` and `bad-checkpoint`. */
  open(id: string): Promise<PocketSpeaker>;
}
