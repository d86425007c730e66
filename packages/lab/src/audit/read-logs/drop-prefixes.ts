/**
 * Request logs repeat themselves: every request of a conversation carries all of it up to there. Only the longest is
 * kept.
 * @module
 */
import { createHash } from 'node:crypto';
import type { LoggedConversation } from './conversation.ts';

/** The conversations that are not the beginning of another one; the order stays. */
export function dropPrefixes(conversations: readonly LoggedConversation[]): LoggedConversation[] {
  const chains = conversations.map(chain);
  const beginnings = new Set(chains.flatMap((hashes) => hashes.slice(0, -1)));
  return conversations.filter((_, i) => !beginnings.has(chains[i].at(-1) ?? ''));
}

/** A hash after each message, of everything up to there. */
function chain({ messages }: LoggedConversation): string[] {
  let last = '';
  return messages.map(({ role, text, tools }) => {
    last = createHash('sha256')
      .update(JSON.stringify([last, role, text, tools]))
      .digest('base64');
    return last;
  });
}
