/**
 * A simulated user of the lab: speaks in words, hears words, and is measured itself. Strangers to planner and training:
 * no code, phrasing, temperament or noise is shared with the users that an assistant imagines.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';

/** Traits of a user, as data. Shares are 0 … 1. */
export interface Temperament {
  readonly name: string;
  /** Chance of adding, in a turn, a wish that nobody asked about. */
  readonly volunteers: number;
  /** Chance of saying which wish a wrong item breaks. */
  readonly explains: number;
  /** Chance of taking a suggested value where nothing is wished. */
  readonly influenceable: number;
  /** Chance of declining a question about oneself: "I'd rather not say". */
  readonly guarded: number;
  /** Chance of a wrong answer to a question. */
  readonly noise: number;
  /** Chance of "I don't know". */
  readonly unknown: number;
  /** Turns that bring the user nothing after which the chance of leaving begins to grow. */
  readonly patience: number;
  /** `terse`: fragments; `plain`; `chatty`: small talk around the point. */
  readonly style: 'terse' | 'plain' | 'chatty';
}

/** The user's side of one conversation. */
export interface UserTalk {
  /** The user's first words. */
  open(): Promise<string>;
  /** The user's turn after the assistant's; undefined: the user has left, satisfied or not. */
  reply(assistant: string): Promise<string | undefined>;
  /** How the user did as a user, so far. */
  conduct(): UserConduct;
}

/** A simulated user's own mistakes, counted; and how it speaks. */
export interface UserConduct {
  /** Things said that should have been held back. */
  readonly leaks: number;
  /** Things said that contradict its own intent (noise that was asked for does not count). */
  readonly contradictions: number;
  /** Turns spoken as if it were the assistant. */
  readonly swaps: number;
  /** 1 when it left although its intent was neither served nor hopeless. */
  readonly stoppedEarly: number;
  /** Distinct two-word sequences by all of them, 0 … 1, in what it said. */
  readonly variety: number;
}

/** A kind of user: anyone may write one. */
export interface UserKind<Intent> {
  readonly name: string;
  begin(intent: Intent, temperament: Temperament, random: Random, model?: LanguageModelV4): UserTalk;
}
