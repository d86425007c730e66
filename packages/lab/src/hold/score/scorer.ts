/**
 * How an answer is judged. Anyone may add a kind of task to `hold`: a scorer is an object with two functions, given to
 * `createHoldProbe({ scorers: { summary: myScorer } })`; cases of that `task` are then played and scored by it.
 * @module
 */
import type { Json } from '../../probe/played.ts';

/** Judges answers to one kind of task. */
export interface Scorer {
  /** What an answer is, in one sentence, for a judge that tells answers from other replies. */
  readonly answer: string;
  /**
   * The answer in a reply, to be handed to `score`; undefined when the reply holds none. Told by rules: replies that only
   * ask, discuss, or refuse hold none.
   */
  extract(reply: string, gold: Json): string | undefined;
  /** How good the answer is, 0 … 1; 1 ends the conversation. Never throws for a bad answer: that is 0. */
  score(answer: string, gold: Json): number | Promise<number>;
  /** True when the task itself demands an answer in every turn: being early is no fault then. */
  readonly answersAlways?: boolean;
}
