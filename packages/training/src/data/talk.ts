/**
 * One conversation as the play sees it, whoever the user is.
 * @module
 */
import type { Message } from './step.ts';

/** What calls used up. */
export interface Used {
  readonly calls: number;
  readonly input: number;
  readonly output: number;
}

/** The user's side, and what a reply is worth to it. */
export interface DataTalk {
  /** System prompt for the model; absent: none. */
  readonly instructions?: string;
  /** The user's first words. */
  open(): Promise<string>;
  /**
   * The value of a reply to what was said last. Changes nothing. Throws RewardError when there is none, and what stops a
   * run.
   * @param prompt the conversation up to the reply
   */
  score(prompt: readonly Message[], reply: string): Promise<{ readonly reward: number; readonly clipped: boolean }>;
  /** The user's next words; undefined: it has left. */
  hear(reply: string): Promise<string | undefined>;
}
