/**
 * Recognises a conversation by what was said in it, for clients that send no id: a chained hash over the messages, so
 * that every beginning of a conversation has a key of its own and all keys of a request cost one pass.
 *
 * System messages are left out (hosts put the date into them), and so is white space, which clients trim and join as
 * they like. The tenant comes first in the chain: equal words of two tenants never meet.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Message } from './transcript.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What of a message counts. */
export type Said = Pick<Message, 'role' | 'text' | 'tools'>;

/** The key of a conversation in which nothing has been said. */
export function startKey(tenant: string): string {
  return hash(JSON.stringify(['sente', tenant]));
}

/** The key of the conversation with one more message. */
export function nextKey(key: string, message: Said): string {
  if (message.role === 'system') return key;
  return hash(JSON.stringify([key, message.role, message.text.replace(/\s+/gu, ''), message.tools]));
}

/** The key as of each message, parallel to the messages. */
export function keysOf(tenant: string, messages: readonly Said[]): string[] {
  let key = startKey(tenant);
  return messages.map((message) => {
    key = nextKey(key, message);
    return key;
  });
}

/** Keys of the beginnings that end in an assistant's message, the longest first, at most `most`. */
export function answeredKeys(keys: readonly string[], messages: readonly Said[], most: number): string[] {
  const found: string[] = [];
  for (let at = messages.length - 1; at >= 0 && found.length < most; at--) {
    if (messages[at].role === 'assistant') found.push(keys[at]);
  }
  return found;
}
