/**
 * Which web pages may talk to the API. The server's own pages always may. Others, a shop's for example, only if they
 * were named (`--allow-origin`), and only for chatting: routes of the owner are closed to every foreign page.
 * @module
 */
import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';

/** Where a request comes from: this server's own pages (or no page at all), a page that was allowed, or a stranger's. */
function provenance(context: Context, allowed: readonly string[]): 'own' | 'allowed' | 'foreign' {
  const origin = context.req.header('origin');
  if (origin === undefined) return context.req.header('sec-fetch-site') === 'cross-site' ? 'foreign' : 'own';
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (origin === `http://${host}` || origin === `https://${host}`) return 'own';
  return allowed.includes('*') || allowed.includes(origin) ? 'allowed' : 'foreign';
}

/** Whether a request comes from this server's own pages, or from no page at all. */
export function isOwnPage(context: Context): boolean {
  return provenance(context, []) === 'own';
}

/**
 * @param allowed origins as browsers write them (`https://shop.example`), or `*`
 * @param isChat whether a path is one that allowed pages may use
 * @param advice what to do instead; by default, how to let a page in
 */
export function originCheck(
  allowed: readonly string[],
  isChat: (path: string, method: string) => boolean,
  advice?: string,
): MiddlewareHandler {
  return async (context, next) => {
    const from = provenance(context, allowed);
    const wanted = context.req.header('access-control-request-method');
    const isPreflight = context.req.method === 'OPTIONS' && wanted !== undefined;
    const method = isPreflight ? wanted : context.req.method;
    const open = from === 'own' || (from === 'allowed' && isChat(context.req.path, method));
    if (isPreflight) {
      if (!open) throw wrongOrigin(context, advice);
      return context.body(null, 204, {
        ...Object.fromEntries(cors(context)),
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '600',
      });
    }
    if (!open) throw wrongOrigin(context, advice);
    await next();
    // Refusals too: the page may read why it was refused.
    if (from === 'allowed') for (const [name, value] of cors(context)) context.res.headers.set(name, value);
  };
}

function cors(context: Context): [string, string][] {
  return [
    ['access-control-allow-origin', context.req.header('origin') ?? ''],
    ['vary', 'origin'],
  ];
}

function wrongOrigin(context: Context, advice: string | undefined): Problem {
  const origin = context.req.header('origin') ?? 'another site';
  return new Problem(
    'wrong-origin',
    `Pages of ${origin.slice(0, 200)} may not use ${context.req.path}.`,
    advice ??
      `To let a shop's page chat, start the server with --allow-origin ${origin.slice(0, 200)}; the owner's routes stay closed to it.`,
  );
}
