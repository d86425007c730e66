/**
 * What an assistant can do with its turn: the dialogue acts.
 * @module
 */

/** Every kind of act, in the order in which ties are broken: the least burden on the user first. */
export const ACT_KINDS = ['answer', 'recommend', 'offer', 'ask', 'lookup', 'lead', 'abstain', 'wait'] as const;

/** `answer`, `recommend`, `offer`, `ask`, `lookup`, `lead`, `abstain` or `wait`; the design's glossary says what each is. */
export type ActKind = (typeof ACT_KINDS)[number];

/** One thing the assistant could do now. A world adds what the act needs (which attribute, which items). */
export interface Act {
  readonly kind: ActKind;
  /** Names the act within its state; equal ids mean the same act. */
  readonly id: string;
}
