/**
 * The current catalogue, and how its owner brings another.
 * @module
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { demandType, readBytes } from '../guard/body.ts';
import { Problem } from '../problem.ts';
import { addRoute, describeRefusals, readInput } from '../route.ts';
import { adoptRequest, catalogSummary, correctRequest, previewSchema } from './catalog-schema.ts';
import type { Shelf } from './shelf.ts';

/** Body limit of corrections, in bytes: a thousand columns with words for each. */
const CORRECTIONS_LIMIT = 1024 * 1024;

const TABLE_TYPES = [
  'application/octet-stream',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/json',
  'application/x-ndjson',
  'application/jsonl',
];

const BAD_TABLE = { 404: 'There is no such upload (any more)', 422: 'The table cannot be read: file, line, column' };

/** Adds `GET /api/catalog`, which whoever chats may ask. */
export function catalogRoute(app: OpenAPIHono, shelf: Shelf): void {
  addRoute(app, {
    method: 'get',
    path: '/api/catalog',
    summary: 'The current catalogue: name, size, attributes with their values',
    output: catalogSummary,
    handle: () => shelf.summary,
  });
}

/** Adds the owner's routes: preview, adopt, reset. `limit`: largest upload in bytes. */
export function importRoutes(app: OpenAPIHono, shelf: Shelf, limit: number): void {
  previewRoute(app, shelf, limit);
  addRoute(app, {
    method: 'post',
    path: '/api/catalog',
    summary: 'An upload, with corrections, becomes the current catalogue; conversations are forgotten',
    input: adoptRequest,
    limit: CORRECTIONS_LIMIT,
    output: catalogSummary,
    refusals: BAD_TABLE,
    handle: (request) => shelf.adopt(request),
  });
  addRoute(app, {
    method: 'delete',
    path: '/api/catalog',
    summary: 'Back to the catalogue that the server was started with',
    output: catalogSummary,
    handle: () => shelf.reset(),
  });
}

/** `?name=` takes a file's bytes; `?upload=` takes corrections of an upload that is there already. */
function previewRoute(app: OpenAPIHono, shelf: Shelf, limit: number): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/catalog/preview',
    summary: 'Bytes of a table in (?name=), or corrections of an upload (?upload=); inferred columns out',
    parameters: [
      {
        name: 'name',
        in: 'query',
        schema: { type: 'string' },
        description: "the file's name; its ending says the format",
      },
      { name: 'upload', in: 'query', schema: { type: 'string' }, description: 'id of an upload to correct' },
    ],
    request: {
      body: {
        required: true,
        content: {
          'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
          'application/json': { schema: correctRequest },
        },
      },
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: previewSchema } } },
      ...describeRefusals({ 413: 'The file is too large', 415: 'Not a type that tables have', ...BAD_TABLE }),
    },
  });
  app.post('/api/catalog/preview', async (context) => context.json(await preview(context, shelf, limit)));
}

async function preview(context: Context, shelf: Shelf, limit: number): Promise<unknown> {
  const upload = context.req.query('upload');
  if (upload !== undefined) {
    const { columns } = await readInput(context, correctRequest, CORRECTIONS_LIMIT);
    return shelf.correct(upload, columns);
  }
  const name = context.req.query('name')?.replace(/^.*[/\\]/s, '');
  if (!name || name.length > 255) {
    throw new Problem('bad-request', 'The upload has no file name.', 'Send it as ?name=laptops.csv.');
  }
  demandType(context, TABLE_TYPES);
  return shelf.preview(name, await readBytes(context, limit));
}
