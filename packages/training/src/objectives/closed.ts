/**
 * Replies as they stand in a conversation: ended, whether or not the model came to the end.
 * @module
 */
import { special } from '@sente/pocket';

/** The reply with `<end>` behind it. */
export function closed(reply: readonly number[]): readonly number[] {
  return reply.at(-1) === special('<end>') ? reply : [...reply, special('<end>')];
}
