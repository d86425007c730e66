/**
 * A conversation: what was said, and what the assistant did and decided. A value; adding a turn makes a new one.
 * @module
 */
import type { Decision } from '../policy/decision.ts';
import type { Act } from './act.ts';

/** Who speaks. */
export type Speaker = 'user' | 'assistant';

/** One turn. */
export interface Turn<A extends Act = Act> {
  readonly speaker: Speaker;
  /** What was said; empty when the assistant waits. */
  readonly text: string;
  /** The assistant's act. */
  readonly act?: A;
  /** How the act was chosen. */
  readonly decision?: Decision<A>;
}

/** Turns in the order in which they were taken. */
export interface Conversation<A extends Act = Act> {
  readonly turns: readonly Turn<A>[];
}

/** A conversation in which nobody has spoken. */
export const emptyConversation: Conversation<never> = { turns: [] };

/** The conversation with the user's words added. */
export function userSays<A extends Act>(conversation: Conversation<A>, text: string): Conversation<A> {
  return { turns: [...conversation.turns, { speaker: 'user', text }] };
}

/** The conversation with the assistant's turn added; the act is the decision's choice. */
export function assistantActs<A extends Act>(
  conversation: Conversation<A>,
  text: string,
  decision: Decision<A>,
): Conversation<A> {
  return { turns: [...conversation.turns, { speaker: 'assistant', text, act: decision.chosen, decision }] };
}

/** How many turns this speaker has taken. */
export function countTurns<A extends Act>(conversation: Conversation<A>, speaker: Speaker): number {
  return conversation.turns.filter((turn) => turn.speaker === speaker).length;
}

/** The last turn of this speaker, if there is one. */
export function lastTurn<A extends Act>(conversation: Conversation<A>, speaker: Speaker): Turn<A> | undefined {
  return conversation.turns.findLast((turn) => turn.speaker === speaker);
}

/**
 * The conversation as it was before the user's last turn, for "undo" and for trying again; empty when the user has not
 * spoken.
 */
export function beforeLastUserTurn<A extends Act>(conversation: Conversation<A>): Conversation<A> {
  const at = conversation.turns.findLastIndex((turn) => turn.speaker === 'user');
  return { turns: conversation.turns.slice(0, Math.max(0, at)) };
}
