/**
 * Who asks: the keys of the proxy's own clients, and whose conversations are whose.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { sameKey } from '../guard/key-check.ts';
import { Problem } from '../problem.ts';

/** Asks for one of the keys; without keys everybody may. */
export function clientKeyCheck(keys: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    if (keys.length > 0) {
      const given = bearer(context);
      // Every key is compared, so that the time taken does not tell which one was near.
      const fits = given !== undefined && keys.filter((key) => sameKey(given, key)).length > 0;
      if (!fits) {
        throw new Problem(
          'no-key',
          given === undefined ? 'This proxy asks for a key.' : 'That is not a key of this proxy.',
          'Set the client’s API key (OPENAI_API_KEY) to one that the proxy was started with (--key).',
        );
      }
    }
    await next();
  };
}

/** The key that came with a request. */
export function bearer(context: Context): string | undefined {
  return /^Bearer +(.+)$/i.exec(context.req.header('authorization') ?? '')?.[1].trim();
}

/**
 * A name for whoever holds the key that came with the request. Conversations of one are invisible to others. The key
 * itself is not kept.
 */
export function tenantOf(context: Context): string {
  const key = bearer(context) ?? context.req.header('api-key') ?? context.req.header('x-api-key');
  return key === undefined
    ? 'open'
    : createHash('sha256').update(`sente tenant ${key}`).digest('base64url').slice(0, 22);
}
