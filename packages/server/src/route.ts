/**
 * One JSON route: its documentation, its checks and its handler from one description.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { demandType, parseJson, readBytes } from './guard/body.ts';
import { Problem } from './problem.ts';

/** Largest JSON body of a route that names no limit of its own, in bytes. */
const JSON_LIMIT: number = 16 * 1024;

/** A route that takes JSON (or nothing) and gives JSON. */
interface JsonRoute<Input, Output> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As hono writes it: `/things/:id`. */
  readonly path: string;
  readonly summary: string;
  /** Checks the body; absent: the route takes none. */
  readonly input?: z.ZodType<Input>;
  /** Largest body in bytes; JSON_LIMIT by default. */
  readonly limit?: number;
  readonly output: z.ZodType<Output>;
  /** Refusals that it is known for, by status, for the documentation. */
  readonly refusals?: Readonly<Record<number, string>>;
  handle(input: Input, context: Context): Output | Promise<Output>;
}

/** Adds the route and its documentation. */
export function addRoute<Input, Output>(app: OpenAPIHono, route: JsonRoute<Input, Output>): void {
  const { input, limit = JSON_LIMIT } = route;
  app.openAPIRegistry.registerPath({
    method: route.method,
    path: route.path.replaceAll(/:(\w+)/g, '{$1}'),
    summary: route.summary,
    request:
      input === undefined ? {} : { body: { required: true, content: { 'application/json': { schema: input } } } },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: route.output } } },
      ...describeRefusals({ ...(input && BODY_REFUSALS), ...route.refusals }),
    },
  });
  app.on(route.method.toUpperCase(), route.path, async (context) => {
    const value = input === undefined ? (undefined as Input) : await readInput(context, input, limit);
    return context.json(await route.handle(value, context));
  });
}

const BODY_REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not JSON, or not as described',
  413: 'The body is too large',
  415: 'The body is not announced as JSON',
};

/** Reads and checks a JSON body; throws Problem `wrong-type`, `too-large`, `bad-json` or `bad-request`. */
export async function readInput<Input>(context: Context, schema: z.ZodType<Input>, limit: number): Promise<Input> {
  demandType(context, ['application/json']);
  return checked(schema, parseJson(await readBytes(context, limit)));
}

/** The value as the schema has it; throws Problem `bad-request` that says which field is wrong. */
export function checked<Input>(schema: z.ZodType<Input>, value: unknown): Input {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0];
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  throw new Problem('bad-request', `${where}${message}.`, 'GET /api/openapi.json describes every route.');
}

/** Refusals as OpenAPI responses. */
export function describeRefusals(refusals: Readonly<Record<number, string>>): Record<string, { description: string }> {
  return Object.fromEntries(Object.entries(refusals).map(([status, description]) => [status, { description }]));
}
