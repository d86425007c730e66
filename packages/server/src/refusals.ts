/**
 * Everything that goes wrong while answering becomes a JSON refusal here; nothing of the server's insides leaks.
 * @module
 */

import type { OpenAPIHono } from '@hono/zod-openapi';
import { CatalogError } from '@sente/catalog';
import { HTTPException } from 'hono/http-exception';
import { isOpenAiPath, openAiErrorResponse } from './openai/error-form.ts';
import { Problem } from './problem.ts';

/** Sets the app's answers to errors and to unknown addresses. */
export function refusals(app: OpenAPIHono, onFault: (error: unknown) => void = reportFault): void {
  app.onError((error, context) => {
    const { path } = context.req;
    if (error instanceof Problem) return respond(error, path);
    if (error instanceof CatalogError) {
      const { file, line, column } = error;
      return respond(new Problem('bad-table', error.message, error.advice, { file, line, column }), path);
    }
    if (error instanceof HTTPException && error.status < 500) {
      return respond(new Problem('bad-request', error.message), path);
    }
    if (context.req.raw.signal.aborted) return new Response(null, { status: 499 }); // nobody is there to read more
    onFault(error);
    return respond(
      new Problem('our-fault', 'Something went wrong here.', 'Try again; the server log says more.'),
      path,
    );
  });
  app.notFound((context) => {
    const { path, method } = context.req;
    const allowed = app.routes.filter((route) => route.path === path && route.method !== 'ALL').map((r) => r.method);
    if (/^\/(api|v1)\//.test(path) && allowed.length > 0) {
      const list = [...new Set(allowed)].join(', ');
      return respond(new Problem('method-not-allowed', `${path} does not take ${method}.`, `It takes ${list}.`), path, {
        allow: list,
      });
    }
    return respond(
      new Problem('not-found', `There is nothing at ${path.slice(0, 200)}.`, 'GET /api/openapi.json lists all.'),
      path,
    );
  });
}

function respond(problem: Problem, path: string, headers: Record<string, string> = {}): Response {
  // A body may be left unread; the connection is not used again.
  const close: Record<string, string> = problem.code === 'too-large' ? { connection: 'close' } : {};
  const challenge: Record<string, string> = problem.code === 'no-key' ? { 'www-authenticate': 'Bearer' } : {};
  const all = { ...headers, ...close, ...challenge };
  return isOpenAiPath(path) ? openAiErrorResponse(problem, all) : problem.response(all);
}

/** Writes a fault of ours to standard error. */
export function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
