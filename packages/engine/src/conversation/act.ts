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

const order = new Map<string, number>(ACT_KINDS.map((kind, position) => [kind, position]));

/** The order in which equally good acts are preferred: by kind as in ACT_KINDS, then by id, code unit by code unit. */
export function compareActs(a: Act, b: Act): number {
  const byKind = order.get(a.kind)! - order.get(b.kind)!;
  if (byKind !== 0) return byKind;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
