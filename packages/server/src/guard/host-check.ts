/**
 * Against DNS rebinding: a page elsewhere can point a name of its own at 127.0.0.1 and have the browser talk to this
 * server as if it were its own. The browser then sends that name in `Host`, and this is where it stops.
 * @module
 */
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';
import { isLoopback } from './loopback.ts';

/** Lets through requests whose `Host` is a loopback name. For servers that listen on loopback only. */
export function hostCheck(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!isLoopback(host.replace(/:\d*$/, ''))) {
      throw new Problem(
        'wrong-host',
        `This server answers on loopback only, not as ${JSON.stringify(host.slice(0, 100))}.`,
        'Use http://127.0.0.1 or http://localhost with its port; to serve other machines, start it with --host and --key.',
      );
    }
    await next();
  };
}
