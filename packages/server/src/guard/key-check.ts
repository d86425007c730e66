/**
 * Keys. The owner's key opens everything; the chat key, which may stand in a public page, opens the chat alone.
 * @module
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';

/** The keys of a server; without `key` nothing is locked. */
interface Keys {
  readonly key?: string;
  readonly chatKey?: string;
}

/** True if both are the same, in a time that does not depend on where they differ. */
export function sameKey(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** Whether a request with this header `authorization` may do everything: it brings the owner's key, or nothing is locked. */
export function isOwner({ key }: Keys, authorization: string | undefined): boolean {
  if (key === undefined) return true;
  const given = keyIn(authorization);
  return given !== undefined && sameKey(given, key);
}

function keyIn(authorization: string | undefined): string | undefined {
  return /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1];
}

/** Asks for the key; `isChat` says which paths the chat key opens too. */
export function keyCheck(keys: Keys, isChat: (path: string, method: string) => boolean): MiddlewareHandler {
  return async (context, next) => {
    const authorization = context.req.header('authorization');
    const given = keyIn(authorization);
    const opensChat = (): boolean =>
      given !== undefined &&
      keys.chatKey !== undefined &&
      isChat(context.req.path, context.req.method) &&
      sameKey(given, keys.chatKey);
    if (!isOwner(keys, authorization) && !opensChat()) {
      throw new Problem(
        'no-key',
        given === undefined ? 'This server asks for a key.' : `That key does not open ${context.req.path}.`,
        'Send the header "Authorization: Bearer KEY" with the key that the server was started with.',
      );
    }
    await next();
  };
}
