/**
 * Acts of the open world. Ids say what an act is about, so that a dismissed one is known again.
 * @module
 */
import type { Act } from '@sente/engine';

/** One thing the assistant could do with its turn. Positions point into the weighing that the act came from. */
export interface LanguageAct extends Act {
  readonly kind: 'answer' | 'recommend' | 'ask' | 'lookup' | 'offer' | 'lead' | 'abstain' | 'wait';
  /** In words: the gist of the answer, the question, the offered fact. */
  readonly text: string;
  /** Position of the answer that comes with it (`answer`, `recommend`, `offer`, `lead`). */
  readonly answer?: number;
  /** Position of the question (`ask`, `lookup`). */
  readonly question?: number;
  /** Position of the offer. */
  readonly offer?: number;
  /** Id of the goal (`lead`). */
  readonly goal?: string;
  /** Topics, for quiet topics. */
  readonly topics?: readonly string[];
  /** What backs it, for "why do you say this?". */
  readonly evidence?: string;
}
