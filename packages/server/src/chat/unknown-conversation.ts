/**
 * The refusal of a conversation that is not, or no longer, there.
 * @module
 */
import { Problem } from '../problem.ts';

/** `opening` says how a new one is begun. */
export function unknownConversation(conversation: string, opening: string): Problem {
  const what = `There is no conversation ${JSON.stringify(conversation)}; it may have been idle for too long.`;
  return new Problem('unknown-conversation', what, `Open a new one: ${opening}.`);
}
