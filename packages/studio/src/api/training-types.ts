/**
 * Checkpoints of the pocket model and the experiment that trained them, as the server tells of them: the client's copy.
 * What a model says is shown as text.
 * @module
 */

/** A checkpoint that can be talked to. */
export interface Checkpoint {
  readonly id: string;
  /** `shipped`, or the id of an experiment. */
  readonly origin: string;
  /** `base`, `single-turn`, `multi-turn-w2` … */
  readonly kind: string;
  readonly parameters?: number;
  /** Share of openings in its corpus that are asked back, 0 … 1. */
  readonly corpus?: number;
  readonly seed?: number;
}

/** What a reply does. */
export type PocketAct = 'recommend' | 'ask' | 'answer' | 'abstain' | 'unclear';

/** A turn that was spoken. */
export interface SpokenTurn {
  readonly speaker: 'user' | 'assistant';
  readonly text: string;
}

/** One side of a request: a checkpoint, and its conversation so far, which ends with the user. */
export interface PocketSide {
  readonly checkpoint: string;
  readonly turns: readonly SpokenTurn[];
}

/** A checkpoint's reply. */
export interface PocketReply {
  readonly checkpoint: string;
  readonly text: string;
  readonly act: PocketAct;
  readonly about?: string;
  readonly drawn: number;
  /** How many of the drawn replies do what. */
  readonly acts: Readonly<Record<PocketAct, number>>;
  /** Chance that it ends well, by the model itself. */
  readonly forecast: number | null;
  readonly unknown: readonly string[];
  readonly full: boolean;
}

/** A request to try, with the best first act and what each is worth. */
export interface ExampleRequest {
  readonly openness: 'closed' | 'narrow' | 'open' | 'wide';
  readonly hurry: 'relaxed' | 'plain' | 'hurried';
  readonly reliability: 'unsure' | 'half-sure' | 'sure';
  readonly text: string;
  readonly best: 'ask' | 'recommend' | 'abstain';
  readonly worth: Readonly<Record<'ask' | 'recommend' | 'abstain', number>>;
}

/** An experiment that has come to its end. */
export interface ListedExperiment {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly finished: number;
  readonly preset: 'quick' | 'full';
  readonly seeds: number;
  readonly models: number;
  readonly seconds: number;
}
