/**
 * Checkpoints of the pocket model as the studio talks to them.
 * @module
 */
import type { Random } from '@sente/engine';

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

/** A turn that was spoken. */
export interface SpokenTurn {
  readonly speaker: 'user' | 'assistant';
  readonly text: string;
}

/** A checkpoint that was opened. */
export interface PocketSpeaker {
  /** One reply to turns that end with the user's. `temperature` 0: the likeliest word in each place; 1: drawn as they are likely. */
  reply(turns: readonly SpokenTurn[], temperature: number, random: Random): string;
  /** The chance, 0 … 1, that this conversation ends well; asked behind the user's turn. */
  forecast(turns: readonly SpokenTurn[]): number;
  /** Words of a text that it has never met, each once. */
  unknownWords(text: string): string[];
  /** Whether the turns and one more reply fit into what it can read. */
  fits(turns: readonly SpokenTurn[]): boolean;
}

/** Where checkpoints come from. */
export interface CheckpointSource {
  list(): Promise<readonly ListedCheckpoint[]>;
  /** Throws Problem `unknown-checkpoint` and `bad-checkpoint`. */
  open(id: string): Promise<PocketSpeaker>;
}
