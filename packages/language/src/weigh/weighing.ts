/**
 * What the weighing call says: candidate answers, questions, offers and leads, and how each imagined user would fare
 * with each. Rows are parallel to the session's intents. Everything after this is arithmetic.
 * @module
 */

/** One answer that could be given now. */
export interface AnswerOption {
  readonly gist: string;
  /** How well it would serve each imagined user, 0 to 1. */
  readonly fits: readonly number[];
  /** Chance that what it says is true and not made up, 0 to 1 (as stated by the model, not calibrated). */
  readonly sure: number;
  /** How long it would be, in tokens. */
  readonly tokens: number;
  /** It commits to one thing among several that the user could choose. */
  readonly isRecommendation: boolean;
}

/** One question that could be asked now. */
export interface QuestionOption {
  /** As it would be put to the user, in the user's language. */
  readonly text: string;
  /** Replies to choose from. */
  readonly choices: readonly string[];
  /** Position of the choice that each imagined user would reply; −1: does not know or does not mind. */
  readonly replies: readonly number[];
  /**
   * How well a fitting answer would serve once this is known, 0 to 1: for details (names, dates) that every user would
   * answer differently and no listed answer could use yet. None by default.
   */
  readonly better?: number;
  /** The host's tool that could find it out. */
  readonly tool?: string;
}

/** Something useful that nobody asked for. */
export interface OfferOption {
  /** As it would be said, in the user's language. */
  readonly text: string;
  /** What it rests on. */
  readonly evidence: string;
  readonly topic: string;
  /** Chance that each imagined user would go on to ask for it, 0 to 1. */
  readonly wanted: readonly number[];
}

/** A way to pursue a goal of the agenda in this turn. */
export interface LeadOption {
  /** Id of the goal. */
  readonly goal: string;
  /** As it would be said after the answer, in the user's language. */
  readonly text: string;
  /** How good the moment is, 0 (a nuisance) to 1. */
  readonly moment: number;
}

/** All of it. At least one answer. */
export interface Weighing {
  readonly answers: readonly AnswerOption[];
  readonly questions: readonly QuestionOption[];
  readonly offers: readonly OfferOption[];
  readonly leads: readonly LeadOption[];
}
