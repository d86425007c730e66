/**
 * Everything that goes wrong while answering becomes a JSON refusal here; nothing of the server's insides leaks.
 * @module
 */

import type { OpenAPIHono } from '@hono/zod-openapi';
import { CatalogError } from '@sente/catalog';
import { HTTPException } from 'hono/http-exception';
import { Problem } from './problem.ts';

/** Sets the app's answers to errors and to unknown addresses. */
export function refusals(app: OpenAPIHono, onFault: (error: unknown) => void = reportFault): void {
  app.onError((error) => {
    if (error instanceof Problem) return respond(error);
    if (error instanceof CatalogError) {
      const { file, line, column } = error;
      return respond(new Problem('bad-table', error.message, error.advice, { file, line, column }));
    }
    if (error instanceof HTTPException && error.status < 500) return respond(new Problem('bad-request', error.message));
    onFault(error);
    return respond(new Problem('our-fault', 'Something went wrong here.', 'Try again; the server log says more.'));
  });
  app.notFound((context) => {
    const { path, method } = context.req;
    const allowed = app.routes.filter((route) => route.path === path && route.method !== 'ALL').map((r) => r.method);
    if (path.startsWith('/api/') && allowed.length > 0) {
      const list = [...new Set(allowed)].join(', ');
      return respond(new Problem('method-not-allowed', `${path} does not take ${method}.`, `It takes ${list}.`), {
        allow: list,
      });
    }
    return respond(
      new Problem('not-found', `There is nothing at ${path.slice(0, 200)}.`, 'GET /api/openapi.json lists all.'),
    );
  });
}

function respond(problem: Problem, headers: Record<string, string> = {}): Response {
  // A body may be left unread; the connection is not used again.
  const close: Record<string, string> = problem.code === 'too-large' ? { connection: 'close' } : {};
  const challenge: Record<string, string> = problem.code === 'no-key' ? { 'www-authenticate': 'Bearer' } : {};
  return problem.response({ ...headers, ...close, ...challenge });
}

function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
